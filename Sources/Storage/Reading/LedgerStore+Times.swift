import GRDB
import Law
package import Ledger
import Registers

/// An entry whose times do not tell the same story.
package struct TimeGap: Hashable, Sendable {
    package enum Kind: String, Hashable, Sendable {
        /// Known for days before the ledger took it.
        case late
        /// A later version says that it happened at another time.
        case redated
    }

    package let kind: Kind
    package let seq: Int
    package let register: String
    package let record: String
    package let happenedAt: CivilTime?
    /// What the version before said.
    package let happenedBefore: CivilTime?
    package let knownAt: CivilTime
    package let recordedAt: UTCTime
}

extension LedgerStore {
    /// The entries that were taken long after they are said to have been known, or that move the time of what happened.
    ///
    /// The ledger's own time cannot be chosen by whoever files: it never goes back, and the next checkpoint kept
    /// elsewhere bounds it.
    ///
    /// - Parameters:
    ///   - first: The entry to begin with.
    ///   - days: More than so many days are late.
    package func timeGaps(from first: Int, days: Int, _ found: (TimeGap) throws -> Void) throws {
        try pool.read { database in
            let entries = try Statement(
                database, "SELECT seq, bytes FROM entries WHERE seq >= ? ORDER BY seq")
            let earlier = try Statement(database, Self.selectEntry)
            entries.bind(1, first)
            while try entries.step() {
                let seq = entries.integer(0)
                guard let entry = try? Entry(decoding: entries.blob(1)) else {
                    throw StorageError.damaged(seq: seq)
                }
                var before: CivilTime?
                if let previous = entry.previous {
                    before = try Entry(decoding: try Self.entryBytes(previous, earlier)).happenedAt
                    if before != entry.happenedAt {
                        try found(TimeGap(.redated, seq, entry, before: before))
                    }
                }
                if entry.daysUntilRecorded > days {
                    try found(TimeGap(.late, seq, entry, before: before))
                }
            }
        }
    }
}

extension TimeGap {
    fileprivate init(_ kind: Kind, _ seq: Int, _ entry: Entry, before: CivilTime?) {
        self.init(
            kind: kind, seq: seq, register: entry.register, record: entry.record,
            happenedAt: entry.happenedAt,
            happenedBefore: before, knownAt: entry.knownAt, recordedAt: entry.recordedAt)
    }
}

extension Entry {
    /// Whole days from the day of being known to the day in China on which the ledger took it.
    fileprivate var daysUntilRecorded: Int {
        guard let known = knownAt.moment?.day else { return 0 }
        let minutes = recordedAt.milliseconds / 60_000 + 8 * 60
        return Int(minutes / (24 * 60)) - Int(known.number)
    }
}
