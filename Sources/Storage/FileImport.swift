package import Law
package import Ledger
package import Registers

/// The record of a file having been imported: a register of the store's own, so that it is proven like any other.
package struct FileImport: Hashable, Sendable {
    package let register: String
    /// Of the file's bytes.
    package let digest: Digest
    /// Bytes.
    package let size: Int
    /// Records read from it.
    package let records: Int
    package let actor: Entry.Actor
    package let importedAt: Moment

    package init(
        register: String, digest: Digest, size: Int, records: Int, actor: Entry.Actor, importedAt: Moment
    ) {
        self.register = register
        self.digest = digest
        self.size = size
        self.records = records
        self.actor = actor
        self.importedAt = importedAt
    }

    package static let declaration = RegisterDeclaration(
        id: "file-import", name: "文件导入记录", about: "哪些文件导入过哪个台账；同一文件再次导入不会增加记录。",
        key: ["register", "sha256"], happened: "importedAt",
        fields: [
            FieldDeclaration(id: "register", label: "台账", type: .text, isRequired: true),
            FieldDeclaration(id: "sha256", label: "文件摘要", type: .text, isRequired: true),
            FieldDeclaration(id: "size", label: "文件大小", type: .integer, isRequired: true, unit: "字节"),
            FieldDeclaration(id: "records", label: "记录数", type: .integer, isRequired: true, unit: "条"),
            FieldDeclaration(id: "importedAt", label: "导入时间", type: .datetime, isRequired: true),
        ])

    /// The record's id.
    package static func id(register: String, digest: Digest) -> String { "\(register)/\(digest.hex)" }

    var filing: Filing {
        Filing(
            register: Self.declaration.id, id: Self.id(register: register, digest: digest),
            values: [
                .text(register), .text(digest.hex), .number(Number(size)), .number(Number(records)),
                .moment(importedAt),
            ], knownAt: importedAt, actor: actor)
    }
}
