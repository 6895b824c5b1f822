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
    package let witnessing: Witnessing
    /// The time of asking.
    package let now: UTCTime

    package var uncovered: Int { size - checkpoint.size }

    package var lines: [String] {
        [
            "账本：\(origin)", "条目：\(size)", "最后的检查点：\(checkpoint.size) 条，根 \(checkpoint.root.hex)",
            "其后新增：\(uncovered) 条", "外部见证：\(witnessing.words(at: now))",
        ] + keys.lines + ["", note]
    }

    package var json: JSONValue {
        [
            "origin": .string(origin), "verifierKey": .string(keys.main), "verifierKeys": keys.json,
            "size": .number(size),
            "checkpoint": [
                "size": .number(checkpoint.size), "root": .string(checkpoint.root.hex),
                "note": .string(note),
            ],
            "uncovered": .number(uncovered), "lastWitnessed": witnessing.json,
        ]
    }
}
