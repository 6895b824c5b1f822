import Law
package import Ledger
package import Registers

/// The record of a key having come into force: a register of the store's own, so that the change is proven like any other.
package struct KeyChange: Hashable, Sendable {
    package let new: VerifierKey
    /// The key of the same algorithm that was in force until then; `nil` for the first of its algorithm.
    package let old: VerifierKey?

    package static let declaration = RegisterDeclaration(
        id: "key-rotation", name: "密钥更换记录", about: "账本签名密钥的启用和更换；换下的密钥签过的检查点仍可核验。", key: ["key"],
        happened: "changedAt",
        fields: [
            FieldDeclaration(id: "key", label: "密钥编号", type: .text, isRequired: true),
            FieldDeclaration(id: "new", label: "启用的公钥", type: .text, isRequired: true),
            FieldDeclaration(id: "old", label: "换下的公钥", type: .text),
            FieldDeclaration(id: "changedAt", label: "更换时间", type: .datetime, isRequired: true),
        ])

    /// The record's id: the key id that signature lines carry, in hexadecimal.
    var id: String { Hex.encode(new.id) }

    func filing(actor: Entry.Actor, at moment: Moment) -> Filing {
        Filing(
            register: Self.declaration.id, id: id,
            values: [.text(id), .text(new.text), old.map { .text($0.text) } ?? .null, .moment(moment)],
            knownAt: moment, actor: actor)
    }
}
