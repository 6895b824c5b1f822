package import Ledger

/// A log as its witness knows it.
package struct FollowedLog: Sendable {
    package let origin: String
    package let keys: [String]
    package let size: Int
    /// Hexadecimal; `nil` for a log that was empty.
    package let root: String?
    /// Of the last cosignature; `nil` before the first.
    package let time: UTCTime?
    /// Files with requests that contradict what the log showed before.
    package let evidence: [String]

    init(
        origin: String, keys: [String] = [], size: Int = 0, root: String? = nil, time: UTCTime? = nil,
        evidence: [String] = []
    ) {
        self.origin = origin
        self.keys = keys
        self.size = size
        self.root = root
        self.time = time
        self.evidence = evidence
    }
}

package struct WitnessOfficeStatus: Sendable {
    package let publicKey: String
    package let logs: [FollowedLog]

    package var lines: [String] {
        ["见证公钥：\(publicKey)"] + (logs.isEmpty ? ["尚未登记账本。"] : logs.flatMap(\.lines))
    }

    package var json: JSONValue {
        ["witness": .string(publicKey), "logs": .array(logs.map(\.json))]
    }
}

extension FollowedLog {
    package var lines: [String] {
        ["账本 \(origin)：\(size) 条" + (root.map { "，根 \($0)" } ?? "（从空账本开始）")]
            + [time.map { "  最近见证：\($0.chinaText)" } ?? "  尚未见证；起点已约定。"]
            + (evidence.isEmpty ? [] : ["  矛盾的请求 \(evidence.count) 件，是账本改写或分叉的证据，请保全："])
            + evidence.map { "    \($0)" }
    }

    var json: JSONValue {
        [
            "origin": .string(origin), "keys": .texts(keys), "size": .number(size), "root": .text(root),
            "lastWitnessed": .text(time.map(\.description)), "evidence": .texts(evidence),
        ]
    }
}
