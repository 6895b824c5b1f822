import Pack

/// Each form as a plan.
extension Binder {
    mutating func plan(_ form: RuleForm, _ draft: inout FormDraft) throws(PackError) -> FormPlan {
        switch form {
        case .deadline(let form): return .deadline(try plan(form, isDuration: false, &draft))
        case .duration(let form): return .deadline(try plan(form, isDuration: true, &draft))
        case .sequence(let form): return .sequence(try plan(form, &draft))
        case .requires(let condition, let compared):
            return try truth(condition, wanted: true, compared, &draft)
        case .forbids(let condition, let compared):
            return try truth(condition, wanted: false, compared, &draft)
        case .count(let of, let limits):
            let value = try number(of, role: "数目", countingLists: true, &draft)
            return .bounds(value: value, try bounds(limits, &draft))
        case .range(let value, let limits):
            let value = try number(value, role: "数额", &draft)
            return .bounds(value: value, try bounds(limits, &draft))
        case .frame(let form): return .frame(try plan(form, &draft))
        case .benchmark(let form):
            let value = try number(form.value, role: form.kind == .fine ? "罚款" : "拘留", &draft)
            return .bounds(value: value, try bounds(form.bounds(of: draft.pack.benchmarks), &draft))
        case .approval(let form): return .approval(try plan(form, &draft))
        case .separation(let who, let others): return try separation(who, others, &draft)
        case .coverage(let interval, let related, let spans):
            return try coverage(interval, related, spans, &draft)
        case .reconcile(let form): return try reconcile(form, &draft)
        case .check(let check): return try plan(check, &draft)
        }
    }

    private mutating func truth(
        _ condition: Condition, wanted: Bool, _ compared: Compared, _ draft: inout FormDraft
    ) throws(PackError) -> FormPlan {
        let register = try self.condition(condition, &draft)
        let observed = try compared.observed.map { use throws(PackError) in
            try number(use, role: "实际", &draft)
        }
        let limit = try compared.limit.map { use throws(PackError) in
            try number(use, role: "限度", &draft)
        }
        return .truth(TruthPlan(register: register, wanted: wanted, observed: observed, limit: limit))
    }

    private mutating func plan(_ form: SequenceForm, _ draft: inout FormDraft) throws(PackError)
        -> SequencePlan
    {
        let isByDay = try isByDay(form.first, form.then, in: draft.program.table)
        if isByDay, form.apart?.isByClock == true {
            throw PackError(.badValue(form.first.name, why: "先后中有只记到日的，不能按小时、分钟计"), at: form.first.place)
        }
        return SequencePlan(
            first: try moment(form.first, role: "在先", isByDay: isByDay, &draft),
            then: try moment(form.then, role: "在后", isByDay: isByDay, &draft),
            isStrict: form.isStrict, apart: form.apart.map { Period($0, rolls: false) },
            lenient: form.lenient.map { Period($0, rolls: false) })
    }

    private mutating func plan(_ form: ApprovalForm, _ draft: inout FormDraft) throws(PackError)
        -> ApprovalPlan
    {
        let level = try number(form.level, role: "批准层级", &draft)
        let bounds = try bounds(form.atLeast, &draft)
        let approvedAt = try form.approvedAt.map { use throws(PackError) in
            try moment(use, role: "批准时间", &draft)
        }
        let before = try form.before.map { use throws(PackError) in try moment(use, role: "不晚于", &draft) }
        var after: (start: FormPlan.Input, within: Period)?
        if let (start, within) = form.after {
            after = (try moment(start, role: "起算", &draft), Period(within, rolls: false))
        }
        return ApprovalPlan(
            level: level, bounds: bounds, approvedAt: approvedAt, before: before, after: after)
    }

    private mutating func separation(
        _ who: NameUse, _ others: [NameUse], _ draft: inout FormDraft
    ) throws(PackError) -> FormPlan {
        let table = draft.program.table
        let doer = try bind(who, in: table)
        guard case .reference = doer.kind else {
            throw PackError(.expected("引用人员名册的字段", found: "“\(who.name)”"), at: who.place)
        }
        draft.roles.append(("经办人", doer))
        var rivals: [Binding] = []
        for other in others {
            let rival = try bind(other, in: table)
            guard rival.kind == doer.kind else {
                throw PackError(
                    .expected("与 \(who.name) 引用同一名册的字段", found: "“\(other.name)”"), at: other.place)
            }
            draft.roles.append(("不得是", rival))
            rivals.append(rival)
        }
        return .separation(who: doer, isNot: rivals)
    }

