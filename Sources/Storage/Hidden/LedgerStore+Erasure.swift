import GRDB
import Law
package import Ledger
package import Registers

extension LedgerStore {
    private var journal: ErasureJournal { ErasureJournal(path: File.target(of: folder.erasures)) }

    /// The record of an erasure; `nil` when the content was not erased.
    package func erasure(of owner: PrivateContent.Owner) throws -> Registers.Record? {
        try record(Erasure.declaration.id, Erasure.id(of: owner))
    }

    /// Every erasure and the entry that records it, the oldest first.
    package func erasures() throws -> [(seq: Int, erasure: Erasure)] {
        try records(of: Erasure.declaration.id, knownAt: nil).compactMap { record in
            guard let seq = record.seq, let erasure = Erasure(record, actor: try entry(seq).actor) else {
                return nil
            }
            return (seq, erasure)
        }.sorted { $0.seq < $1.seq }
    }

    /// Destroys a private group of a record in all its versions: first written down in the journal, then done, then
    /// recorded as an entry. What a crash leaves undone is finished when the store is opened next.
    ///
    /// The commitments stay in the entries, and every proof holds as before.
    /// - Returns: The receipt of the entry that records it.
    /// - Throws: `nothingToErase`, `alreadyErased`; `busyDestroying` when it must be asked for again.
    @discardableResult
    package func erase(_ erasure: Erasure) throws -> Receipt {
        let owner = erasure.owner
        if let seq = try self.erasure(of: owner)?.seq { throw HiddenError.alreadyErased(owner, seq: seq) }
        guard try isCommitted(owner) else { throw HiddenError.nothingToErase(owner) }
        try journal.append(erasure)
        try hidden.files.destroy(owner)
        return try file([erasure.filing])[0]
    }

    /// Whether some version of the record says something of the group.
    private func isCommitted(_ owner: PrivateContent.Owner) throws -> Bool {
        try history(owner.register, owner.record).contains { version in
            guard let seq = version.seq else { return false }
            return try entry(seq).commitments.contains { $0.group == owner.group }
        }
    }

    /// Carries out, on whatever files a backup has put back, what the journal and the ledger say was erased.
    ///
    /// Either may be behind the other: the ledger after a crash or an old backup, the journal where it was lost.
    func reapplyErasures() throws {
        let recorded = try erasures()
        let written = try journal.read()
        let known = Set(recorded.map(\.erasure.owner))
        for erasure in written {
            if try hidden.files.holds(erasure.owner) { try hidden.files.destroy(erasure.owner) }
            if !known.contains(erasure.owner) { try file([erasure.filing]) }
        }
        let inJournal = Set(written.map(\.owner))
        for (_, erasure) in recorded where !inJournal.contains(erasure.owner) {
            try journal.append(erasure)
            if try hidden.files.holds(erasure.owner) { try hidden.files.destroy(erasure.owner) }
        }
    }
}
