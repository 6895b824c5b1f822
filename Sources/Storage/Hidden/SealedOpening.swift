package import Law
package import Ledger
package import Registers

/// That a sealed record was opened, or handed out to be opened: a register of the store's own.
package struct SealedOpening: Sendable {
    package enum Manner: String, Sendable {
        /// On this machine, with the keys of all offices.
        case opened
        /// As a file, for the offices' own machine.
        case exported
    }

    let owner: PrivateContent.Owner
    let manner: Manner
    let reason: String
    /// Who asked: staff numbers of the offices' people.
    let people: [String]
    let actor: Entry.Actor
    let at: Moment

    package init(
        owner: PrivateContent.Owner, manner: Manner, reason: String, people: [String], actor: Entry.Actor,
        at: Moment
    ) {
        self.owner = owner
        self.manner = manner
        self.reason = reason
        self.people = people
        self.actor = actor
        self.at = at
    }

    package static let declaration = RegisterDeclaration(
        id: "sealed-opening", name: "密封记录开启登记", about: "哪条密封记录在何时、由谁、为何开启或交出；每次一条，只增不改。",
        key: ["register", "record", "ordinal"], happened: "openedAt",
        fields: [
            FieldDeclaration(id: "register", label: "台账", type: .text, isRequired: true),
            FieldDeclaration(id: "record", label: "记录编号", type: .text, isRequired: true),
            FieldDeclaration(id: "ordinal", label: "次序", type: .integer, isRequired: true),
            FieldDeclaration(
                id: "manner", label: "方式",
                type: .code([.init(id: "opened", label: "当场开启"), .init(id: "exported", label: "导出密封件")]),
                isRequired: true),
            FieldDeclaration(id: "reason", label: "事由", type: .text, isRequired: true),
            FieldDeclaration(id: "people", label: "开启人", type: .text, isList: true, isRequired: true),
            FieldDeclaration(id: "openedAt", label: "开启时间", type: .datetime, isRequired: true),
        ])

    /// - Parameter ordinal: How many openings of any record there were before, and one.
    func filing(ordinal: Int) -> Filing {
        Filing(
            register: Self.declaration.id, id: "\(owner.register)/\(owner.record)/\(ordinal)",
            values: [
                .text(owner.register), .text(owner.record), .number(Number(ordinal)),
                .text(manner.rawValue), .text(reason), .list(people.map(Value.text)), .moment(at),
            ], knownAt: at, actor: actor, event: "opened")
    }
}

extension LedgerStore {
    /// Records an opening before anything is shown or handed out.
    @discardableResult
    package func record(_ opening: SealedOpening) throws -> Receipt {
        try file([opening.filing(ordinal: try count(SealedOpening.declaration.id) + 1)])[0]
    }

    /// The sealed content of a record, as its entry vouches for it, and that entry's commitment.
    ///
    /// - Throws: `notSealed`; `sealedMissing` when the item is gone or was changed.
    package func sealedItem(_ register: String, _ id: String) throws -> (
        item: SealedItem, commitment: Commitment
    ) {
        let owner = PrivateContent.Owner(register: register, record: id, group: HiddenGroup.sealed)
        guard let seq = try record(register, id)?.seq else { throw HiddenError.notSealed(owner) }
        let entry = try entry(seq)
        guard let commitment = entry.commitments.first(where: { $0.group == HiddenGroup.sealed }) else {
            throw HiddenError.notSealed(owner)
        }
        guard let bytes = try hidden.files.sealedItem(of: owner, commitment.hmac),
            entry.attachments.contains(where: { $0.sha256 == .sha256(bytes) && $0.size == bytes.count }),
            let item = try? SealedItem(parsing: bytes), item.owner == owner
        else { throw HiddenError.sealedMissing(owner) }
        return (item, commitment)
    }
}

extension Entry.Actor {
    /// Who files a sealed record stands inside it, and nowhere else.
    package static let sealedFiler = Entry.Actor(id: "sealed", role: "filer")
}
