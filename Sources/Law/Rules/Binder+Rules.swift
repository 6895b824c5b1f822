import Pack

/// Rules as plans.
extension Binder {
    /// Adds a rule's scope to the head of its table's program.
    mutating func scope(_ rule: Rule, into program: inout Program) throws(PackError) -> CompiledCondition? {
        guard let condition = rule.scope else { return nil }
        return try compile(condition, into: &program)
    }

    mutating func plan(
        _ rule: Rule, place: Int, scope: CompiledCondition?, pack: RulePack, into program: inout Program
    ) throws(PackError) -> RulePlan {
        let before = program.mark
        let start = program.steps.count
        _ = program.takeBorrowed()
        let pivot = try bind(rule.pivot, in: program.table)
        guard !pivot.isList, pivot.kind == .moment || pivot.kind == .day else {
            throw PackError(.expected("时间或日期", found: "“\(rule.pivot.name)”"), at: rule.pivot.place)
        }
        guard case .narrow(let register, _) = load(pivot, into: &program) else {
            throw PackError(.expected("时间或日期", found: "“\(rule.pivot.name)”"), at: rule.pivot.place)
        }
        let pivotSteps = start..<program.steps.count
        var versions: [VersionPlan] = []
        for version in rule.versions {
            let mark = program.mark
            versions.append(try plan(version, pack: pack, into: &program))
            program.forget(after: mark)
        }
        program.forget(after: before)
        return RulePlan(
            rule: place, scope: scope, pivot: FormPlan.Input(register: register, binding: pivot),
            pivotIsDay: pivot.kind == .day, pivotSteps: pivotSteps, versions: versions,
            borrowed: program.takeBorrowed())
    }

    private mutating func plan(
        _ version: RuleVersion, pack: RulePack, into program: inout Program
    ) throws(PackError) -> VersionPlan {
        let start = program.steps.count
        var draft = FormDraft(program: program, pack: pack, place: version.place)
        let form = try plan(version.form, &draft)
        program = draft.program
        return VersionPlan(
            from: version.inForce.from.number, until: version.inForce.until?.number ?? .max,
            steps: start..<program.steps.count, form: form, roles: draft.roles, conditions: draft.conditions)
    }
}

/// What is gathered while a form is planned.
struct FormDraft {
    var program: Program
    let pack: RulePack
    let place: PackPlace
    var roles: [(role: String, binding: Binding)] = []
    var conditions: [CompiledCondition] = []
}

extension Binder {
    /// A name that must hold a moment, loaded into a register.
    ///
    /// - Parameter isByDay: Whether it may hold a day as well, and of a moment only the day counts.
    mutating func moment(
        _ use: NameUse, role: String, isByDay: Bool = false, _ draft: inout FormDraft
    ) throws(PackError) -> FormPlan.Input {
        let binding = try bind(use, in: draft.program.table)
        let isTime = binding.kind == .moment || isByDay && binding.kind == .day
        guard isTime, !binding.isList, case .narrow(var register, _) = load(binding, into: &draft.program)
        else {
            let found = binding.kind.valueType(isList: binding.isList)
            throw PackError(.expected("时间", found: "“\(use.name)”（\(found)）"), at: use.place)
        }
        if isByDay {
            if binding.kind == .moment { register = draft.program.register(for: .dayOf(register)) }
            register = draft.program.register(for: .firstMinute(register))
        }
        draft.roles.append((role, binding))
        return FormPlan.Input(register: register, binding: binding, isByDay: isByDay)
    }

    /// Whether one of the names holds a day without a time, so that only days can be compared.
    mutating func isByDay(_ uses: NameUse..., in table: Int) throws(PackError) -> Bool {
        for use in uses where try bind(use, in: table).kind == .day { return true }
        return false
    }

    /// A name that must hold a number, or a list to be counted, in an `Int64` register.
    mutating func number(
        _ use: NameUse, role: String, countingLists: Bool = false, _ draft: inout FormDraft
    ) throws(PackError) -> Int {
        let binding = try bind(use, in: draft.program.table)
        draft.roles.append((role, binding))
        switch load(binding, into: &draft.program) {
        case .number(let register): return register
        case .list(let source, _) where countingLists:
            return draft.program.register(for: .countDistinct(source))
        default: throw PackError(.expected("数字", found: "“\(use.name)”"), at: use.place)
        }
    }

    mutating func condition(_ condition: Condition, _ draft: inout FormDraft) throws(PackError) -> Int {
        let compiled = try compile(condition, into: &draft.program)
        draft.conditions.append(compiled)
        return compiled.register
    }

    mutating func bounds(_ bounds: [Bounds], _ draft: inout FormDraft) throws(PackError) -> [BoundsPlan] {
        var plans: [BoundsPlan] = []
        for bound in bounds {
            let register = try bound.condition.map { condition throws(PackError) in
                try self.condition(condition, &draft)
            }
            plans.append(
                BoundsPlan(
                    condition: register, atLeast: bound.atLeast?.ticks ?? .min,
                    atMost: bound.atMost?.ticks ?? .max))
        }
        return plans
    }
}
