package import Ledger
package import Storage

/// What a full audit of the ledger found, and how far outsiders have seen the ledger.
package struct LedgerAudit: Sendable {
    package let report: AuditReport
    /// How typed-in lines compare; `nil` when there were none.
    package let paper: PaperFinding?
    /// `nil` where it cannot be read any more.
    package let witnessing: Witnessing?
    package let now: UTCTime

    package var isSound: Bool { report.isSound && paper?.isSound != false }

    /// For a terminal.
    package var lines: [String] {
        let after = max(0, report.size - report.signed)
        let size = "条目 \(report.size)，根 \(report.root.hex)；已签署 \(report.signed) 条，其后 \(after) 条尚未签署。"
        let seen = "外部见证：\(witnessing?.words(at: now) ?? "读不出")。"
        let compared = paper.map { [$0.line] } ?? []
        guard !report.isSound else { return [size, seen, "全部条目、哈希树、检查点和索引核验一致。"] + compared }
        return [size, seen] + compared + ["核验未通过，发现 \(report.faults.count) 处："]
            + report.faults.prefix(40).map { fault in
                "  " + (fault.seq.map { "第 \($0) 条：" } ?? "") + fault.what
            } + ["请保留现场，不要重建索引；用备份和外部保存的检查点查明是何时、由谁改动。"]
    }

    package var json: JSONValue {
        [
            "ok": .boolean(isSound), "size": .number(report.size), "root": .string(report.root.hex),
            "signed": .number(report.signed), "lastWitnessed": witnessing?.json ?? .null,
            "paper": paper?.json ?? .null,
            "faults": .array(report.faults.map { ["seq": .number($0.seq), "what": .string($0.what)] }),
        ]
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
