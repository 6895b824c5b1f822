package import Law
package import Ledger
package import Registers

/// A destruction list (销毁清册) that was approved or carried out: a register of the store's own.
package struct DestructionList: Hashable, Sendable {
    package enum State: String, Sendable {
        case approved
        case executed
    }

    /// The day it is made for and the beginning of the digest of its items.
    package let number: String
    package let asOf: Day
    /// Of the items.
    package let digest: Digest
    package let items: Int
    package let approvers: [String]
    package let state: State
    /// The list as it was written out when it had been carried out.
    package let file: Entry.Attachment?

    package init(
        asOf: Day, digest: Digest, items: Int, approvers: [String], state: State,
        file: Entry.Attachment? = nil
    ) {
        number = Self.number(asOf, digest)
        self.asOf = asOf
        self.digest = digest
        self.items = items
        self.approvers = approvers
        self.state = state
        self.file = file
    }

    package static func number(_ asOf: Day, _ digest: Digest) -> String { "\(asOf)/\(digest.hex.prefix(10))" }

    package static let declaration = RegisterDeclaration(
        id: "destruction-list", name: "销毁清册登记", about: "每份销毁清册的批准和执行；清册本身的摘要记在条目里。",
        key: ["number"], happened: "decidedAt",
        fields: [
            FieldDeclaration(id: "number", label: "清册编号", type: .text, isRequired: true),
            FieldDeclaration(id: "asOf", label: "截止日", type: .date, isRequired: true),
            FieldDeclaration(id: "digest", label: "清册摘要", type: .text, isRequired: true),
            FieldDeclaration(id: "items", label: "件数", type: .integer, isRequired: true, unit: "件"),
            FieldDeclaration(id: "approvers", label: "批准人", type: .text, isList: true, isRequired: true),
            FieldDeclaration(
                id: "state", label: "状态",
                type: .code([.init(id: "approved", label: "已批准"), .init(id: "executed", label: "已执行")]),
                isRequired: true),
            FieldDeclaration(id: "decidedAt", label: "时间", type: .datetime, isRequired: true),
        ])

    func filing(actor: Entry.Actor, at: Moment) -> Filing {
        Filing(
            register: Self.declaration.id, id: number,
            values: [
                .text(number), .day(asOf), .text(digest.hex), .number(Number(items)),
                .list(approvers.map(Value.text)), .text(state.rawValue), .moment(at),
            ], knownAt: at, actor: actor, event: state == .approved ? "approved" : "destroyed",
            attachments: file.map { [$0] } ?? [])
    }
}

extension LedgerStore {
    @discardableResult
    package func record(_ list: DestructionList, actor: Entry.Actor, at moment: Moment) throws -> Receipt {
        try file([list.filing(actor: actor, at: moment)])[0]
    }

    /// Who approved a list, and whether it was carried out; `nil` when it was never approved.
    package func destructionList(_ number: String) throws -> (approvers: [String], isExecuted: Bool)? {
        guard let record = try record(DestructionList.declaration.id, number),
            case .list(let approvers) = record.values[4]
        else { return nil }
        return (
            approvers.map(\.description), record.values[5] == .text(DestructionList.State.executed.rawValue)
        )
    }

    /// Whether a list was approved before an entry.
    package func isApproved(_ number: String, before seq: Int) throws -> Bool {
        try history(DestructionList.declaration.id, number).contains { ($0.seq ?? seq) < seq }
    }
}
