import Pack

/// Rules as plans.
extension Binder {
    /// Adds a rule to its table's program.
    mutating func plan(
        _ rule: Rule, place: Int, into program: inout Program, pack: RulePack
    ) throws(PackError) -> RulePlan {
        let scope = try rule.scope.map { condition throws(PackError) in
            try compile(condition, into: &program)
        }
        let applies = try applies(rule, scope: scope?.register, &program)
        let scopeSteps = program.takeTouched()
        let screen = try screen(rule, pack: pack, into: &program)
        let (pivot, register) = try self.pivot(of: rule, &program)
        let pivotSteps = program.takeTouched()
        var versions: [VersionPlan] = []
        for version in rule.versions {
            versions.append(try plan(version, pack: pack, into: &program))
        }
        var shown: [Binding] = []
        for use in rule.shows { shown.append(try bind(use, in: program.table, inline: true)) }
        return RulePlan(
            rule: place, scope: scope, applies: applies, scopeSteps: scopeSteps, screen: screen,
            pivot: FormPlan.Input(register: register, binding: pivot), pivotSteps: pivotSteps,
            versions: versions, shown: shown)
    }

    /// The name that picks the version, in a narrow register.
    mutating func pivot(
        of rule: Rule, _ program: inout Program
    ) throws(PackError) -> (Binding, register: Int) {
        let pivot = try bind(rule.pivot, in: program.table, inline: true)
        guard !pivot.isList, pivot.kind == .moment || pivot.kind == .day,
            let register = narrowRegister(load(pivot, into: &program), &program)
        else { throw PackError(.expected("时间或日期", found: "“\(rule.pivot.name)”"), at: rule.pivot.place) }
        return (pivot, register)
    }

    private mutating func plan(
        _ version: RuleVersion, pack: RulePack, into program: inout Program
    ) throws(PackError) -> VersionPlan {
        var draft = FormDraft(program: Program(table: program.table), pack: pack, place: version.place)
        // Handed over and back, never copied: the program of a table with many rules is large.
        swap(&draft.program, &program)
        defer { swap(&draft.program, &program) }
        let form = try plan(version.form, &draft)
        return VersionPlan(
            version.inForce, steps: draft.program.takeTouched(), form: form, roles: draft.roles,
            conditions: draft.conditions)
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
        let binding = try bind(use, in: draft.program.table, inline: true)
        let isTime = binding.kind == .moment || isByDay && binding.kind == .day
        guard isTime, !binding.isList,
            var register = narrowRegister(load(binding, into: &draft.program), &draft.program)
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
        for use in uses where try bind(use, in: table, inline: true).kind == .day { return true }
        return false
    }

    /// A name that must hold a number, or a list to be counted.
    mutating func number(
        _ use: NameUse, role: String, countingLists: Bool = false, _ draft: inout FormDraft
    ) throws(PackError) -> NumberRegister {
        let binding = try bind(use, in: draft.program.table, inline: true)
        draft.roles.append((role, binding))
        let operand = load(binding, into: &draft.program)
        switch operand {
        case .whole(let register, _): return .whole(register)
        case .number, .constant:
            if let register = wideRegister(operand, &draft.program) { return .wide(register) }
        case .list(let source, _) where countingLists:
            return .wide(draft.program.register(for: .countDistinct(source)))
        default: break
        }
        throw PackError(.expected("数字", found: "“\(use.name)”"), at: use.place)
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
                    condition: register, atLeast: try limit(bound.atLeast, .min, &draft),
                    atMost: try limit(bound.atMost, .max, &draft)))
        }
        return plans
    }

    private mutating func limit(
        _ limit: Bounds.Limit?, _ none: Int64, _ draft: inout FormDraft
    ) throws(PackError) -> BoundsPlan.Limit {
        switch limit {
        case nil: .ticks(none)
        case .number(let number)?: .ticks(number.ticks)
        case .name(let use)?: .register(try number(use, role: "限度", &draft))
        }
    }
}
