/// What a record or paper of a step says: the codes of the event register's `noted` that the demo uses.
enum Noted: String, Sendable {
    case reasonsTold = "reasons-told"
    case rightsTold = "rights-told"
    case idShown = "id-shown"
    case timesSigned = "times-signed"
    case firstItems = "first-items"
    case read, signed
    case onSpotChecked = "on-spot-checked"
    case noticeServed = "notice-served"
    case listTwoCopies = "list-two-copies"
    case decisionItems = "decision-items"
    case surcharge
    case reconsiderationFirst = "reconsideration-first"
    case correction
    case nothingToCorrect = "nothing-to-correct"
    /// Compared, and none of it is there.
    case none
}

/// What a decision or an agreement found about the act: the codes of `circumstances` that the demo uses.
enum Circumstance: String, Sendable {
    case civilDispute = "civil-dispute"
    case lesser
}

/// Which way the circumstances moved the penalty.
enum Weighing: String, Sendable { case lighter, reduced, heavier }

/// The version of 治安管理处罚法 that a decision across the change of law rests on.
enum AppliedLaw: String, Sendable { case old = "2012" }

/// How high the provision stands that a penalty rests on.
enum BasisLevel: String, Sendable { case law, regulation, document }

/// What a review looks at (程序规定 第170条).
enum ReviewPoint: String, CaseIterable, Sendable { case identity, facts, nature, law, procedure, outcome }
