package import Law
package import Ledger
import Registers

extension LedgerStore {
    /// Every key that verifies the ledger's checkpoints: those in force first, the retired ones after them.
    package var verifierKeys: [VerifierKey] {
        get throws { try KeyRing.verifiers(in: folder) }
    }

    /// The Ed25519 key in force.
    package var verifierKey: VerifierKey {
        get throws { try verifierKeys[0] }
    }

    /// The keys that sign today: Ed25519, then SM2 where the ledger has it.
    package var activeKeys: [VerifierKey] {
        get throws { try KeyRing.read(from: folder).active }
    }

    /// Puts a new key in the place of each key in force. The old secrets are gone afterwards; what they signed verifies on.
    ///
    /// - Parameters:
    ///   - seed: 32 random bytes for the Ed25519 key.
    ///   - secret: The same for the SM2 key, where the ledger has one.
    /// - Returns: The changes, each an entry of the ledger.
    package func rotateKeys(
        seed: [UInt8], sm2 secret: [UInt8], actor: Entry.Actor, at moment: Moment
    ) throws -> [KeyChange] {
        try change(actor, moment) { ring in
            try ring.active.map { old in
                old.algorithm == .sm2 ? try Self.sm2Key(origin, secret) : SigningKey(name: origin, seed: seed)
            }
        }
    }

    /// Signs with SM2 and SM3 too from now on.
    ///
    /// - Throws: `hasSM2Key` when it does already.
    package func addSM2Key(secret: [UInt8], actor: Entry.Actor, at moment: Moment) throws -> [KeyChange] {
        try change(actor, moment) { ring in
            guard !ring.active.contains(where: { $0.algorithm == .sm2 }) else { throw StorageError.hasSM2Key }
            return [try Self.sm2Key(origin, secret)]
        }
    }

    static func sm2Key(_ origin: String, _ secret: [UInt8]) throws -> SigningKey {
        guard let key = SigningKey(name: origin, sm2: secret) else { throw StorageError.noSM2Key }
        return key
    }

    private func change(
        _ actor: Entry.Actor, _ moment: Moment, to keys: (KeyRing) throws -> [SigningKey]
    ) throws -> [KeyChange] {
        try File.locked(folder.keysLock) {
            var ring = try KeyRing.read(from: folder)
            // A change that a crash cut short is finished first.
            if !ring.isSettled { ring = try settle(ring, actor, moment).ring }
            let begun = ring.adding(try keys(ring))
            try head.locked { try begun.writeSecrets(in: folder) }
            return try settle(begun, actor, moment).changes
        }
    }

    /// Brings the pending keys into force.
    ///
    /// Old and new sign together until the entry of the change is signed; a crash at any point leaves a ledger that
    /// opens and signs, and the next change begins by coming here again.
    private func settle(
        _ ring: KeyRing, _ actor: Entry.Actor, _ moment: Moment
    ) throws -> (ring: KeyRing, changes: [KeyChange]) {
        let changes = ring.pending.map(\.verifier).map { new in
            KeyChange(new: new, old: ring.active.first { $0.algorithm == new.algorithm })
        }
        for change in changes where try record(KeyChange.declaration.id, change.id) == nil {
            try file([change.filing(actor: actor, at: moment)])
        }
        if !changes.isEmpty { try checkpoint() }
        let settled = ring.settled
        try head.locked {
            try settled.writeVerifiers(in: folder)
            try settled.writeSecrets(in: folder)
        }
        return (settled, changes)
    }
}
