import Law
import Ledger
import Registers
import Storage

extension Bureau {
    /// Destroys a private group of a record. Two different people must have approved it.
    ///
    /// - Returns: The number of the entry that records it.
    package func erase(
        register id: String, record: String, group: String, basis: String, approvers: [String]
    ) throws -> Int {
        let register = try packs.register(id)
        let groups = register.privateGroups.map(\.id)
        guard groups.contains(group) else {
            let known = groups.isEmpty ? "它没有私密字段" : "可用：\(groups.joined(separator: "、"))"
            throw ServiceError(.use, "台账“\(register.name)”没有名为“\(group)”的私密组；\(known)。")
        }
        let basis = try Approval.basis(basis)
        let approvers = try Approval.two(approvers)
        let now = environment.now()
        let record = try existing(register, id: record)
        if let reason = try retention(of: record, in: register, on: now.day).obstacle {
            throw ServiceError(.data, "记录“\(record.id)”的私密内容现在不得销毁——\(reason)。本次什么也没有销毁。")
        }
        let receipt = try store.erase(
            Erasure(
                owner: .init(register: id, record: record.id, group: group), basis: basis,
                approvers: approvers,
                actor: actor, at: now))
        _ = try store.checkpoint()
        return receipt.seq
    }

    func recordLook(at register: RegisterDeclaration, records: Int) throws {
        guard !register.privateGroups.isEmpty else {
            throw ServiceError(.use, "台账“\(register.name)”没有私密字段，不必用 --private。")
        }
        try store.record(
            PrivateLook(
                register: register.id, records: records, actor: actor, at: environment.now()))
        _ = try store.checkpoint()
    }
}

/// What an act that cannot be undone demands of those who ask for it.
enum Approval {
    /// - Throws: Unless there are two or more, each somebody else.
    static func two(
        _ people: [String], for act: String = "销毁", option: String = "--approver"
    ) throws -> [String] {
        let names = people.map { $0.trimmingWhitespace }.filter { !$0.isEmpty }
        guard Set(names).count >= 2, Set(names).count == names.count else {
            throw ServiceError(.use, "\(act)须有两名不同的人，本次什么也没有做。请用两个 \(option) 分别写明警号。")
        }
        return names
    }

    static func reason(_ text: String) throws -> String {
        let text = text.trimmingWhitespace
        guard !text.isEmpty else {
            throw ServiceError(.use, "没有写明事由，本次什么也没有做。请用 --reason 写明，它将记入账本。")
        }
        return text
    }

    static func basis(_ text: String) throws -> String {
        let text = text.trimmingWhitespace
        guard !text.isEmpty else {
            throw ServiceError(.use, "没有写明依据，本次没有销毁。请用 --basis 写明法律条款或决定文号。")
        }
        return text
    }
}

extension String {
    fileprivate var trimmingWhitespace: String {
        String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    }
}
