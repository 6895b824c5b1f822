package import Ledger

/// What a full audit of the ledger found.
package struct AuditReport: Hashable, Sendable {
    /// Entries.
    package let size: Int
    /// Of the tree over them, as their bytes are now where that agrees with what was hashed.
    package let root: Digest
    /// Entries that the last checkpoint covers; what came after can still be changed by whoever holds the key.
    package let signed: Int
    package let faults: [Fault]

    package struct Fault: Hashable, Sendable {
        /// The entry, when it is one that is wrong.
        package let seq: Int?
        package let what: String

        package init(seq: Int? = nil, _ what: String) {
            self.seq = seq
            self.what = what
        }
    }

    package var isSound: Bool { faults.isEmpty }

    /// More faults than anybody reads; the audit counts on, but lists no further.
    package static let mostFaults = 1000

    /// What the ledger itself shows; who has seen it from outside is not its to say.
    package var json: JSONValue {
        [
            "ok": .boolean(isSound), "size": .integer(Int64(size)), "root": .string(root.hex),
            "signed": .integer(Int64(signed)),
            "faults": .array(
                faults.map { ["seq": $0.seq.map { .integer(Int64($0)) } ?? .null, "what": .string($0.what)] }),
        ]
    }
}
