import GRDB
package import Ledger

extension DataFolder {
    var witness: String { path + "/witness" }
    /// Who must witness the ledger (C2SP tlog-policy).
    package var witnessPolicy: String { witness + "/policy" }

    /// - Returns: `nil` where there is no policy.
    func readPolicy() throws -> WitnessPolicy? {
        guard File.exists(witnessPolicy) else { return nil }
        return try WitnessPolicy(parsing: try File.read(witnessPolicy))
    }
}

extension LedgerStore {
    /// Who must witness the ledger; `nil` when nobody does.
    package func witnessPolicy() throws -> WitnessPolicy? { try folder.readPolicy() }

    /// The policy, where one is needed.
    func requiredPolicy() throws -> WitnessPolicy {
        guard let policy = try witnessPolicy() else {
            throw WitnessFault.noPolicy(path: folder.witnessPolicy)
        }
        return policy
    }

    /// Takes a policy up, once it is one for this ledger and really asks for somebody outside.
    @discardableResult
    package func install(policy bytes: [UInt8]) throws -> WitnessPolicy {
        let policy = try WitnessPolicy(parsing: bytes)
        let (verifierKey, own) = try (verifierKey, verifierKeys.map(\.publicKey))
        guard policy.logs.contains(where: { $0.key == verifierKey }) else {
            throw WitnessFault.otherLog(origin: origin)
        }
        guard !policy.quorum.isMet(by: []) else { throw WitnessFault.noQuorum }
        for witness in policy.witnesses where own.contains(witness.key.publicKey) {
            throw WitnessFault.ownWitness(name: witness.name)
        }
        try File.makeFolder(folder.witness)
        try File.write(bytes, to: folder.witnessPolicy, mode: 0o644)
        return policy
    }

    /// How far outsiders have seen the ledger.
    package func witnessing() throws -> Witnessing {
        try Self.witnessing(pool, policy: try witnessPolicy())
    }

    /// The same of a ledger that may be too damaged to be opened.
    package static func witnessing(at path: String) throws -> Witnessing {
        let folder = DataFolder(path)
        let pool = try openPool(folder)
        defer { try? pool.close() }
        return try witnessing(pool, policy: try folder.readPolicy())
    }

    private static func witnessing(_ pool: DatabasePool, policy: WitnessPolicy?) throws -> Witnessing {
        try pool.read { database in
            let size = try Schema.size(database)
            guard let policy else { return Witnessing(hasPolicy: false, last: nil, since: size) }
            guard let found = try CosignedCheckpoints(database, policy).newestWithQuorum() else {
                return Witnessing(hasPolicy: true, last: nil, since: size)
            }
            let seen = try Checkpoint(found.note).size
            let last = Witnessing.Last(
                size: seen, time: UTCTime(seconds: found.standing.time ?? 0), witnesses: found.standing.names)
            return Witnessing(hasPolicy: true, last: last, since: size - seen)
        }
    }
}
