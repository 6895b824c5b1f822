import Foundation
package import Ledger
import Registers
import Storage

/// A sealed record, opened: its fields in the register's order, with their labels where the register is known.
package struct OpenedRecord: Sendable {
    package let register: String
    package let record: String
    package let fields: [(label: String, value: String)]
    /// The entry that records the opening; `nil` on the offices' own machine.
    package let opening: Int?

    package var lines: [String] {
        ["台账 \(register) 记录 \(record)"] + fields.map { "\($0.label)：\($0.value)" }
            + [opening.map { "本次开启记入账本第 \($0) 条。" } ?? "本件导出时已记入账本；内容请勿另存。"]
    }

    package var json: JSONValue {
        [
            "register": .string(register), "record": .string(record),
            "fields": .object(fields.map { JSONMember($0.label, .string($0.value)) }),
            "opening": .number(opening),
        ]
    }
}

extension Bureau {
    /// Makes an office's key pair: `OFFICE.key`, to be kept by the office, and `OFFICE.pub`, to be handed in.
    ///
    /// - Returns: The digest by which the office knows its public key again.
    package static func makeOfficeKey(
        _ office: String, in folder: String, environment: Environment
    ) throws -> String {
        let known = /[a-z]+(-[a-z0-9]+)*/
        guard office.wholeMatch(of: known) != nil else {
            throw ServiceError(.use, "机关代码“\(office)”只能用小写英文字母和连字符，如 discipline、inspection。")
        }
        let key = OfficeKey(office: office, secret: environment.randomBytes(32))
        let (secret, open) = ("\(folder)/\(office).key", "\(folder)/\(office).pub")
        for path in [secret, open] where FileManager.default.fileExists(atPath: path) {
            throw ServiceError(.use, "\(path) 已经存在，没有覆盖：丢失它就打不开已密封的记录。请另选文件夹。")
        }
        try OutputFile.write(Array(key.text.utf8), to: secret, isSecret: true)
        try OutputFile.write(Array(key.publicKey.text.utf8), to: open)
        return key.publicKey.digest.hex
    }

    /// - Returns: The office and the digest of its key, to be compared with the office's own.
    package func installOfficeKey(from path: String) throws -> (office: String, digest: String) {
        let key = try Self.officePublicKey(path)
        try store.installOfficeKey(key, actor: actor, at: environment.now())
        _ = try store.checkpoint()
        return (key.office, key.digest.hex)
    }

    /// The digests of the offices' keys, and the entries that record them.
    package func officeKeys() throws -> [(office: String, digest: String, seq: Int)] {
        try store.officeKeys()
    }

    /// Opens the sealed record of an entry on this machine, with the keys of all the offices.
    package func openSealed(
        entry seq: Int, keys paths: [String], reason: String, people: [String]
    ) throws -> OpenedRecord {
        let (item, commitment) = try sealed(entry: seq)
        let content = try Self.open(item, paths)
        guard item.commitment(of: content) == commitment else { throw SealedError.damaged }
        let opening = try record(item.owner, .opened, reason, people)
        let register = packs.registers[item.owner.register]
        return Self.opened(item, content, register, opening: opening)
    }

    /// Hands the sealed record of an entry out as a file, for the offices' own machine.
    package func exportSealed(
        entry seq: Int, to path: String, reason: String, people: [String]
    ) throws -> Int {
        let (item, _) = try sealed(entry: seq)
        try OutputFile.requireWritable(path)
        let opening = try record(item.owner, .exported, reason, people)
        try OutputFile.write(item.bytes, to: path)
        return opening
    }

    /// Opens a file that `exportSealed` wrote; needs no data folder.
    package static func openSealedItem(at path: String, keys paths: [String]) throws -> OpenedRecord {
        guard let bytes = FileManager.default.contents(atPath: path) else {
            throw ServiceError(.use, "读不到文件 \(path)。请检查路径和权限。")
        }
        let item = try SealedItem(parsing: Array(bytes))
        return opened(item, try open(item, paths), nil, opening: nil)
    }

    private func sealed(entry seq: Int) throws -> (item: SealedItem, commitment: Commitment) {
        let entry = try store.entry(seq)
        return try store.sealedItem(entry.register, entry.record)
    }

    private func record(
        _ owner: PrivateContent.Owner, _ manner: SealedOpening.Manner, _ reason: String, _ people: [String]
    ) throws -> Int {
        let reason = try Approval.reason(reason)
        let people = try Approval.two(people, for: "开启密封记录", option: "--by")
        let receipt = try store.record(
            SealedOpening(
                owner: owner, manner: manner, reason: reason, people: people, actor: actor,
                at: environment.now()))
        _ = try store.checkpoint()
        return receipt.seq
    }

    private static func open(_ item: SealedItem, _ paths: [String]) throws -> PrivateContent {
        let keys = try paths.map { path in
            guard let text = try? String(contentsOfFile: path, encoding: .utf8), let key = OfficeKey(text)
            else {
                throw ServiceError(.use, "\(path) 不是机关密钥文件。请检查 --key。")
            }
            return key
        }
        return try item.open(with: keys)
    }

    private static func opened(
        _ item: SealedItem, _ content: PrivateContent, _ register: RegisterDeclaration?, opening: Int?
    ) -> OpenedRecord {
        let members = (try? content.fields.value().members) ?? []
        let fields = members.map { member in
            let texts = member.value.array?.compactMap(\.string) ?? [member.value.string ?? ""]
            return (
                label: register?.field(member.name)?.label ?? member.name, value: texts.joined(separator: "、")
            )
        }
        return OpenedRecord(
            register: register?.name ?? item.owner.register, record: item.owner.record, fields: fields,
            opening: opening)
    }
}
