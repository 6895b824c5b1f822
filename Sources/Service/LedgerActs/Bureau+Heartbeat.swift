import Law
import Ledger
import Storage

extension Bureau {
    /// Keeps the ledger from falling silent: called again after the seconds it gives, as long as pages are served.
    package func beat() throws -> Int { Int(max(1000, try store.beat(actor: actor)) / 1000) }

    /// What is wrong with this machine's clock, as far as the ledger can tell; `nil` when nothing is.
    package func clockWarning() throws -> String? {
        let lag = try store.clockLag()
        // Time services move a clock by seconds at most.
        guard lag >= 60_000 else { return nil }
        return "注意：本机时钟比账本最后一条早 \(Self.span(lag))。账本的时间不倒退：时钟追上之前，新记录一律按最后一条的时间入账，"
            + "看不出先后的间隔。请校正时钟；若是以前被调快过，请写明原因备查。"
    }

    /// How old the last checkpoint is at most, in words.
    package func checkpointAge() throws -> String {
        let size = try store.size()
        guard let time = try store.lastSignedEntryTime() else { return "检查点还没有覆盖任何条目，账本现有 \(size) 条。" }
        let age = max(0, environment.milliseconds() - time.milliseconds)
        return "检查点所覆盖的最后一条入账于 \(Moment(millisecondsUTC: time.milliseconds))（\(Self.span(age))前）；"
            + "其后新增 \(size - (try store.lastCheckpoint().checkpoint.size)) 条。"
    }

    /// `3 天 4 小时`, `5 分钟`, `12 秒`.
    static func span(_ milliseconds: Int64) -> String {
        let seconds = milliseconds / 1000
        switch seconds {
        case ..<60: return "\(seconds) 秒"
        case ..<3600: return "\(seconds / 60) 分钟"
        case ..<86_400: return "\(seconds / 3600) 小时 \(seconds / 60 % 60) 分钟"
        default: return "\(seconds / 86_400) 天 \(seconds / 3600 % 24) 小时"
        }
    }
}
