import Law
import Ledger
import Registers

/// Takes the hidden fields out of filings on their way into one transaction, and leaves commitments in their place.
///
/// What it takes out is on the disk before the entries are: a crash in between leaves an envelope that no entry
/// mentions, never an entry whose envelope is missing.
final class HiddenWriter {
    private let store: HiddenStore
    /// Of this transaction, in memory until it is about to commit: some 500 bytes each.
    private var pending: [Envelope] = []
    private var pendingSealed: [Envelope] = []

    init(_ store: HiddenStore) { self.store = store }

    /// - Parameters:
    ///   - latest: The version that the record stands at.
    ///   - find: The number and the entry of the version that a record of another register stands at.
    /// - Returns: The filing as the entry may hold it.
    func close(
        _ filing: Filing, in table: RegisterTable, over latest: Entry?,
        find: (_ register: String, _ id: String) throws -> (seq: Int, entry: Entry)?
    ) throws -> Filing {
        if let group = table.sealedGroup, let sealing = table.declaration.sealing {
            return try seal(group, to: sealing, filing, in: table, over: latest, find: find)
        }
        var filing = filing
        var commitments = latest?.commitments ?? []
        for group in table.privateGroups {
            let owner = PrivateContent.Owner(register: filing.register, record: filing.id, group: group.id)
            let said = try content(group, of: filing, in: table)
            filing.values = group.removed(from: filing.values)
            guard let said else { continue }
            if let seq = try find(Erasure.declaration.id, Erasure.id(of: owner))?.seq {
                throw HiddenError.alreadyErased(owner, seq: seq)
            }
            let stands = commitments.firstIndex { $0.group == group.id }
            if let stands, try says(said, owner, commitments[stands]) { continue }
            if let stands { commitments.remove(at: stands) }
            commitments.append(Commitment(group: group.id, hmac: try keep(said, owner)))
        }
        filing.commitments = commitments.sorted { precedes($0.group, $1.group) }
        return filing
    }

    /// Puts what was taken out on the disk; called right before the transaction commits.
    func flush() throws {
        if !pending.isEmpty { try store.files.put(pending) }
        if !pendingSealed.isEmpty { try store.files.put(sealed: pendingSealed) }
        (pending, pendingSealed) = ([], [])
    }

    /// A sealed record is filed once, by nobody that the entry names. A later filing that does not mention the content,
    /// as an export does not, leaves it as it stands.
    private func seal(
        _ group: HiddenGroup, to sealing: Sealing, _ filing: Filing, in table: RegisterTable,
        over latest: Entry?, find: (_ register: String, _ id: String) throws -> (seq: Int, entry: Entry)?
    ) throws -> Filing {
        let owner = PrivateContent.Owner(register: filing.register, record: filing.id, group: group.id)
        let said = try content(group, of: filing, in: table)
        var filing = filing
        filing.values = group.removed(from: filing.values)
        filing.actor = .sealedFiler
        if let latest {
            guard said == nil else { throw HiddenError.alreadySealed(owner) }
            (filing.commitments, filing.attachments) = (latest.commitments, latest.attachments)
            return filing
        }
        guard let said else { throw HiddenError.nothingToSeal(owner) }
        let keys = try sealing.offices.map { office in
            let recorded = try find(OfficeKeyRecord.declaration.id, office)?.entry.fields.value()["digest"]
            return try store.officeKey(office, recorded: recorded?.string)
        }
        let content = PrivateContent(fields: said, key: store.randomBytes(Commitment.keySize))
        let cipher = try store.envelopeKey().cipher
        guard
            let item = SealedItem(
                content, of: owner, to: keys, cipher: cipher, random: store.randomBytes)
        else { throw HiddenError.officeKeyMissing(office: sealing.offices[0]) }
        let commitment = content.commitment(of: owner, cipher: cipher)
        pendingSealed.append(
            Envelope(owner: owner, commitment: commitment.hmac, wrappedKey: [], sealed: item.bytes))
        filing.commitments = [commitment]
        filing.attachments = [
            Entry.Attachment(size: item.bytes.count, sha256: .sha256(item.bytes))
        ]
        return filing
    }

    /// What a filing says of a group; `nil` when it says nothing, which leaves the group as it stands.
    private func content(
        _ group: HiddenGroup, of filing: Filing, in table: RegisterTable
    ) throws -> CanonicalJSON? {
        let values = group.masked(filing.values)
        guard values.contains(where: { !$0.isNull }) else { return nil }
        var writer = JSONWriter()
        do { try table.coding.write(values, into: &writer) } catch {
            throw StorageError.coding(register: filing.register, id: filing.id, error)
        }
        return CanonicalJSON(written: writer.bytes)
    }

    private func says(
        _ fields: CanonicalJSON, _ owner: PrivateContent.Owner, _ commitment: Commitment
    ) throws -> Bool {
        if let waiting = pending.first(where: { $0.owner == owner && $0.commitment == commitment.hmac }) {
            return try store.envelopeKey().open(waiting).fields == fields
        }
        return try store.content(of: owner, commitment.hmac)?.fields == fields
    }

    private func keep(_ fields: CanonicalJSON, _ owner: PrivateContent.Owner) throws -> Digest {
        let content = PrivateContent(fields: fields, key: store.randomBytes(Commitment.keySize))
        let envelope = try store.envelopeKey().close(content, of: owner, random: store.randomBytes)
        pending.append(envelope)
        return envelope.commitment
    }
}
