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
