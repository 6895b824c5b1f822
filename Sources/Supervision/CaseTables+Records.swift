package import Law

extension CaseTables {
    /// Judges one case and everything that belongs to it, whatever the answers.
    package func judge(case id: String, asOf: Moment) -> [JudgedRecord] {
        judge(asOf: asOf) { table in Array(tables.rows(of: table, caseID: id)) }
    }

    /// Judges some records of a register, whatever the answers.
    package func judge(_ records: Set<String>, of register: String, asOf: Moment) -> [JudgedRecord] {
        judge(asOf: asOf) { table in
            let table = tables.tables[table]
            guard table.subject.register == register else { return [] }
            return records.compactMap(table.row(of:)).sorted()
        }
    }

    /// The proofs of several answers, in their order; one tracer serves them all.
    package func explain(_ judged: [JudgedRecord], asOf: Moment) -> [Proof?] {
        let tracer = Tracer(book, over: tables, asOf: asOf)
        return judged.map { tracer.proof(rule: $0.rule, record: $0.record) }
    }

    /// - Parameter rows: Which rows of a table are wanted.
    private func judge(asOf: Moment, rows: (Int) -> [Int]) -> [JudgedRecord] {
        let tracer = Tracer(book, over: tables, asOf: asOf)
        var rowsOfTable: [Int: [Int]] = [:]
        var judged: [JudgedRecord] = []
        for (place, rule) in book.rules.enumerated() {
            guard let table = book.layout.number(of: rule.subject) else { continue }
            let wanted = rowsOfTable[table] ?? rows(table)
            rowsOfTable[table] = wanted
            for row in wanted {
                guard let finding = tracer.finding(rule: place, row: row) else { continue }
                judged.append(
                    self.judged(
                        finding, owner: tables.caseID(of: row, in: table), table: table, tracer))
            }
        }
        return judged
    }
}
