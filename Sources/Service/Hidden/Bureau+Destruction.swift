package import Law
import Ledger
import Registers
import Storage

extension Bureau {
    /// What the retention schedule says is to be destroyed on a day: proposed, not done.
    ///
    /// - Parameter number: A list that is being carried out: what was destroyed under it still counts as its item.
    package func destructionProposal(
        asOf day: Day, carryingOut number: String? = nil
    ) throws -> DestructionProposal {
        var items: [DestructionProposal.Item] = []
        var kept: [String: Int] = [:]
        for register in packs.registers.registers where !register.privateGroups.isEmpty {
            for record in try store.records(of: register.id, knownAt: nil) {
                let groups = try destructible(record, carryingOut: number)
                guard !groups.isEmpty else { continue }
                let retention = try retention(of: record, in: register, on: day)
                if let reason = retention.obstacle {
                    kept[reason, default: 0] += 1
                } else if case .expired(let since?) = retention {
                    items += groups.map { .init(owner: $0.owner, since: since, isDone: $0.isDone) }
                }
            }
        }
        return DestructionProposal(asOf: day, items: items, kept: kept)
    }

    private func destructible(
        _ record: Record, carryingOut number: String?
    ) throws -> [(owner: PrivateContent.Owner, isDone: Bool)] {
        guard let seq = record.seq else { return [] }
        return try store.entry(seq).commitments.compactMap { commitment in
            let owner = PrivateContent.Owner(
                register: record.register, record: record.id, group: commitment.group)
            guard let erasure = try store.erasure(of: owner) else { return (owner, false) }
            return number != nil && erasure.values[5] == number.map(Value.text) ? (owner, true) : nil
        }
    }

    /// Approves the list of a day as it stands now.
    ///
    /// - Returns: Its number.
    package func approveDestruction(asOf day: Day, approvers: [String]) throws -> String {
        let approvers = try Approval.two(approvers, for: "批准销毁清册")
        try requirePast(day)
        let proposal = try destructionProposal(asOf: day)
        guard !proposal.items.isEmpty else {
            throw ServiceError(.data, "截至 \(day) 没有到期的私密内容，没有可批准的清册。")
        }
        let list = DestructionList(
            asOf: day, digest: proposal.digest, items: proposal.items.count, approvers: approvers,
            state: .approved)
        try store.record(list, actor: actor, at: environment.now())
        _ = try store.checkpoint()
        return list.number
    }

    /// Carries out an approved list, writes it to a file (销毁清册), and files the file's digest.
    ///
    /// - Parameter number: As `approveDestruction` gave it.
    /// - Returns: How many private groups were destroyed.
    package func runDestruction(_ number: String, to path: String) throws -> Int {
        guard let day = Day(number.prefix(10)), let approved = try store.destructionList(number) else {
            throw ServiceError(.use, "没有批准过编号为“\(number)”的销毁清册，什么也没有销毁。请先 zhunsheng destroy approve。")
        }
        guard !approved.isExecuted else { throw ServiceError(.use, "销毁清册 \(number) 已经执行过。") }
        let proposal = try destructionProposal(asOf: day, carryingOut: number)
        guard proposal.number == number else {
            throw ServiceError(
                .data,
                "销毁清册 \(number) 批准后有变化（新的暂缓、更正或登记），什么也没有销毁。请重新列出并批准：zhunsheng destroy list --as-of \(day)。")
        }
        try OutputFile.requireWritable(path)
        for item in proposal.items where !item.isDone {
            try store.erase(
                Erasure(
                    owner: item.owner, basis: "销毁清册 \(number)", approvers: approved.approvers, list: number,
                    actor: actor, at: environment.now()))
        }
        let bytes = try Self.list(proposal, of: store)
        try OutputFile.write(bytes, to: path)
        try store.record(
            DestructionList(
                asOf: day, digest: proposal.digest, items: proposal.items.count,
                approvers: approved.approvers, state: .executed,
                file: Entry.Attachment(size: bytes.count, sha256: .sha256(bytes))),
            actor: actor, at: environment.now())
        _ = try store.checkpoint()
        return proposal.items.count
    }

    /// A line of JSON for each item, with the entry that records its destruction.
    private static func list(_ proposal: DestructionProposal, of store: LedgerStore) throws -> [UInt8] {
        try proposal.items.flatMap { item -> [UInt8] in
            let seq = try store.erasure(of: item.owner)?.seq
            let members = (item.json.members ?? []) + [JSONMember("entry", .number(seq))]
            return JSONValue.object(members).canonical + [0x0A]
        }
    }

    /// A list made for a day to come would destroy before its time.
    private func requirePast(_ day: Day) throws {
        let today = environment.now().day
        guard day <= today else {
            throw ServiceError(.use, "--as-of \(day) 还没有到（今天是 \(today)），不能批准：未到期的不得销毁。")
        }
    }
}
