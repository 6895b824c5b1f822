package import Law
package import Registers

/// Judging again what a change may have changed, and nothing else.
extension CaseTables {
    /// These tables with some records as they are now.
    package struct Change: Sendable {
        package let tables: CaseTables
        /// The rules whose answer about any record may be another now, by place: they are judged as a whole.
        fileprivate let whole: Set<Int>
        /// The rows of the cases in which every other rule is judged again.
        fileprivate let cases: Set<Int>
    }

    /// Puts changed records, in their present version, in the place of what was known of them.
    ///
    /// - Returns: `nil` when the tables have to be read anew: they hold one case only, or a case has come in after
    ///   records that name it.
    package func changed(to records: [Record]) -> Change? {
        guard caseID == nil else { return nil }
        var builder = TableBuilder(continuing: tables, layout: book.layout)
        for record in records where builder.reads(record.register) {
            builder.add(record.register, id: record.id, values: record.values)
        }
        guard let change = builder.merged(into: tables) else { return nil }
        return Change(
            tables: CaseTables(book, book.derived(change.tables), knownAt: knownAt),
            whole: book.rulesReached(by: change), cases: change.cases)
    }

    /// The same records under another rule book.
    ///
    /// - Returns: `nil` when it reads other fields, so that the records have to be read anew.
    package func under(_ book: RuleBook) -> CaseTables? {
        guard caseID == nil, let tables = tables.laidOut(for: book.layout, as: self.book.layout) else {
            return nil
        }
        return CaseTables(book, book.derived(tables), knownAt: knownAt)
    }
}

extension JudgingRun {
    /// The run over changed tables, made from this one.
    ///
    /// - Parameters:
    ///   - old: The tables that this run judged, whole, at the same moment and listing the same answers.
    package func after(
        _ change: CaseTables.Change, of old: CaseTables, listing answers: Set<Answer> = Self.usual
    ) -> JudgingRun {
        let (new, book) = (change.tables, old.book)
        let others = Set(book.rules.indices).subtracting(change.whole)
        let before = book.judge(old.tables, asOf: asOf, rules: others, cases: change.cases, keeping: answers)
        let again = book.judge(new.tables, asOf: asOf, rules: others, cases: change.cases, keeping: answers)
        let whole = book.judge(new.tables, asOf: asOf, rules: change.whole, keeping: answers)
        var tallies = tallies
        for (place, rule) in book.rules.enumerated() {
            var tally = change.whole.contains(place) ? Tally() : tallies[rule.id] ?? Tally()
            tally.subtract(before.tallies[place])
            tallies[rule.id] = tally.adding(again.tallies[place]).adding(whole.tallies[place])
        }
        let gone = Set(change.cases.compactMap(old.caseID(ofRow:)))
        let wholeIDs = Set(change.whole.map { book.rules[$0].id })
        let kept = findings.filter { finding in
            !wholeIDs.contains(finding.rule) && !(finding.caseID.map(gone.contains) ?? false)
        }
        let spelled = new.spelledOut(again.findings + whole.findings, asOf: asOf)
        return JudgingRun(
            asOf: asOf, knownAt: knownAt, judged: new.judgedCount(nil),
            findings: Self.merged(kept, spelled, in: book), tallies: tallies)
    }

    /// The run with the findings of some rules, by id, replaced by those of another run.
    package func replacing(_ rules: Set<String>, by other: JudgingRun, in book: RuleBook) -> JudgingRun {
        var tallies = tallies
        for rule in rules { tallies[rule] = other.tallies[rule] }
        return JudgingRun(
            asOf: asOf, knownAt: knownAt, judged: judged,
            findings: Self.merged(
                findings.filter { !rules.contains($0.rule) },
                other.findings.filter { rules.contains($0.rule) },
                in: book),
            tallies: tallies)
    }

    /// Two lists that stand in the order of runs as one.
    private static func merged(
        _ a: [JudgedRecord], _ b: [JudgedRecord], in book: RuleBook
    ) -> [JudgedRecord] {
        var merged: [JudgedRecord] = []
        merged.reserveCapacity(a.count + b.count)
        var next = b.startIndex
        func key(_ finding: JudgedRecord) -> (Int, String) {
            (book.place(of: finding.rule) ?? 0, finding.record)
        }
        for finding in a {
            while next < b.endIndex, key(b[next]) < key(finding) {
                merged.append(b[next])
                next += 1
            }
            merged.append(finding)
        }
        return merged + b[next...]
    }
}
