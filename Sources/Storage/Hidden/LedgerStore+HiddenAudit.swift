import GRDB
import Ledger
import Registers

extension LedgerStore {
    /// Audits what the ledger commits to beside itself: every envelope and sealed item is there and is what was filed,
    /// or its erasure is an entry.
    package func hiddenFaults(mostFaults: Int = AuditReport.mostFaults) throws -> [AuditReport.Fault] {
        var faults: [AuditReport.Fault] = []
        for table in tables.values.sorted(by: { $0.declaration.id < $1.declaration.id })
        where table.hidesSomething {
            for seq in try seqs(of: table) where faults.count < mostFaults {
                faults += try hiddenFaults(of: seq)
            }
        }
        return faults
    }

    private func seqs(of table: RegisterTable) throws -> [Int] {
        try pool.read { try Int.fetchAll($0, sql: "SELECT seq FROM \(table.name) ORDER BY seq") }
    }

    private func hiddenFaults(of seq: Int) throws -> [AuditReport.Fault] {
        let entry = try entry(seq)
        return try entry.commitments.compactMap { commitment in
            let owner = PrivateContent.Owner(
                register: entry.register, record: entry.record, group: commitment.group)
            if owner.group == HiddenGroup.sealed {
                let bytes = try hidden.files.sealedItem(of: owner, commitment.hmac)
                let isThere = entry.attachments.contains { item in
                    bytes.map { item.sha256 == .sha256($0) } ?? false
                }
                return isThere ? nil : .init(seq: seq, "密封件不在了，或与登记时的摘要不符。")
            }
            if try erasure(of: owner) != nil { return nil }
            do {
                let isThere = try hidden.content(of: owner, commitment.hmac) != nil
                return isThere ? nil : .init(seq: seq, "私密内容（\(owner.group)）不在了，而没有销毁记录。")
            } catch HiddenError.envelopeDamaged {
                return .init(seq: seq, "私密内容（\(owner.group)）打不开，或与登记时的承诺值不符：密文或密钥被改动过。")
            }
        }
    }
}

extension AuditReport {
    package func adding(_ more: [Fault]) -> AuditReport {
        AuditReport(size: size, root: root, signed: signed, faults: faults + more)
    }
}
