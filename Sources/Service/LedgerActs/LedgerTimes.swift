package import Ledger
package import Storage

/// The entries whose times do not tell the same story, for whoever asks when a thing was really written down.
package struct LedgerTimes: Sendable {
    package let days: Int
    package let gaps: [TimeGap]
    /// Counted on beyond what is listed.
    package let total: Int

    /// Listed at most; an old register taken over whole is late in every line.
    static let most = 1000

    package var lines: [String] {
        guard total > 0 else { return ["没有晚于知悉 \(days) 日以上才入账的条目，也没有改动过发生时间的更正。"] }
        return ["\(total) 处；入账时间由账本决定，不能倒填，外面保存的检查点可以印证："]
            + gaps.prefix(40).map { "  第 \($0.seq) 条 \($0.register)/\($0.record)：\($0.words)" }
    }

    package var json: JSONValue {
        [
            "total": .number(total), "days": .number(days),
            "gaps": .array(
                gaps.map {
                    [
                        "kind": .string($0.kind.rawValue), "seq": .number($0.seq),
                        "register": .string($0.register), "record": .string($0.record),
                        "happenedAt": .text($0.happenedAt), "happenedBefore": .text($0.happenedBefore),
                        "knownAt": .text($0.knownAt), "recordedAt": .text($0.recordedAt),
                    ]
                }),
        ]
    }
}

extension TimeGap {
    fileprivate var words: String {
        switch kind {
        case .late: "称 \(knownAt) 知悉，\(recordedAt) 才入账。"
        case .redated:
            "发生时间由 \(happenedBefore.map { "\($0)" } ?? "未填") 改为 \(happenedAt.map { "\($0)" } ?? "未填")，\(recordedAt) 入账。"
        }
    }
}

extension Bureau {
    /// - Parameters:
    ///   - first: The entry to begin with.
    ///   - days: More than so many days between being known and being taken are late.
    package func ledgerTimes(from first: Int, days: Int) throws -> LedgerTimes {
        var (gaps, total): ([TimeGap], Int) = ([], 0)
        try store.timeGaps(from: first, days: days) {
            total += 1
            if gaps.count < LedgerTimes.most { gaps.append($0) }
        }
        return LedgerTimes(days: days, gaps: gaps, total: total)
    }
}
