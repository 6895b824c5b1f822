import Pack

/// One thing that may be imposed: all of it together. Several are alternatives.
///
/// `甲或者乙` is two outcomes, `甲，可以并处乙` is 甲 and 甲 with 乙, `甲，并处乙` is one.
package struct PenaltyOutcome: Hashable, Sendable {
    package let hasWarning: Bool
    package let ranges: [PenaltyFrame.Kind: PenaltyFrame.Range]
    /// Penalties that go with it and leave no room: `吊销机动车驾驶证`.
    package let also: [String]

    package init(
        hasWarning: Bool = false, ranges: [PenaltyFrame.Kind: PenaltyFrame.Range] = [:], also: [String] = []
    ) {
        self.hasWarning = hasWarning
        self.ranges = ranges
        self.also = also
    }

    /// The kinds that leave room, and whether it warns: outcomes of one shape can be compared number by number.
    package struct Shape: Hashable, Sendable {
        package let hasWarning: Bool
        package let kinds: Set<PenaltyFrame.Kind>
    }

    package var shape: Shape { Shape(hasWarning: hasWarning, kinds: Set(ranges.keys)) }

    /// Whether everything it allows is allowed by another outcome too.
    package func lies(within other: PenaltyOutcome) -> Bool {
        shape == other.shape && also == other.also
            && ranges.allSatisfy { kind, range in other.ranges[kind].map(range.lies(within:)) ?? false }
    }
}

extension PenaltyFrame.Range {
    package func lies(within other: PenaltyFrame.Range) -> Bool { other.least <= least && most <= other.most }

    package func contains(_ value: Number) -> Bool { least <= value && value <= most }
}

extension [PenaltyOutcome] {
    package func hull(of kind: PenaltyFrame.Kind) -> PenaltyFrame.Range? {
        let ranges = compactMap { $0.ranges[kind] }
        guard let least = ranges.map(\.least).min(), let most = ranges.map(\.most).max() else { return nil }
        return PenaltyFrame.Range(least, most)
    }

    /// `拘留5日以下，或者罚款1000元以下`
    package var chinese: String { map(\.chinese).joined(separator: "，或者") }
}

extension PenaltyOutcome {
    /// `拘留5至10日，并处罚款500至1000元`
    package var chinese: String {
        let warning = hasWarning ? ["警告"] : []
        let amounts = PenaltyFrame.Kind.inOrder.compactMap { kind in
            ranges[kind].map { kind.chinese + $0.chinese(kind.unit) }
        }
        return (warning + amounts + also).joined(separator: "，并处")
    }
}

extension PenaltyFrame.Kind {
    /// The graver first.
    package static let inOrder: [PenaltyFrame.Kind] = [.detentionDays, .fine]

    package var chinese: String { self == .fine ? "罚款" : "拘留" }
}

extension PenaltyFrame.Range {
    /// `5至10日`, `1000元以下`, `15日`; where the law names no least, none is said.
    package func chinese(_ unit: String) -> String {
        if least == most { return "\(most)\(unit)" }
        return least == Number(0) ? "\(most)\(unit)以下" : "\(least)至\(most)\(unit)"
    }
}

extension PenaltyOutcome {
    /// Reads `[{warning: true}, {detentionDays: [5, 10], fine: [0, 1000]}]`.
    static func list(_ node: PackNode) throws(PackError) -> [PenaltyOutcome] {
        var outcomes: [PenaltyOutcome] = []
        for element in try node.elements(atLeastOne: "种处罚") { outcomes.append(try PenaltyOutcome(element)) }
        return outcomes
    }

    private init(_ node: PackNode) throws(PackError) {
        var mapping = try PackMapping(node)
        var ranges: [PenaltyFrame.Kind: PenaltyFrame.Range] = [:]
        for kind in PenaltyFrame.Kind.allCases {
            if let bounds = mapping.optional(kind.rawValue) { ranges[kind] = try PenaltyFrame.Range(bounds) }
        }
        let hasWarning = try mapping.optional("warning")?.boolean ?? false
        var also: [String] = []
        for element in try mapping.optional("also")?.elements(atLeastOne: "种处罚") ?? [] {
            also.append(try element.text)
        }
        self.init(hasWarning: hasWarning, ranges: ranges, also: also)
        try mapping.finish()
        guard hasWarning || !ranges.isEmpty || !also.isEmpty else {
            throw PackError(.expected("至少一种处罚", found: "空"), at: node.place)
        }
    }
}
