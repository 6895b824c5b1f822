/// Which names a judgement hung on that the record does not give.
extension Tracer.Trace {
    /// A name or, of what does not count, the field whose value would close it; with its label.
    struct Gap: Hashable {
        let name: String
        let label: String

        init(_ binding: Binding) {
            name = binding.name
            label = binding.label
        }

        init(name: String, label: String) {
            self.name = name
            self.label = label
        }
    }

    var missing: [Gap] {
        guard verdict.answer == .cannotTell else { return [] }
        if scope == Truth.unknown { return plan.scope.map { open($0.condition.expression, $0.names) } ?? [] }
        guard pivot != nil else { return [Gap(plan.pivot.binding)] }
        guard let version = versionPlan else { return [] }
        var found = version.conditions
            .filter { machine.truth[$0.register][0] == Truth.unknown }
            .flatMap { open($0.condition.expression, $0.names) }
        found += gaps(version)
        return found.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }

    /// The names of the form that are empty, where empty does not mean "not done".
    private func gaps(_ version: VersionPlan) -> [Gap] {
        let empty = version.roles.map(\.binding).filter(isEmpty)
        switch version.form {
        case .deadline(let plan):
            if isEmpty(plan.start.binding) { return [Gap(plan.start.binding)] }
            let isOpen = plan.isDuration || !plan.end.isAbsent(machine.narrow[plan.end.register][0])
            return (isOpen ? empty.map { Gap($0) } : []) + openExclusions(plan)
        case .sequence(let plan):
            let isAbsent = plan.first.isAbsent(machine.narrow[plan.first.register][0])
            return empty.filter { $0 != plan.first.binding || !isAbsent }.map { Gap($0) }
        case .truth, .bounds, .approval, .separation, .frame: return empty.map { Gap($0) }
        }
    }

    /// Spans that are left out of a count though their beginning or end is not recorded.
    private func openExclusions(_ plan: DeadlinePlan) -> [Gap] {
        plan.exclusions.compactMap { exclusion in
            guard case .list(_, _, let isUnknown) = machine.column(exclusion.source).data, isUnknown[row] != 0
            else {
                return nil
            }
            return Gap(name: exclusion.name, label: "\(exclusion.label)的起止时间")
        }
    }

    /// Whether a name gives nothing for the row, or a list with a gap.
    func isEmpty(_ binding: Binding) -> Bool {
        switch machine.value(of: binding, at: row) {
        case .null: true
        case .list(let elements): elements.contains(.null)
        default: false
        }
    }

    /// The names that leave a condition open: under `and` and `or` only those of the open parts.
    private func open(_ expression: Expression, _ names: [String: Binding]) -> [Gap] {
        let value = expression.evaluate(nulls: .asUnknown) { name in
            names[name].map { machine.value(of: $0, at: row) } ?? .null
        }
        guard value.isNull else { return [] }
        switch expression.form {
        case .and, .or, .not: return expression.parts.flatMap { open($0, names) }
        default: return expression.names.compactMap { names[$0] }.filter(isEmpty).map { Gap($0) }
        }
    }
}
