package import Ledger
import Registers

/// What an insider with the envelope key can do to hidden fields, around every command. For `ledger attack`.
extension LedgerStore {
    /// Files the private content of one record under another's commitment, encrypted anew with the wrapping key.
    ///
    /// - Returns: `false` when the register has no two records with content of the group.
    package func swapPrivate(_ group: String, of register: String) throws -> Bool {
        var found: [(owner: PrivateContent.Owner, commitment: Digest, content: PrivateContent)] = []
        for record in try records(of: register, knownAt: nil) where found.count < 2 {
            guard let seq = record.seq else { continue }
            let owner = PrivateContent.Owner(register: register, record: record.id, group: group)
            for commitment in try entry(seq).commitments where commitment.group == group {
                if let content = try hidden.content(of: owner, commitment.hmac),
                    found.first?.content.fields != content.fields
                {
                    found.append((owner, commitment.hmac, content))
                }
            }
        }
        guard found.count == 2 else { return false }
        let (target, other) = (found[0], found[1])
        let made = try hidden.envelopeKey().close(
            other.content, of: target.owner, random: hidden.randomBytes)
        try hidden.files.destroy(target.owner)
        try hidden.files.put([
            Envelope(
                owner: target.owner, commitment: target.commitment, wrappedKey: made.wrappedKey,
                sealed: made.sealed)
        ])
        return true
    }

    /// Destroys a private group without a word in the journal or the ledger.
    package func destroySilently(_ owner: PrivateContent.Owner) throws { try hidden.files.destroy(owner) }
}
