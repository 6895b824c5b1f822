package import Law

/// What judging gave: the findings by rule and record, and how often each answer came.
package struct JudgingRun: Sendable {
    package let asOf: Moment
    package let knownAt: Moment?
    /// How many records were judged by at least one rule.
    package let judged: Int
    /// In the order of the rule book, then by record id.
    package let findings: [JudgedRecord]
    /// By rule id.
    package let tallies: [String: Tally]

    /// The answers that somebody has to look at or to wait for.
    package static let usual: Set<Answer> = [.broken, .cannotTell, .notYetDue]
}

/// One record under one rule, with everything that a list of findings shows.
package struct JudgedRecord: Hashable, Sendable {
    package let rule: String
    /// The first day in force of the version that was applied; `nil` when none was chosen.
    package let version: Day?
    package let register: String
    package let record: String
    package let caseID: String?
    package let answer: Answer
    /// Whether the provision was read in a text. Otherwise even `broken` only informs (待核) and accuses nobody.
    package let isVerified: Bool
    package let severity: Rule.Severity
    /// As a pack writes values: `2026-01-05T18:00`, `9 hours`, `3000`.
    package let observed: String?
    package let limit: String?
    package let due: Moment?
    /// The names without a value that 不明 hung on, and their labels.
    package let missing: [String]
    package let missingLabels: [String]
    /// Of the version applied; of the newest one when none could be chosen.
    package let basis: [Citation]
}

extension CaseTables {
    /// Judges every record, or those of the one case.
    ///
    /// - Parameters:
    ///   - asOf: The moment that running deadlines are held against.
    ///   - rule: Only this rule; `nil` is all.
    ///   - answers: Which answers are listed; all are counted.
    package func judge(
        asOf: Moment, rule: String? = nil, listing answers: Set<Answer> = JudgingRun.usual
    ) -> JudgingRun {
        let places = rule.map { Set([$0].compactMap(book.place(of:))) }
        let judgements = book.judge(tables, asOf: asOf, rules: places, caseID: caseID, keeping: answers)
        var tallies: [String: Tally] = [:]
        for (rule, tally) in zip(book.rules, judgements.tallies) { tallies[rule.id] = tally }
        return JudgingRun(
            asOf: asOf, knownAt: knownAt, judged: judgedCount(places),
            findings: spelledOut(judgements.findings, asOf: asOf),
            tallies: tallies)
    }

    /// Findings with everything that a list of them shows, by rule and record.
    func spelledOut(_ findings: [Finding], asOf: Moment) -> [JudgedRecord] {
        let tracer = Tracer(book, over: tables, asOf: asOf)
        var spelled: [(place: Int, record: JudgedRecord)] = []
        spelled.reserveCapacity(findings.count)
        for finding in findings {
            let place = Int(finding.rule)
            guard let table = book.layout.number(of: book.rules[place].subject) else { continue }
            let owner = tables.caseID(of: Int(finding.row), in: table)
            spelled.append((place, judged(finding, owner: owner, table: table, tracer)))
        }
        spelled.sort { ($0.place, $0.record.record) < ($1.place, $1.record.record) }
        return spelled.map(\.record)
    }

    /// The id of the case in a row of the case table.
    func caseID(ofRow row: Int) -> String? {
        book.layout.caseTable.flatMap { row < tables.tables[$0].count ? tables.tables[$0].ids[row] : nil }
    }

    func judged(_ finding: Finding, owner: String?, table: Int, _ tracer: Tracer) -> JudgedRecord {
        let rule = book.rules[Int(finding.rule)]
        let version = finding.version == Finding.noVersion ? nil : rule.versions[Int(finding.version)]
        let detail = tracer.detail(of: finding)
        return JudgedRecord(
            rule: rule.id, version: version?.inForce.from, register: rule.subject.register,
            record: tables.tables[table].ids[Int(finding.row)], caseID: owner, answer: finding.answer,
            isVerified: rule.confidence.isVerified, severity: rule.severity, observed: detail.observed,
            limit: detail.limit, due: detail.due, missing: detail.missing,
            missingLabels: detail.missingLabels.reduce(into: []) { if !$0.contains($1) { $0.append($1) } },
            basis: version?.basis ?? rule.versions.last?.basis ?? [])
    }

    func judgedCount(_ places: Set<Int>?) -> Int {
        let subjects = Set(
            book.rules.enumerated().filter { places?.contains($0.offset) ?? true }.map(\.element.subject))
        return subjects.compactMap(book.layout.number(of:)).reduce(0) { count, table in
            count + tables.rows(of: table, caseID: caseID).count
        }
    }
}
