package import Law

/// One version of one record of a register.
///
/// A correction is a further version with a higher `revision`; the earlier ones stay.
package struct Record: Hashable, Sendable {
    package let register: String
    /// Unique in its register.
    package let id: String
    /// 1 for the first version.
    package let revision: Int
    /// When the office came to know it: what "as known on 28 February" asks.
    package let knownAt: Moment
    /// The ledger entry that carries this version; `nil` before it is filed.
    package let seq: Int?
    /// In the order of the declaration's fields.
    package let values: [Value]

    package init(
        register: String, id: String, revision: Int = 1, knownAt: Moment, seq: Int? = nil, values: [Value]
    ) {
        self.register = register
        self.id = id
        self.revision = revision
        self.knownAt = knownAt
        self.seq = seq
        self.values = values
    }
}

/// Wherever records are read from: the index, a folder of NDJSON, the demo generator.
package protocol RecordSource {
    /// The version of each record that was known at a moment, sorted by id; `nil` means everything known now.
    ///
    /// - Throws: What the store throws; an unknown register is a programmer's error.
    func records(of register: String, knownAt: Moment?) throws -> [Record]

    /// Hands over the same records one by one, in the same order: what a register too large to hold is read with.
    ///
    /// - Parameter fields: The positions of the fields that the body looks at; the others may be null. `nil` is all.
    func eachRecord(
        of register: String, reading fields: Set<Int>?, knownAt: Moment?, _ body: (Record) throws -> Void
    ) throws
}

extension RecordSource {
    /// For sources that hold their records anyway.
    package func eachRecord(
        of register: String, reading fields: Set<Int>?, knownAt: Moment?, _ body: (Record) throws -> Void
    ) throws {
        for record in try records(of: register, knownAt: knownAt) { try body(record) }
    }
}
