package import Pack

/// The statutory penalty range of one kind of act, tier by tier, as it changed over time.
package struct PenaltyFrame: Hashable, Sendable {
    package enum Kind: String, CaseIterable, Hashable, Sendable {
        /// In yuan.
        case fine
        /// In days.
        case detentionDays

        package var unit: String { self == .fine ? "元" : "日" }
    }

    /// From the least to the most that the tier allows, both included; ten-thousandths as in `Number`.
    package struct Range: Hashable, Sendable {
        package let least: Number
        package let most: Number

        package init(_ least: Number, _ most: Number) {
            self.least = least
            self.most = most
        }
    }

    package struct Tier: Hashable, Sendable {
        package let id: String
        package let name: String
        /// What may be chosen among; never empty.
        package let outcomes: [PenaltyOutcome]

        /// From the least to the most of a kind in any of the outcomes; `nil` where none has that kind.
        package func range(of kind: Kind) -> Range? { outcomes.hull(of: kind) }
    }

    package struct Version: Hashable, Sendable {
        package let inForce: InForce
        package let basis: [Citation]
        package let tiers: [Tier]
    }

    package let id: String
    package let name: String
    /// In order of time, not overlapping.
    package let versions: [Version]
    package let place: PackPlace
}

extension PenaltyFrame {
    init(_ node: PackNode, laws: LawBook) throws(PackError) {
        var mapping = try PackMapping(node)
        place = node.place
        id = try mapping.required("id").text
        name = try mapping.required("name").text
        var versions: [Version] = []
        for element in try mapping.required("versions").elements(atLeastOne: "个版本") {
            versions.append(try Version(element, laws: laws))
        }
        versions.sort { $0.inForce.from < $1.inForce.from }
        for (earlier, later) in zip(versions, versions.dropFirst()) {
            guard let last = earlier.inForce.until, last < later.inForce.from else {
                throw PackError(.overlappingPeriods("处罚幅度 \(id) 的版本"), at: node.place)
            }
            guard last.adding(days: 1) == later.inForce.from else {
                throw PackError(.gapBetweenPeriods("处罚幅度 \(id) 的版本"), at: node.place)
            }
        }
        self.versions = versions
        try mapping.finish()
    }
}

extension PenaltyFrame.Version {
    init(_ node: PackNode, laws: LawBook) throws(PackError) {
        var mapping = try PackMapping(node)
        inForce = try InForce(&mapping)
        basis = try Citation.list(try mapping.required("basis"), laws: laws)
        var tiers: [PenaltyFrame.Tier] = []
        for element in try mapping.required("tiers").elements(atLeastOne: "个档次") {
            let tier = try PenaltyFrame.Tier(element)
            guard !tiers.contains(where: { $0.id == tier.id }) else {
                throw PackError(.duplicate(kind: "档次", id: tier.id), at: element.place)
            }
            tiers.append(tier)
        }
        self.tiers = tiers
        try mapping.finish()
    }
}

extension PenaltyFrame.Tier {
    init(_ node: PackNode) throws(PackError) {
        var mapping = try PackMapping(node)
        id = try mapping.required("id").text
        name = try mapping.required("name").text
        outcomes = try PenaltyOutcome.list(try mapping.required("outcomes"))
        try mapping.finish()
    }
}

extension PenaltyFrame.Range {
    init(_ node: PackNode) throws(PackError) {
        let bounds = try node.elements
        guard bounds.count == 2 else {
            throw PackError(.expected("两个数 [最低, 最高]", found: "\(bounds.count) 个"), at: node.place)
        }
        least = try bounds[0].number
        most = try bounds[1].number
        guard least <= most else {
            throw PackError(.badValue("\(least)", why: "最低额大于最高额 \(most)"), at: bounds[0].place)
        }
    }
}
