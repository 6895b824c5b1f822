package import Law
package import Registers

/// The records that rules read, as known at a moment, laid out in columns with every fact derived.
package struct CaseTables: Sendable {
    package let book: RuleBook
    package let knownAt: Moment?
    /// Only this case is judged; `nil` judges all.
    package let caseID: String?
    let tables: RecordTables

    /// Reads the records that rules ask about; registers no rule asks about are not read.
    ///
    /// - Parameters:
    ///   - knownAt: Records known later are left out; `nil` means everything known now.
    ///   - caseID: Judge this case alone. What other cases' records it must be compared with is still read.
    /// - Throws: What the source throws.
    package init(
        _ book: RuleBook, from source: some RecordSource, knownAt: Moment?, caseID: String? = nil
    ) throws {
        self.book = book
        self.knownAt = knownAt
        self.caseID = caseID
        var builder = TableBuilder(layout: book.layout)
        for register in book.layout.schema.registers where builder.reads(register.id) {
            let filter = caseID.map {
                CaseFilter(case: $0, register: register, compared: book.comparedSubjects)
            }
            let fields = builder.positions(of: register.id).union(filter?.positions ?? [])
            try source.eachRecord(of: register.id, reading: fields, knownAt: knownAt) { record in
                if let filter, !filter.takes(record) { return }
                builder.add(register.id, id: record.id, values: record.values)
            }
        }
        tables = book.tables(builder)
    }

    /// Tables that were made already, facts included.
    init(_ book: RuleBook, _ tables: RecordTables, knownAt: Moment?) {
        self.book = book
        self.tables = tables
        self.knownAt = knownAt
        caseID = nil
    }
}

/// Which records one case's judgement needs.
private struct CaseFilter {
    private let id: String
    private let isCase: Bool
    private let casePosition: Int?
    private let kindPosition: Int?
    private let comparedKinds: Set<String>
    private let isCompared: Bool

    init(case id: String, register: RegisterSchema, compared: Set<Subject>) {
        self.id = id
        isCase = register.id == Schema.caseRegister
        casePosition = register.position(of: Schema.caseField)
        kindPosition = register.id == Schema.eventRegister ? register.position(of: Schema.kindField) : nil
        comparedKinds = Set(compared.compactMap(\.kind))
        isCompared = compared.contains(Subject(register: register.id))
    }

    /// The fields it looks at.
    var positions: Set<Int> { Set([casePosition, kindPosition].compactMap(\.self)) }

    func takes(_ record: Record) -> Bool {
        if isCase { return record.id == id }
        guard let casePosition, !isCompared else { return true }
        if record.values[casePosition] == .text(id) { return true }
        guard let kindPosition, case .text(let kind) = record.values[kindPosition] else { return false }
        return comparedKinds.contains(kind)
    }
}

extension CaseTables {
    /// The proofs of a rule for every record it judges in a case: kept answers too.
    package func explain(rule: String, case id: String, asOf: Moment) -> [Proof] {
        let tracer = Tracer(book, over: tables, asOf: asOf)
        return tracer.records(ofCase: id, rule: rule).compactMap { tracer.proof(rule: rule, record: $0) }
    }

    /// The proof of a rule for one record.
    ///
    /// - Returns: `nil` when there is no such rule, or it does not judge such a record.
    package func explain(rule: String, record: String, asOf: Moment) -> Proof? {
        Tracer(book, over: tables, asOf: asOf).proof(rule: rule, record: record)
    }
}
