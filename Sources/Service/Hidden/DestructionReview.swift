package import Law
package import Ledger
import Registers
import Storage

/// Everything that was destroyed, held again to what forbids or allows it: for whoever asks whether something was destroyed
/// to hide it.
///
/// The program itself refuses to destroy before the time; one that was altered, a record whose day was moved back first, or a
/// schedule shortened for the purpose and put back, leaves entries, which this reads.
package struct DestructionReview: Sendable {
    package struct Item: Sendable {
        /// The entry that records it.
        package let seq: Int
        /// `lecture 2025-03-12/… people`
        package let content: String
        /// On which the ledger took the entry: nobody chooses it.
        package let day: Day
        package let basis: String
        package let approvers: [String]
        /// Why it should not have been destroyed then; none when it might be.
        package let objections: [String]

        var line: String {
            "第 \(seq) 条：\(day) 销毁 \(content)，依据“\(basis)”，批准人 \(approvers.joined(separator: "、"))"
                + (objections.isEmpty ? "" : "。不应销毁——\(objections.joined(separator: "；"))")
        }
    }

    package let items: [Item]

    package var isLawful: Bool { items.allSatisfy(\.objections.isEmpty) }

    package var lines: [String] {
        let wrong = items.count { !$0.objections.isEmpty }
        let end =
            wrong == 0
            ? "共销毁 \(items.count) 件，均在保管期限届满之后，或没有规定期限；都有两名批准人，当时没有暂缓。"
            : "共销毁 \(items.count) 件，其中 \(wrong) 件按现行期限表和账本里的暂缓、批准不应销毁。请查明是谁批准、为何销毁。"
        return items.map(\.line) + [end]
    }

    package var json: JSONValue {
        [
            "ok": .boolean(isLawful),
            "items": .array(
                items.map {
                    [
                        "entry": .integer(Int64($0.seq)), "content": .string($0.content),
                        "day": .string($0.day.description), "basis": .string($0.basis),
                        "approvers": .array($0.approvers.map(JSONValue.string)),
                        "objections": .array($0.objections.map(JSONValue.string)),
                    ]
                }),
        ]
    }
}

extension Bureau {
    /// Reads every erasure in the ledger again, by the retention schedule that is installed now.
    package func destructionReview() throws -> DestructionReview {
        DestructionReview(
            items: try store.erasures().map { seq, erasure in
                let owner = erasure.owner
                let day = Moment(millisecondsUTC: try store.entry(seq).recordedAt.milliseconds).day
                return .init(
                    seq: seq, content: "\(owner.register) \(owner.record) \(owner.group)", day: day,
                    basis: erasure.basis, approvers: erasure.approvers,
                    objections: try objections(to: erasure, at: seq, on: day))
            })
    }

    /// Judged by what the ledger held before the entry.
    private func objections(to erasure: Erasure, at seq: Int, on day: Day) throws -> [String] {
        let owner = erasure.owner
        var objections = try scheduleObjection(to: owner, before: seq, on: day).map { [$0] } ?? []
        if let reason = try store.hold(on: owner.register, owner.record, before: seq) {
            objections.append("当时正在暂缓销毁：\(reason)")
        }
        if (try? Approval.two(erasure.approvers)) == nil { objections.append("没有两名不同的批准人") }
        if let list = erasure.list, try !store.isApproved(list, before: seq) {
            objections.append("所称的销毁清册 \(list) 没有在先的批准")
        }
        return objections
    }

    /// What the version of the record that was destroyed says or, where that allows it, one before it: a correction that
    /// moves the day back, so that the time seems over, is shown too.
    private func scheduleObjection(
        to owner: PrivateContent.Owner, before seq: Int, on day: Day
    ) throws -> String? {
        guard let register = packs.registers[owner.register] else { return "规则包里已没有这本台账，无从核对期限" }
        let versions = try store.history(owner.register, owner.record).filter { ($0.seq ?? seq) < seq }
        guard let current = versions.last else { return "记录已不在，无从核对期限" }
        if let obstacle = schedule(of: current, in: register, on: day).obstacle { return obstacle }
        for version in versions.reversed() {
            guard let obstacle = schedule(of: version, in: register, on: day).obstacle else { continue }
            return "按更正前的第 \(version.seq ?? 0) 条，\(obstacle)"
        }
        return nil
    }
}