    private mutating func coverage(
        _ interval: (NameUse, NameUse), _ clause: RelatedClause, _ spans: (NameUse, NameUse),
        _ draft: inout FormDraft
    ) throws(PackError) -> FormPlan {
        let table = draft.program.table
        let related = try relate(clause, to: table)
        let making = try covered(interval, spans, in: table, other: related.table, below: .max)
        _ = try moment(interval.0, role: "起", &draft)
        _ = try moment(interval.1, role: "止", &draft)
        let slot = addHidden("全程覆盖", .boolean, making, related, in: table)
        return .truth(TruthPlan(register: load(slot, &draft), wanted: true))
    }

    private func load(_ slot: Int, _ draft: inout FormDraft) -> Int {
        draft.program.register(for: .loadTruth(Program.Source(slot: slot, isOfCase: false)))
    }

    private mutating func reconcile(_ form: ReconcileForm, _ draft: inout FormDraft) throws(PackError)
        -> FormPlan
    {
        let table = draft.program.table
        let other = self.table(of: form.with)
        var (own, theirs) = ([Program.Source](), [Int]())
        for (mine, their) in zip(form.own, form.theirs) {
            let slot = try field(their, in: other)
            let binding = try bind(mine, as: layout.tables[other].slots[slot].kind, in: table)
            guard let column = binding.column, !column.isOfCase else {
                throw PackError(.expected("本记录的字段或事实", found: "“\(mine.name)”"), at: mine.place)
            }
            draft.roles.append(("对账键", binding))
            own.append(column)
            theirs.append(slot)
        }
        let restricted = try form.condition.map { condition throws(PackError) in
            try restriction(condition, on: other)
        }
        let related = Related(
            table: other, link: .all, common: nil, condition: restricted, time: nil, before: nil, after: nil)
        let slot = addHidden("两份清单相符", .boolean, .matched(own: own, theirs: theirs), related, in: table)
        return .truth(TruthPlan(register: load(slot, &draft), wanted: true))
    }

    private mutating func plan(_ check: any Check, _ draft: inout FormDraft) throws(PackError) -> FormPlan {
        let table = draft.program.table
        let place = layout.tables[table].subject
        var bindings: [String: Binding] = [:]
        for need in check.needs {
            let use = NameUse(need.name, at: draft.place)
            let binding = try bind(use, in: table)
            guard binding.kind.agrees(with: need.kind), binding.isList == need.isList else {
                let wanted = need.kind.valueType(isList: need.isList)
                throw PackError(.badValue(need.name, why: "核查要求 \(place) 的这个字段是\(wanted)"), at: draft.place)
            }
            draft.roles.append(("核查所需", binding))
            bindings[need.name] = binding
        }
        let slot = addHidden("专项核查", .boolean, .check(check, bindings), nil, in: table)
        return .truth(TruthPlan(register: load(slot, &draft), wanted: true))
    }

    private mutating func plan(_ form: FrameForm, _ draft: inout FormDraft) throws(PackError) -> FramePlan {
        let value = try number(form.value, role: form.kind == .fine ? "罚款" : "拘留", &draft)
        let (frame, frameBinding) = try word(form.frame, role: "违法行为", &draft)
        let (tier, tierBinding) = try word(form.tier, role: "法定档", &draft)
        let beside = try form.beside.map { use throws(PackError) in
            try day(use, in: draft.program.table)
        }
        var versions: [[FramePlan.Version]] = []
        for frame in draft.pack.frames.frames {
            let code = Int(layout.vocabulary.code(of: frame.id))
            versions += Array(repeating: [], count: max(0, code + 1 - versions.count))
            versions[code] = frame.versions.map { version in
                FramePlan.Version(
                    inForce: version.inForce,
                    tiers: version.tiers.map { tier in
                        FramePlan.Tier(
                            code: layout.vocabulary.code(of: tier.id),
                            range: tier.range(of: form.kind).map { $0.least.ticks...$0.most.ticks })
                    })
            }
        }
        return FramePlan(
            value: value, frame: frame, tier: tier, versions: versions, kind: form.kind,
            frameBinding: frameBinding, tierBinding: tierBinding, beside: beside)
    }

    private mutating func day(_ use: NameUse, in table: Int) throws(PackError) -> Binding {
        let binding = try bind(use, in: table)
        guard binding.kind == .day || binding.kind == .moment, !binding.isList else {
            throw PackError(.expected("日期或时间", found: "“\(use.name)”"), at: use.place)
        }
        return binding
    }

    private mutating func word(
        _ use: NameUse, role: String, _ draft: inout FormDraft
    ) throws(PackError) -> (register: Int, binding: Binding) {
        let binding = try bind(use, as: .text, in: draft.program.table, inline: true)
        guard let register = narrowRegister(load(binding, into: &draft.program), &draft.program) else {
            throw PackError(.expected("文字", found: "“\(use.name)”"), at: use.place)
        }
        draft.roles.append((role, binding))
        return (register, binding)
    }
}
