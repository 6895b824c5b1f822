package import Law
package import Ledger
package import Registers

/// That a record's content must be kept whatever the schedule says: a suit, an inquiry, a request under way. A register of
/// the store's own; lifting is a further version.
package struct LegalHold: Sendable {
    let register: String
    let record: String
    let reason: String
    let isActive: Bool
    let actor: Entry.Actor
    let at: Moment

    package init(
        register: String, record: String, reason: String, isActive: Bool, actor: Entry.Actor, at: Moment
    ) {
        self.register = register
        self.record = record
        self.reason = reason
        self.isActive = isActive
        self.actor = actor
        self.at = at
    }

    package static let declaration = RegisterDeclaration(
        id: "legal-hold", name: "暂缓销毁登记", about: "因诉讼、复议、调查等必须保存的记录；解除是另一版，原来的仍在。",
        key: ["register", "record"], happened: "decidedAt",
        fields: [
            FieldDeclaration(id: "register", label: "台账", type: .text, isRequired: true),
            FieldDeclaration(id: "record", label: "记录编号", type: .text, isRequired: true),
            FieldDeclaration(id: "reason", label: "事由", type: .text, isRequired: true),
            FieldDeclaration(id: "active", label: "仍在暂缓", type: .boolean, isRequired: true),
            FieldDeclaration(id: "decidedAt", label: "决定时间", type: .datetime, isRequired: true),
        ])

    static func id(_ register: String, _ record: String) -> String { "\(register)/\(record)" }

    var filing: Filing {
        Filing(
            register: Self.declaration.id, id: Self.id(register, record),
            values: [
                .text(register), .text(record), .text(reason), .boolean(isActive), .moment(at),
            ], knownAt: at, actor: actor, event: isActive ? "held" : "lifted")
    }
}

extension LedgerStore {
    @discardableResult
    package func record(_ hold: LegalHold) throws -> Receipt { try file([hold.filing])[0] }

    /// Why a record's content must be kept; `nil` when nothing holds it.
    ///
    /// - Parameter seq: By the entries before this one; by all when `nil`.
    package func hold(on register: String, _ record: String, before seq: Int? = nil) throws -> String? {
        let versions = try history(LegalHold.declaration.id, LegalHold.id(register, record))
        guard
            let hold = versions.last(where: { version in seq.map { version.seq ?? 0 < $0 } ?? true }),
            hold.values[3] == .boolean(true)
        else { return nil }
        return hold.values[2].description
    }
}
