/// One record: its fields, how it came to be so, what was judged about it, and that it stands in the ledger.
package struct RecordView: Sendable {
    package let register: RegisterLine
    package let record: RecordLink
    /// The case that the record belongs to or is.
    package let caseID: String?
    package let fields: [FieldView]
    /// The oldest first; the last one is in force.
    package let revisions: [RevisionView]
    package let judgements: [JudgementView]
    /// `nil` for a record that is not filed yet.
    package let entry: EntryProof?
}

package struct FieldView: Hashable, Sendable {
    package let label: String
    package let help: String
    package let value: CellView
}

/// One version of a record.
package struct RevisionView: Hashable, Sendable {
    package let number: Int
    package let knownAt: String
    package let seq: Int?
    /// In the order of the record's fields.
    package let values: [CellView]
}

/// That an entry stands in the ledger (RFC 6962 inclusion proof under a signed checkpoint).
package struct EntryProof: Hashable, Sendable {
    package let seq: Int
    /// Hexadecimal.
    package let leafHash: String
    /// `nil` while no checkpoint covers the entry.
    package let inclusion: InclusionView?
}

package struct InclusionView: Hashable, Sendable {
    package let treeSize: Int
    /// Hexadecimal.
    package let root: String
    /// From the leaf upwards, hexadecimal.
    package let path: [String]
    package let checkpoint: CheckpointView
}

/// A signed checkpoint.
package struct CheckpointView: Hashable, Sendable {
    package let signedAt: String
    /// The signed note, line by line, as anyone can verify it.
    package let note: String
    /// Names of the outside witnesses that signed it too.
    package let witnesses: [String]
}
