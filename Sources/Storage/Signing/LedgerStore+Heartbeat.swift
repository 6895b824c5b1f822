import GRDB
package import Ledger

extension LedgerStore {
    /// When the last entry that the last checkpoint covers was entered: the checkpoint is no older than this says.
    /// `nil` while none covers any.
    package func lastSignedEntryTime() throws -> UTCTime? {
        let size = try lastCheckpoint().checkpoint.size
        return size == 0 ? nil : try entry(size - 1).recordedAt
    }

    /// By how many milliseconds this machine's clock lies behind the last entry; 0 when it does not.
    ///
    /// The ledger's own time never goes back: until the clock has caught up, every entry carries the last one's time.
    package func clockLag() throws -> Int64 {
        let size = try size()
        guard size > 0 else { return 0 }
        return max(0, try entry(size - 1).recordedAt.milliseconds - now().milliseconds)
    }

    /// Signs when the last signed entry is an hour old, or later than the clock says; with an entry of its own when
    /// there is nothing else to sign.
    ///
    /// - Returns: Milliseconds after which it should be called again, at most an hour.
    @discardableResult
    package func beat(actor: Entry.Actor) throws -> Int64 {
        let now = now()
        let age = try lastSignedEntryTime().map { now.milliseconds - $0.milliseconds } ?? Heartbeat.interval
        if (0..<Heartbeat.interval).contains(age) { return Heartbeat.interval - age }
        if try size() == lastCheckpoint().checkpoint.size { try file([Heartbeat.filing(now, actor: actor)]) }
        try checkpoint()
        return Heartbeat.interval
    }
}
