import GRDB
package import Ledger

/// How far outsiders have seen a ledger.
package struct Witnessing: Hashable, Sendable {
    /// Whether the ledger has a policy that says who must witness it.
    package let hasPolicy: Bool
    /// The newest checkpoint that the policy's quorum cosigned; `nil` before there is one.
    package let last: Last?
    /// Entries after it.
    package let since: Int

    package struct Last: Hashable, Sendable {
        package let size: Int
        /// Of the latest of the cosignatures.
        package let time: UTCTime
        /// As the policy names them.
        package let witnesses: [String]

        package init(size: Int, time: UTCTime, witnesses: [String]) {
            self.size = size
            self.time = time
            self.witnesses = witnesses
        }
    }

    package init(hasPolicy: Bool, last: Last?, since: Int) {
        self.hasPolicy = hasPolicy
        self.last = last
        self.since = since
    }

    /// Hours after which a ledger that nobody outside has seen is cause for alarm.
    package static let alarmHours = 24

    package func isLate(at now: UTCTime) -> Bool {
        guard let last else { return hasPolicy }
        return now.milliseconds - last.time.milliseconds > Int64(Self.alarmHours) * 3_600_000
    }
}

/// Cosigned checkpoints, read from the table of checkpoints.
struct CosignedCheckpoints {
    let policy: WitnessPolicy
    private let database: Database

    init(_ database: Database, _ policy: WitnessPolicy) {
        self.database = database
        self.policy = policy
    }

    /// Newest first: the notes that bear the name of one of the witnesses, with what their signatures amount to.
    ///
    /// - Parameter take: Returns whether it wants another.
    func visit(_ take: (SignedNote, WitnessPolicy.Standing) throws -> Bool) throws {
        let names = policy.witnesses.map { Array("— \($0.key.name) ".utf8) }
        guard !names.isEmpty else { return }
        // A ledger has a checkpoint for every hour; only those that may be cosigned are parsed.
        let conditions = names.indices.map { "instr(note, ?\($0 + 1)) > 0" }.joined(separator: " OR ")
        let rows = try Statement(
            database, "SELECT note FROM checkpoints WHERE \(conditions) ORDER BY size DESC")
        for (index, name) in names.enumerated() { rows.bind(index + 1, name) }
        while try rows.step() {
            // What does not hold is no cosignature; that a stored note was spoilt is for the audit to say.
            guard let note = try? SignedNote(parsing: Array(rows.blob(0))),
                let standing = try? policy.standing(of: note), !standing.names.isEmpty
            else { continue }
            guard try take(note, standing) else { return }
        }
    }

    /// The newest that meets the quorum, of at least so many entries and signed by the key given.
    func newestWithQuorum(
        covering size: Int = 0, signedBy key: VerifierKey? = nil
    ) throws -> (note: SignedNote, standing: WitnessPolicy.Standing)? {
        var found: (note: SignedNote, standing: WitnessPolicy.Standing)?
        try visit { note, standing in
            guard try Checkpoint(note).size >= size else { return false }
            guard standing.isQuorum, try key.map({ try !note.signatures(by: [$0]).isEmpty }) ?? true else {
                return true
            }
            found = (note, standing)
            return false
        }
        return found
    }

    /// The sizes that a witness has cosigned, newest first.
    func sizes(cosignedBy key: VerifierKey? = nil, most: Int) throws -> [Int] {
        var sizes: [Int] = []
        try visit { note, _ in
            let isWanted = try key.map { try !note.signatures(by: [$0]).isEmpty } ?? true
            if isWanted { sizes.append(try Checkpoint(note).size) }
            return sizes.count < most
        }
        return sizes
    }
}
