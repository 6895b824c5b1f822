/// Judges single rows again, keeping what the bulk pass throws away: conditions, values, what was missing.
///
/// It runs the very steps of the bulk pass, over a batch of one row. One tracer serves one thread.
package final class Tracer {
    let book: RuleBook
    let tables: RecordTables
    let asOf: Moment
    /// By the place of the table's program.
    private var machines: [Int: Machine] = [:]
    /// For each rule the place of its table's program, and of its plan there.
    private let places: [Int: (program: Int, plan: Int)]

    package init(_ book: RuleBook, over tables: RecordTables, asOf: Moment) {
        self.book = book
        self.tables = tables
        self.asOf = asOf
        var places: [Int: (program: Int, plan: Int)] = [:]
        for (program, compiled) in book.programs.enumerated() {
            for (place, plan) in compiled.plans.enumerated() { places[plan.rule] = (program, place) }
        }
        self.places = places
    }

    /// One row under one rule, with the registers of its machine still filled: until the next trace.
    struct Trace {
        let rule: Rule
        let plan: RulePlan
        let table: Int
        let row: Int
        let machine: Machine
        /// The truth of the rule's scope.
        let scope: UInt8
        /// The day that picks the version; `nil` when it is not recorded or was not asked for.
        let pivot: Day?
        /// The place of the version in force.
        let version: Int?
        let verdict: Verdict

        var versionPlan: VersionPlan? { version.map { plan.versions[$0] } }
    }

    /// - Parameter place: The place of the rule in the book.
    func trace(rule place: Int, row: Int) -> Trace? {
        guard let found = places[place] else { return nil }
        let compiled = book.programs[found.program]
        let plan = compiled.plans[found.plan]
        let machine =
            machines[found.program] ?? book.machine(for: compiled, tables, asOf: asOf, mostRows: 1)
        machines[found.program] = machine
        machine.begin(at: row, count: 1)
        machine.run(plan.scopeSteps)
        machine.run(plan.pivotSteps)
        return trace(plan, row: row, machine)
    }

    private func trace(_ plan: RulePlan, row: Int, _ machine: Machine) -> Trace {
        let scope = plan.scope.map { machine.truth[$0.register][0] } ?? Truth.yes
        let written = machine.narrow[plan.pivot.register][0]
        let pivot: Day? =
            Null.holds(written)
            ? nil : Day(number: plan.pivotIsDay ? written : Machine.day(ofMinutes: written))
        let version = pivot.flatMap { day in
            plan.versions.firstIndex { day.number >= $0.from && day.number <= $0.until }
        }
        func settled(_ verdict: Verdict) -> Trace {
            Trace(
                rule: book.rules[plan.rule], plan: plan, table: machine.program.table, row: row,
                machine: machine,
                scope: scope, pivot: pivot,
                version: version, verdict: verdict)
        }
        guard scope != Truth.no else { return settled(Verdict(answer: .notApplicable)) }
        guard let pivot else { return settled(Verdict(answer: .cannotTell)) }
        guard let version else { return settled(Verdict(answer: .notApplicable)) }
        guard scope == Truth.yes else { return settled(Verdict(answer: .cannotTell)) }
        machine.run(plan.versions[version].steps)
        return settled(machine.judge(plan.versions[version].form)(0, pivot.number))
    }
}
