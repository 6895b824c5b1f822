package import Law
package import Ledger
package import Registers

/// Which public key of an office the server seals with: a register of the store's own, so that whoever puts another
/// one in its place is seen.
package enum OfficeKeyRecord {
    package static let declaration = RegisterDeclaration(
        id: "office-key", name: "密封机关公钥登记", about: "各机关用于密封的公钥的摘要；更换也记入，不能悄悄换掉。",
        key: ["office"], happened: "installedAt",
        fields: [
            FieldDeclaration(id: "office", label: "机关", type: .text, isRequired: true),
            FieldDeclaration(id: "digest", label: "公钥摘要", type: .text, isRequired: true),
            FieldDeclaration(id: "installedAt", label: "安装时间", type: .datetime, isRequired: true),
        ])
}

extension DataFolder {
    /// The public keys of the offices that records are sealed to.
    var offices: String { path + "/keys/offices" }
    func officeKey(_ office: String) -> String { "\(offices)/\(office).pub" }
}

extension LedgerStore {
    /// Installs the key that records are sealed with for an office from now on. What was sealed before opens with the
    /// old one.
    @discardableResult
    package func installOfficeKey(
        _ key: OfficePublicKey, actor: Entry.Actor, at moment: Moment
    ) throws -> Receipt {
        try File.makeFolder(folder.offices)
        try File.write(Array(key.text.utf8), to: folder.officeKey(key.office), mode: 0o644)
        return try file([
            Filing(
                register: OfficeKeyRecord.declaration.id, id: key.office,
                values: [.text(key.office), .text(key.digest.hex), .moment(moment)], knownAt: moment,
                actor: actor)
        ])[0]
    }

    /// The digests of the keys installed, by office.
    package func officeKeys() throws -> [(office: String, digest: String, seq: Int)] {
        try records(of: OfficeKeyRecord.declaration.id, knownAt: nil).compactMap(Self.officeKey)
    }

    /// The digests of all keys that were ever installed for an office, the first one first.
    package func officeKeys(of office: String) throws -> [(office: String, digest: String, seq: Int)] {
        try history(OfficeKeyRecord.declaration.id, office).compactMap(Self.officeKey)
    }

    private static func officeKey(
        _ record: Registers.Record
    ) -> (office: String, digest: String, seq: Int)? {
        guard case .text(let digest) = record.values[1], let seq = record.seq else { return nil }
        return (record.id, digest, seq)
    }
}

extension HiddenStore {
    /// The key to seal with for an office.
    ///
    /// - Parameter recorded: The digest that the ledger records for it.
    /// - Throws: `officeKeyMissing`; `officeKeyChanged` when the file is not the key that the ledger records.
    func officeKey(_ office: String, recorded: String?) throws -> OfficePublicKey {
        let path = folder.officeKey(office)
        guard File.exists(path), let recorded else { throw HiddenError.officeKeyMissing(office: office) }
        let text = String(decoding: try File.read(path), as: UTF8.self)
        guard let key = OfficePublicKey(text), key.office == office, key.digest.hex == recorded else {
            throw HiddenError.officeKeyChanged(office: office, path: path)
        }
        return key
    }
}
