/// What a penalty was, in the kinds that discretion is about.
package struct ImposedPenalty: Hashable, Sendable {
    package let isNone: Bool
    package let hasWarning: Bool
    package let amounts: [PenaltyFrame.Kind: Number]

    package init(isNone: Bool = false, hasWarning: Bool = false, amounts: [PenaltyFrame.Kind: Number] = [:]) {
        self.isNone = isNone
        self.hasWarning = hasWarning
        self.amounts = amounts
    }

    /// `拘留7日，并处罚款500元`
    package var chinese: String {
        if isNone { return "不予处罚" }
        let amounts = PenaltyFrame.Kind.inOrder.compactMap { kind in
            self.amounts[kind].map { "\(kind.chinese)\($0)\(kind.unit)" }
        }
        let all = (hasWarning ? ["警告"] : []) + amounts
        return all.isEmpty ? "警告、罚款、拘留以外的处罚" : all.joined(separator: "，并处")
    }
}

/// What the record says of one penalty decision, by the fields of the bureau's registers.
package struct DecisionFacts: Sendable {
    /// A reasoned departure from the benchmark.
    package struct Departure: Hashable, Sendable {
        package let reason: String
        package let approvedBy: String?
        package let approvedAt: Moment?
    }

    /// The names by which the values are asked for: fields of a decision and of its case.
    package enum Name {
        package static let penaltyKinds = "penaltyKinds"
        package static let tier = "tier"
        package static let weighing = "weighing"
        package static let mitigated = "mitigated"
        package static let circumstances = "circumstances"
        package static let appliedLaw = "appliedLaw"
        package static let reason = "reason"
        package static let benchmark = "benchmark"
        package static let benchmarkTier = "benchmarkTier"
        package static let openReason = "openReason"
        package static let departureReason = "departureReason"
        package static let departureApprover = "departureApprover"
        package static let departureApprovedAt = "departureApprovedAt"
        package static let frame = "case.frame"
        package static let actAt = "case.actAt"
        package static let actEndedAt = "case.actEndedAt"
        package static let at = "at"
        package static let offsetDays = "offsetDays"
        package static let actCount = "actCount"
        package static let executionBar = "executionBar"
    }

    package let value: @Sendable (String) -> Value

    package init(_ value: @escaping @Sendable (String) -> Value) { self.value = value }

    private func text(_ name: String) -> String? {
        if case .text(let text) = value(name) { text } else { nil }
    }

    private func day(_ name: String) -> Day? {
        switch value(name) {
        case .moment(let moment): moment.day
        case .day(let day): day
        default: nil
        }
    }

    private func texts(_ name: String) -> [String] {
        guard case .list(let values) = value(name) else { return text(name).map { [$0] } ?? [] }
        return values.compactMap { if case .text(let text) = $0 { text } else { nil } }
    }

    package func number(_ name: String) -> Number? {
        if case .number(let number) = value(name) { number } else { nil }
    }

    package var frame: String? { text(Name.frame) }
    /// The last day of the act: of one that lasted, its end.
    package var actedOn: Day? { day(Name.actEndedAt) ?? day(Name.actAt) }
    package var decidedOn: Day? { day(Name.at) }
    package var tier: String? { text(Name.tier) }
    package var appliedLaw: String? { text(Name.appliedLaw) }
    package var lawReason: String? { text(Name.reason) }
    package var benchmark: String? { text(Name.benchmark) }
    package var benchmarkTier: String? { text(Name.benchmarkTier) }
    package var openReason: String? { text(Name.openReason) }
    package var executionBar: String? { text(Name.executionBar) }
    /// Whether the decision says that it reduced.
    package var isReduced: Bool {
        texts(Name.weighing).contains(Factor.Effect.reduced.rawValue)
            || value(Name.mitigated) == .boolean(true)
    }

    package var departure: Departure? {
        guard let reason = text(Name.departureReason) else { return nil }
        var at: Moment?
        if case .moment(let moment) = value(Name.departureApprovedAt) { at = moment }
        return Departure(reason: reason, approvedBy: text(Name.departureApprover), approvedAt: at)
    }

    /// What was imposed; `nil` when its kinds, or an amount of one of them, are not recorded.
    package var imposed: ImposedPenalty? {
        let kinds = texts(Name.penaltyKinds)
        guard !kinds.isEmpty else { return nil }
        if kinds.contains("no-penalty") { return ImposedPenalty(isNone: true) }
        var amounts: [PenaltyFrame.Kind: Number] = [:]
        for (word, kind) in [("detention", PenaltyFrame.Kind.detentionDays), ("fine", .fine)]
        where kinds.contains(word) {
            guard let amount = number(kind.rawValue) else { return nil }
            amounts[kind] = amount
        }
        return ImposedPenalty(hasWarning: kinds.contains("warning"), amounts: amounts)
    }
}
