/// What a page may say about one judgement.
///
/// A rule that is not verified (confidence S or M) never says `broken` and never `kept`: whatever it finds, its standing
/// is `pending` when there is something to look at, and it is left out otherwise.
package enum Standing: String, CaseIterable, Hashable, Sendable {
    case broken
    case cannotTell
    case notYetDue
    case pending
    case kept
    case notApplicable

    /// The word that stands beside the colour, in the terminal as on the pages.
    package var word: String {
        switch self {
        case .kept: "合规"
        case .broken: "违规"
        case .notYetDue: "未到期"
        case .notApplicable: "不适用"
        case .cannotTell: "不明"
        case .pending: "待核"
        }
    }
}

/// How grave a breach is, as the rule proposes it.
package enum SeverityView: String, CaseIterable, Hashable, Sendable {
    case minor
    case violation
    case grave
}

/// How many judgements have one standing.
package struct StandingCount: Hashable, Sendable {
    package let standing: Standing
    package let count: Int
}
