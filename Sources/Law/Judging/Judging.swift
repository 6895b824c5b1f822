/// What judging a set of tables gave.
package struct Judgements: Sendable {
    /// By rule of the book, then by row of its table.
    package let findings: [Finding]
    /// How often each answer was given, by the place of the rule in the book.
    package let tallies: [Tally]
}

extension RuleBook {
    /// Makes tables of records, with all facts the rules use.
    package func tables(_ builder: consuming TableBuilder) -> RecordTables {
        Deriver.derive(builder.finish(), layout, calendar: pack.calendar)
    }

    /// Judges every record of the tables.
    ///
    /// - Parameters:
    ///   - rules: The places of the rules to judge by; `nil` means all.
    ///   - caseID: Judge only what belongs to this case; `nil` means everything.
    ///   - answers: Which answers are kept as findings; all are counted.
    package func judge(
        _ tables: RecordTables, asOf: Moment, rules: Set<Int>? = nil, caseID: String? = nil,
        keeping answers: Set<Answer> = [.broken, .cannotTell, .notYetDue]
    ) -> Judgements {
        var sink = FindingSink(keeping: answers)
        var tallies = [Tally](repeating: Tally(), count: self.rules.count)
        for compiled in programs {
            let plans = compiled.plans.filter { rules?.contains($0.rule) ?? true }
            let rows = tables.rows(of: compiled.program.table, caseID: caseID)
            guard !plans.isEmpty, !rows.isEmpty else { continue }
            let machine = machine(compiled, tables, asOf: asOf, mostRows: rows.count)
            let head =
                plans.count == compiled.plans.count
                ? Array(compiled.program.steps[..<compiled.headCount])
                : compiled.program.steps(for: Self.needs(of: plans), among: compiled.headCount)
            for start in stride(from: rows.lowerBound, to: rows.upperBound, by: Machine.batch) {
                machine.begin(at: start, count: min(Machine.batch, rows.upperBound - start))
                machine.run(head)
                for plan in plans {
                    machine.judge(plan, into: &sink)
                    tallies[plan.rule].add(sink.takeTally())
                }
            }
        }
        var findings = sink.findings
        findings.sort { ($0.rule, $0.row) < ($1.rule, $1.row) }
        return Judgements(findings: findings, tallies: tallies)
    }

    /// The registers that the head of a program must fill for these rules: their scopes, and what their own
    /// steps found filled there already.
    private static func needs(of plans: [RulePlan]) -> Program.Registers {
        plans.reduce(into: Program.Registers()) { needs, plan in
            if let scope = plan.scope { needs.narrow.insert(scope.register) }
            needs.formUnion(plan.borrowed)
        }
    }

    func machine(_ compiled: TableProgram, _ tables: RecordTables, asOf: Moment, mostRows: Int) -> Machine {
        Machine(
            compiled.program, over: tables, cases: layout.caseTable, asOf: asOf, calendar: pack.calendar,
            mostRows: mostRows)
    }
}

extension Machine {
    /// Judges the present batch by one rule. The head of the program has run.
    func judge(_ plan: RulePlan, into sink: inout FindingSink) {
        sink.rule = UInt16(plan.rule)
        sink.version = Finding.noVersion
        select(plan.scope?.register, into: &sink)
        guard selectedCount > 0 else { return }
        run(program.steps[plan.pivotSteps])
        chooseVersions(plan, into: &sink)
        let pivot = narrow[plan.pivot.register]
        for (place, version) in plan.versions.enumerated() {
            let chosen = UInt8(place)
            guard (0..<selectedCount).contains(where: { versions[$0] == chosen }) else { continue }
            sink.version = chosen
            run(program.steps[version.steps])
            for entry in 0..<selectedCount where versions[entry] == chosen {
                let index = Int(selected[entry])
                let day = plan.pivotIsDay ? pivot[index] : Self.day(ofMinutes: pivot[index])
                sink.add(start + index, verdict(version.form, index, pivot: day))
            }
        }
    }

    /// Fills `selected` with the rows that the rule applies to, or may apply to.
    private func select(_ scope: Int?, into sink: inout FindingSink) {
        selectedCount = 0
        guard let scope else {
            for index in 0..<count { selected[index] = Int32(index) }
            selectedCount = count
            return
        }
        let truth = narrow[scope]
        let countsOnly = sink.isOnlyCounted(.notApplicable)
        for index in 0..<count {
            if truth[index] != Truth.no {
                selected[selectedCount] = Int32(index)
                selectedCount += 1
            } else if !countsOnly {
                sink.add(start + index, Verdict(answer: .notApplicable))
            } else {
                sink.count(.notApplicable, 1)
            }
        }
    }

    /// Finds for each selected row the version in force on its pivot's day.
    ///
    /// A rule without one does not apply, whatever else the record fails to say.
    private func chooseVersions(_ plan: RulePlan, into sink: inout FindingSink) {
        let pivot = narrow[plan.pivot.register]
        for entry in 0..<selectedCount {
            let index = Int(selected[entry])
            versions[entry] = Finding.noVersion
            guard !Null.holds(pivot[index]) else {
                sink.add(start + index, Verdict(answer: .cannotTell))
                continue
            }
            let day = plan.pivotIsDay ? pivot[index] : Self.day(ofMinutes: pivot[index])
            for (place, version) in plan.versions.enumerated()
            where day >= version.from && day <= version.until {
                versions[entry] = UInt8(place)
            }
            if versions[entry] == Finding.noVersion {
                sink.add(start + index, Verdict(answer: .notApplicable))
            } else if let scope = plan.scope, narrow[scope.register][index] == Truth.unknown {
                versions[entry] = Finding.noVersion
                sink.add(start + index, Verdict(answer: .cannotTell))
            }
        }
    }
}
