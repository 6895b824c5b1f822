package import Law
package import Ledger
package import Registers

/// That somebody read private fields: a register of the store's own, so that no look goes unnoticed.
package struct PrivateLook: Sendable {
    let register: String
    let records: Int
    let actor: Entry.Actor
    let at: Moment

    package init(register: String, records: Int, actor: Entry.Actor, at: Moment) {
        self.register = register
        self.records = records
        self.actor = actor
        self.at = at
    }

    package static let declaration = RegisterDeclaration(
        id: "private-look", name: "私密内容查看记录", about: "谁在何时导出过哪本台账的私密字段，多少条；只增不改。",
        key: ["register", "ordinal"], happened: "lookedAt",
        fields: [
            FieldDeclaration(id: "register", label: "台账", type: .text, isRequired: true),
            FieldDeclaration(id: "ordinal", label: "次序", type: .integer, isRequired: true),
            FieldDeclaration(id: "records", label: "记录数", type: .integer, isRequired: true, unit: "条"),
            FieldDeclaration(id: "lookedAt", label: "查看时间", type: .datetime, isRequired: true),
        ])

    /// - Parameter ordinal: How many looks there were before, and one.
    func filing(ordinal: Int) -> Filing {
        Filing(
            register: Self.declaration.id, id: "\(register)/\(ordinal)",
            values: [
                .text(register), .number(Number(ordinal)), .number(Number(records)), .moment(at),
            ], knownAt: at, actor: actor, event: "looked")
    }
}

extension LedgerStore {
    /// Records a look at private fields before anything is shown.
    package func record(_ look: PrivateLook) throws {
        try file([look.filing(ordinal: try count(PrivateLook.declaration.id) + 1)])
    }
}
