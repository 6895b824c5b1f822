/// Judges single rows again, keeping what the bulk pass throws away: conditions, values, what was missing.
///
/// It runs the very steps of the bulk pass, over a batch of one row. One tracer serves one thread.
package final class Tracer {
    let book: RuleBook
    let tables: RecordTables
    let asOf: Moment
    private var machines: [Int: Machine] = [:]

    package init(_ book: RuleBook, over tables: RecordTables, asOf: Moment) {
        self.book = book
        self.tables = tables
        self.asOf = asOf
    }

    /// One row under one rule, with the registers of its machine still filled.
    struct Trace {
        let rule: Rule
        let plan: RulePlan
        let table: Int
        let row: Int
        let machine: Machine
        /// The truth of the rule's scope.
        let scope: Int32
        /// The day that picks the version; `nil` when it is not recorded or was not asked for.
        let pivot: Day?
        /// The place of the version in force.
        let version: Int?
        let verdict: Verdict

        var versionPlan: VersionPlan? { version.map { plan.versions[$0] } }
    }

    /// - Parameter place: The place of the rule in the book.
    func trace(rule place: Int, row: Int) -> Trace? {
        for (index, compiled) in book.programs.enumerated() {
            guard let plan = compiled.plans.first(where: { $0.rule == place }) else { continue }
            let machine = machines[index] ?? book.machine(compiled, tables, asOf: asOf, mostRows: 1)
            machines[index] = machine
            machine.begin(at: row, count: 1)
            machine.run(compiled.program.steps[..<compiled.headCount])
            machine.run(compiled.program.steps[plan.pivotSteps])
            return trace(plan, book.rules[place], table: compiled.program.table, row: row, machine)
        }
        return nil
    }

    private func trace(_ plan: RulePlan, _ rule: Rule, table: Int, row: Int, _ machine: Machine) -> Trace {
        let scope = plan.scope.map { machine.narrow[$0.register][0] } ?? Truth.yes
        let written = machine.narrow[plan.pivot.register][0]
        let pivot: Day? =
            Null.holds(written)
            ? nil : Day(number: plan.pivotIsDay ? written : Machine.day(ofMinutes: written))
        let version = pivot.flatMap { day in
            plan.versions.firstIndex { day.number >= $0.from && day.number <= $0.until }
        }
        func settled(_ verdict: Verdict) -> Trace {
            Trace(
                rule: rule, plan: plan, table: table, row: row, machine: machine, scope: scope, pivot: pivot,
                version: version, verdict: verdict)
        }
        guard scope != Truth.no else { return settled(Verdict(answer: .notApplicable)) }
        guard let pivot else { return settled(Verdict(answer: .cannotTell)) }
        guard let version else { return settled(Verdict(answer: .notApplicable)) }
        guard scope == Truth.yes else { return settled(Verdict(answer: .cannotTell)) }
        machine.run(machine.program.steps[plan.versions[version].steps])
        return settled(machine.verdict(plan.versions[version].form, 0, pivot: pivot.number))
    }
}
