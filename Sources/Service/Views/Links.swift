/// A record that a page points at.
package struct RecordLink: Hashable, Sendable {
    package let register: String
    package let id: String
    /// What a reader sees, never a personal name: `案件 A2026-0012`, `王桥派出所（示例）`.
    package let label: String
}

/// A rule that a page points at.
package struct RuleLink: Hashable, Sendable {
    package let id: String
    /// The number in the catalogue, `C06`.
    package let no: String
    package let name: String
}

/// One choice of a filter: what is sent, and what is read.
package struct ChoiceView: Hashable, Sendable {
    package let id: String
    package let label: String

    package init(id: String, label: String) {
        self.id = id
        self.label = label
    }
}

/// One unit in the tree at the left, with what is open there.
package struct UnitNode: Hashable, Sendable {
    package let id: String
    package let name: String
    /// 0 for the bureau, 1 for what stands directly below it.
    package let depth: Int
    package let count: Int
}

/// What one field holds, as it is shown.
package enum CellView: Hashable, Sendable {
    /// The record does not say.
    case missing
    case text(String)
    /// Digits, aligned to the right.
    case number(String)
    case links([RecordLink])
}

/// A file the reader takes away.
package struct Download: Hashable, Sendable {
    /// With its ending: `行政案件台账.xlsx`.
    package let name: String
    /// Such as `application/vnd.openxmlformats-officedocument.spreadsheetml.sheet`.
    package let mediaType: String
    package let bytes: [UInt8]
}
