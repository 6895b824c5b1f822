import Law
package import Ledger
package import Storage

extension Witnessing {
    /// One line for terminals and pages; always says something, and never that all is well where it is not.
    package func words(at now: UTCTime) -> String {
        guard hasPolicy else { return "尚无：没有外部单位见证，持有签名密钥的人可以重做整个账本" }
        guard let last else { return "见证政策已装，但尚无检查点达到它的要求；请运行 zhunsheng ledger witness ask 或 export" }
        let late = isLate(at: now) ? "；已超过 \(Self.alarmHours) 小时未见证，请尽快见证" : ""
        return "最近 \(last.time.chinaText)（\(last.witnesses.joined(separator: "、"))），"
            + "其时 \(last.size) 条，其后 \(since) 条尚未见证\(late)"
    }

    /// `null` before there is any.
    package var json: JSONValue {
        guard let last else { return .null }
        return [
            "time": .string(last.time.description), "size": .number(last.size), "since": .number(since),
            "witnesses": .texts(last.witnesses),
        ]
    }
}

extension UTCTime {
    /// `2026-01-04 10:30` on China's clock.
    var chinaText: String { Moment(millisecondsUTC: milliseconds).pageText }
}
