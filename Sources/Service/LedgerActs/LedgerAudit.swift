package import Ledger
package import Storage

extension AuditReport {
    /// For a terminal.
    package var lines: [String] {
        let size = "条目 \(size)，根 \(root.hex)；已签署 \(signed) 条，其后 \(max(0, size - signed)) 条尚未签署；外部见证：尚无。"
        guard !isSound else { return [size, "全部条目、哈希树、检查点和索引核验一致。"] }
        return [size, "核验未通过，发现 \(faults.count) 处："]
            + faults.prefix(40).map { fault in "  " + (fault.seq.map { "第 \($0) 条：" } ?? "") + fault.what }
            + ["请保留现场，不要重建索引；用备份和外部保存的检查点查明是何时、由谁改动。"]
    }
}

/// What rebuilding the index did or, with `--check`, would do.
package struct IndexRebuild: Sendable {
    /// For each register that differs from its entries, an entry at which it does.
    package let differences: [String: Int]
    package let isCheck: Bool

    package var isSound: Bool { differences.isEmpty }

    package var lines: [String] {
        guard isCheck else { return ["索引已由账本条目重建。"] }
        guard !isSound else { return ["索引与账本条目一致。"] }
        return differences.sorted { $0.key < $1.key }.map { "台账 \($0) 的索引与条目不一致，例如第 \($1) 条。" }
            + ["页面和检查所读的内容被改动过；zhunsheng rebuild 由条目重建。"]
    }

    package var json: JSONValue {
        [
            "ok": .boolean(isSound), "check": .boolean(isCheck),
            "differences": .object(
                differences.sorted { $0.key < $1.key }.map { JSONMember($0.key, .number($0.value)) }),
        ]
    }
}
