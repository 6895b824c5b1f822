package import Law
package import Ledger
import Registers
import Storage

/// What is past its time on a day, and what must be kept nevertheless.
package struct DestructionProposal: Sendable {
    package struct Item: Hashable, Sendable {
        package let owner: PrivateContent.Owner
        /// The first day on which it might be destroyed.
        package let since: Day
        /// It was destroyed under this list already: a run that a crash cut short goes on behind it.
        let isDone: Bool
    }

    package let asOf: Day
    /// By register, record and group.
    package let items: [Item]
    /// Reasons, and how many records are kept for each.
    package let kept: [String: Int]

    package var digest: Digest {
        let owners = items.map { item -> JSONValue in
            [.string(item.owner.register), .string(item.owner.record), .string(item.owner.group)]
        }
        return .sha256(JSONValue.array(owners).canonical)
    }

    package var lines: [String] {
        var lines = items.prefix(200).map {
            "\($0.owner.register) \($0.owner.record) \($0.owner.group)（\($0.since) 起可销毁）"
        }
        if items.count > 200 { lines.append("……另有 \(items.count - 200) 件，见 --json。") }
        lines += kept.sorted { $0.key < $1.key }.map { "不列入 \($0.value) 条：\($0.key)" }
        lines.append("截至 \(asOf)，到期应鉴定销毁的私密内容 \(items.count) 件；清册编号 \(number)。")
        return lines
    }

    package var number: String { DestructionList.number(asOf, digest) }

    package var json: JSONValue {
        [
            "number": .string(number), "asOf": .string(asOf.description), "digest": .string(digest.hex),
            "items": .array(items.map(\.json)),
            "kept": .object(kept.sorted { $0.key < $1.key }.map { JSONMember($0.key, .number($0.value)) }),
        ]
    }
}

extension DestructionProposal.Item {
    package var json: JSONValue {
        [
            "register": .string(owner.register), "record": .string(owner.record),
            "group": .string(owner.group), "since": .string(since.description),
        ]
    }
}
