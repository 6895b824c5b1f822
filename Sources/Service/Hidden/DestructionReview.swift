package import Law
package import Ledger
import Registers
import Storage

/// Everything that was destroyed, held to the schedule: for whoever asks whether something was destroyed to hide it.
///
/// The program itself refuses to destroy before the time; one that was altered, or a schedule shortened for the purpose and
/// put back, leaves the entry of the erasure, which this reads.
package struct DestructionReview: Sendable {
    package struct Item: Sendable {
        /// The entry that records it.
        package let seq: Int
        /// `lecture 2025-03-12/… people`
        package let content: String
        package let day: Day
        package let basis: String
        package let approvers: [String]
        /// Why it should not have been destroyed that day; `nil` when it might be.
        package let objection: String?

        var line: String {
            "第 \(seq) 条：\(day) 销毁 \(content)，依据“\(basis)”，批准人 \(approvers.joined(separator: "、"))"
                + (objection.map { "。不应销毁——\($0)" } ?? "")
        }
    }

    package let items: [Item]

    package var isLawful: Bool { items.allSatisfy { $0.objection == nil } }

    package var lines: [String] {
        let wrong = items.count { $0.objection != nil }
        let end =
            wrong == 0
            ? "共销毁 \(items.count) 件，均在保管期限届满之后，或没有规定期限。"
            : "共销毁 \(items.count) 件，其中 \(wrong) 件销毁时按现行期限表不应销毁。请查明是谁批准、为何销毁。"
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
                        "objection": $0.objection.map(JSONValue.string) ?? .null,
                    ]
                }),
        ]
    }
}

extension Bureau {
    /// Reads every erasure in the ledger again, by the retention schedule that is installed now.
    package func destructionReview() throws -> DestructionReview {
        DestructionReview(
            items: try store.erasures().map { erasure in
                let owner = erasure.owner
                return .init(
                    seq: try store.erasure(of: owner)?.seq ?? 0,
                    content: "\(owner.register) \(owner.record) \(owner.group)", day: erasure.at.day,
                    basis: erasure.basis, approvers: erasure.approvers, objection: try objection(to: erasure))
            })
    }

    private func objection(to erasure: Erasure) throws -> String? {
        let owner = erasure.owner
        guard let register = packs.registers[owner.register],
            let record = try store.record(owner.register, owner.record)
        else { return "台账或记录已不在，无从核对期限" }
        return schedule(of: record, in: register, on: erasure.at.day).obstacle
    }
}
