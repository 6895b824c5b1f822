package import Pack

/// A circumstance that the law itself names as speaking for less, for more, or against any penalty.
package struct Factor: Sendable {
    package enum Effect: String, CaseIterable, Hashable, Sendable {
        /// 从重: inside the tier.
        case heavier
        /// 从轻: inside the tier.
        case lighter
        /// 减轻: below the least of the statutory tier.
        case reduced
        /// 不予处罚.
        case none

        package var chinese: String {
            switch self {
            case .heavier: "从重"
            case .lighter: "从轻"
            case .reduced: "减轻"
            case .none: "不予处罚"
            }
        }
    }

    package struct Version: Sendable {
        package let inForce: InForce
        package let basis: [Citation]
        /// One of them, as the office chooses.
        package let effects: [Effect]
        package let isMust: Bool
    }

    package let id: String
    package let name: String
    /// The step of combining at which it is asked for: `4`, `5b`.
    package let step: String
    package let confidence: Rule.Confidence
    /// Over a decision's fields and those of its case.
    package let condition: Condition
    package let versions: [Version]
    package let place: PackPlace

    package func version(on day: Day) -> Version? { versions.first { $0.inForce.contains(day) } }
}

extension Factor {
    init(_ node: PackNode, laws: LawBook, names: DecisionNames) throws(PackError) {
        var mapping = try PackMapping(node)
        place = node.place
        id = try mapping.required("id").text
        name = try mapping.required("name").text
        step = try mapping.required("step").text
        confidence = try mapping.required("confidence").word(of: Rule.Confidence.self)
        condition = try Condition(try mapping.required("when"))
        do { try condition.expression.checkCondition(in: names.types) } catch {
            throw PackError(sfeel: error, in: condition.text, at: condition.place)
        }
        var versions: [Version] = []
        for element in try mapping.required("versions").elements(atLeastOne: "个版本") {
            versions.append(try Version(element, laws: laws))
        }
        versions.sort { $0.inForce.from < $1.inForce.from }
        for (earlier, later) in zip(versions, versions.dropFirst())
        where earlier.inForce.overlaps(later.inForce) {
            throw PackError(.overlappingPeriods("量罚情节 \(id) 的版本"), at: node.place)
        }
        self.versions = versions
        try mapping.finish()
    }

    /// Reads `factors/*.yaml`, one node a file.
    package static func list(
        _ files: [PackNode], laws: LawBook, names: DecisionNames
    ) throws(PackError) -> [Factor] {
        var factors: [Factor] = []
        for file in files {
            var mapping = try PackMapping(file)
            for element in try mapping.required("factors").elements {
                let factor = try Factor(element, laws: laws, names: names)
                guard !factors.contains(where: { $0.id == factor.id }) else {
                    throw PackError(.duplicate(kind: "量罚情节", id: factor.id), at: element.place)
                }
                factors.append(factor)
            }
            try mapping.finish()
        }
        return factors
    }
}

extension Factor.Version {
    init(_ node: PackNode, laws: LawBook) throws(PackError) {
        var mapping = try PackMapping(node)
        inForce = try InForce(&mapping)
        basis = try Citation.list(try mapping.required("basis"), laws: laws)
        effects = try Factor.Effect.list(try mapping.required("effects"))
        isMust = try mapping.required("must").boolean
        try mapping.finish()
    }
}

extension Factor.Effect {
    static func list(
        _ node: PackNode, among allowed: [Factor.Effect] = allCases
    ) throws(PackError) -> [Factor.Effect] {
        var effects: [Factor.Effect] = []
        for element in try node.elements(atLeastOne: "种作用") {
            let effect = try element.word(of: Factor.Effect.self)
            guard allowed.contains(effect) else {
                throw PackError(
                    .notAllowed(effect.rawValue, allowed: allowed.map(\.rawValue)), at: element.place)
            }
            effects.append(effect)
        }
        return effects
    }
}
