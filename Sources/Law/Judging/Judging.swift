/// What judging a set of tables gave.
package struct Judgements: Sendable {
    /// The findings in stretches, each of one rule and none of them empty: by rule of the book, then by row of its table.
    package let runs: [ArraySlice<Finding>]
    /// How often each answer was given, by the place of the rule in the book.
    package let tallies: [Tally]

    /// All findings in one list, made anew each time it is asked for.
    package var findings: [Finding] { Array(runs.joined()) }
}

/// One part of several, so that as many threads may judge one each.
package struct Share: Hashable, Sendable {
    package let part: Int
    package let parts: Int

    package static let whole = Share(part: 0, of: 1)

    /// - Precondition: `part` counts from 0 and is less than `parts`.
    package init(part: Int, of parts: Int) {
        self.part = part
        self.parts = parts
    }

    func of(_ rows: Range<Int>) -> Range<Int> {
        let (first, count) = (rows.lowerBound, rows.count)
        return first + count * part / parts..<first + count * (part + 1) / parts
    }
}

extension RuleBook {
    /// Makes tables of records, with all facts the rules use.
    package func tables(_ builder: consuming TableBuilder) -> RecordTables {
        derived(builder.finish())
    }

    /// Fills in the facts of tables that hold the records alone.
    package func derived(_ tables: consuming RecordTables) -> RecordTables {
        Deriver.derive(tables, layout, calendar: pack.calendar)
    }

    /// Judges every record of the tables.
    ///
    /// - Parameters:
    ///   - rules: The places of the rules to judge by; `nil` means all.
    ///   - caseID: Judge only what belongs to this case; `nil` means everything.
    ///   - cases: Judge only what belongs to the cases in these rows; `nil` means everything.
    ///   - answers: Which answers are kept as findings; all are counted.
    ///   - share: Which part of the records; `Judgements.init(joining:)` puts the parts together.
    package func judge(
        _ tables: RecordTables, asOf: Moment, rules: Set<Int>? = nil, caseID: String? = nil,
        cases: Set<Int>? = nil,
        keeping answers: Set<Answer> = [.broken, .cannotTell, .notYetDue], share: Share = .whole
    ) -> Judgements {
        var sink = FindingSink(keeping: answers, rules: self.rules.count)
        let cases = caseID.map { id in tables.caseRow(of: id).map { [$0] } ?? [] } ?? cases?.sorted()
        let parts =
            cases.map(tables.rows(caseRows:))
            ?? programs.map { ($0.table, [share.of(0..<tables.tables[$0.table].count)]) }
        for (table, ranges) in parts {
            let most = ranges.reduce(0) { max($0, $1.count) }
            guard most > 0, let compiled = program(ofTable: table) else { continue }
            let plans =
                rules.map { rules in compiled.plans.filter { rules.contains($0.rule) } } ?? compiled.plans
            guard !plans.isEmpty else { continue }
            let run = TableRun(compiled, plans, tables, in: self, asOf: asOf, mostRows: most)
            for rows in ranges {
                for start in stride(from: rows.lowerBound, to: rows.upperBound, by: Machine.batch) {
                    run.judge(at: start, count: min(Machine.batch, rows.upperBound - start), into: &sink)
                }
            }
        }
        return sink.judgements()
    }

    func machine(
        for compiled: TableProgram, _ tables: RecordTables, asOf: Moment, mostRows: Int
    ) -> Machine {
        Machine(
            compiled.program, compiled.size, over: tables, cases: caseTable, asOf: asOf,
            calendar: pack.calendar, mostRows: mostRows)
    }
}

extension Judgements {
    /// Puts shares together that were judged apart.
    package init(joining parts: [Judgements]) {
        guard let first = parts.first else {
            self.init(runs: [], tallies: [])
            return
        }
        var tallies = first.tallies
        for part in parts.dropFirst() {
            for place in tallies.indices { tallies[place].add(part.tallies[place]) }
        }
        // Shares come in the order of their rows: rule by rule they need only be laid behind each other.
        var rest = parts.map { $0.runs[...] }
        var runs: [ArraySlice<Finding>] = []
        for rule in tallies.indices {
            for place in rest.indices {
                while let run = rest[place].first, run.first.map({ Int($0.rule) }) == rule {
                    runs.append(run)
                    rest[place].removeFirst()
                }
            }
        }
        self.init(runs: runs, tallies: tallies)
    }
}
