package import Ledger
package import Storage

/// The ledger in a few lines: what a person copies down to hold it to later.
package struct LedgerStatus: Sendable {
    package let origin: String
    package let keys: LedgerKeys
    package let size: Int
    /// The last signed checkpoint, as anyone can verify it.
    package let note: String
    package let checkpoint: Checkpoint
    /// The last signed checkpoint of the SM3 tree, where the ledger keeps one.
    package let sm3: Checkpoint?
    /// How old it is at most, in words.
    package let age: String
    /// When the last entry that it covers was entered.
    package let lastSignedEntryAt: UTCTime?
    package let witnessing: Witnessing
    /// The time of asking.
    package let now: UTCTime

    package var uncovered: Int { size - checkpoint.size }

    package var lines: [String] {
        [
            "账本：\(origin)", "条目：\(size)", "最后的检查点：\(checkpoint.size) 条，根 \(checkpoint.root.hex)",
            age, "外部见证：\(witnessing.words(at: now))",
        ] + (sm3.map { ["SM3 树的检查点：\($0.size) 条，根 \($0.root.hex)"] } ?? []) + keys.lines + ["", note]
    }

    package var json: JSONValue {
        [
            "origin": .string(origin), "verifierKey": .string(keys.main), "verifierKeys": keys.json,
            "size": .number(size),
            "checkpoint": [
                "size": .number(checkpoint.size), "root": .string(checkpoint.root.hex),
                "note": .string(note),
                "lastEntryAt": lastSignedEntryAt.map { JSONValue.string($0.description) } ?? .null,
            ],
            "sm3": sm3.map { ["size": .number($0.size), "root": .string($0.root.hex)] } ?? .null,
            "uncovered": .number(uncovered), "lastWitnessed": witnessing.json,
        ]
    }
}
