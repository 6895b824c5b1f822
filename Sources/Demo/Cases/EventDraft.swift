import Law

/// A step of a case while the case is being made: typed, so that a fault can say `event.endedAt = …`.
struct EventDraft: Sendable {
    let kind: EventKind
    /// 1 for the first of its kind in the case.
    let ordinal: Int
    var at: Moment?
    var endedAt: Moment?
    var relatesTo: EventRef?
    var party: PartyRef?
    var officers: [String] = []
    var actor: String?
    var unit: String?
    var place: Place?
    var paper: String?
    var approvedAt: Moment?
    var approverLevel: Int?
    var procedure: Procedure?
    var urgent: Bool?
    var undisputed: Bool?
    var present: Bool?
    var passed: Bool?
    var penaltyKinds: [Penalty] = []
    var fine: Int?
    var detentionDays: Int?
    var mergedDetentionDays: Int?
    var tier: String?
    var mitigated: Bool?
    var circumstances: [Circumstance] = []
    var weighing: [Weighing] = []
    var appliedLaw: AppliedLaw?
    var discretion = DiscretionDraft()
    var basisLevels: [BasisLevel] = []
    var reviewPoints: [ReviewPoint] = []
    var openToPublic: Bool?
    var reason: String?
    var ground: Ground?
    var foils: Int?
    var foilKind: FoilKind?
    var mealRestNoted: Bool?
    /// What the step's papers say, as whoever compared them ticked it; empty: nobody did.
    var noted: [Noted] = []
    var language: Language?
    var belongs: Belongs?
    var execution = ExecutionDraft()
    /// The office never recorded the step: it stays in the draft so that references hold, and is not written.
    var isMissing = false
}

/// A step's place in its case's list of steps.
struct EventRef: Hashable, Sendable { let index: Int }

/// A party's place in its case's list of parties.
struct PartyRef: Hashable, Sendable { let index: Int }

/// The codes of the event register's `kind`.
enum EventKind: String, CaseIterable, Sendable {
    case accepted, receipt, filed
    case caseTransferred = "case-transferred"
    case summons, arrival, inquiry
    case familyNotified = "family-notified"
    case adultPresent = "adult-present"
    case stopQuestion = "stop-question"
    case inspection, lineup, seizure, preservation
    case propertyHanded = "property-handed"
    case appraisal
    case appraisalTold = "appraisal-told"
    case `extension`
    case recusalRequested = "recusal-requested"
    case recusalDecided = "recusal-decided"
    case penaltyNotice = "penalty-notice"
    case guardianTold = "guardian-told"
    case hearingRightNotice = "hearing-right-notice"
    case hearingRequested = "hearing-requested"
    case hearingAnswered = "hearing-answered"
    case hearingWaived = "hearing-waived"
    case hearingNotified = "hearing-notified"
    case hearing
    case hearingReport = "hearing-report"
    case legalReview = "legal-review"
    case discussion, decision, served
    case victimServed = "victim-served"
    case detentionFamilyTold = "detention-family-told"
    case detention
    case suspensionRequested = "suspension-requested"
    case suspensionDecided = "suspension-decided"
    case fineCollected = "fine-collected"
    case fineHandedIn = "fine-handed-in"
    case fineBanked = "fine-banked"
    case onSpotFiled = "on-spot-filed"
    case mediation
    case fastTrackAgreed = "fast-track-agreed"
    case criminalJudged = "criminal-judged"
}

enum Place: String, Sendable {
    case caseArea = "case-area"
    case policePremises = "police-premises"
    case scene, residence, premises, remote
    case detentionCentre = "detention-centre"
}

enum Procedure: String, Sendable {
    case general
    case onSpot = "on-spot"
    case fast
}

enum Penalty: String, Sendable {
    case warning, fine, detention
    case revokeLicence = "revoke-licence"
    case suspendBusiness = "suspend-business"
    case noPenalty = "no-penalty"
}

enum Ground: String, Sendable {
    case manyPersons = "many-persons"
    case identityUnknown = "identity-unknown"
    case complexDetention = "complex-detention"
    case remote
    case noLocalHome = "no-local-home"
    case smallUndisputed = "small-undisputed"
    case refused
    case forceMajeure = "force-majeure"
    case exam
    case relativeCritical = "relative-critical"
}

/// What help with the language the questioned person needs; every demo person needs none.
enum Language: String, Sendable { case none }

/// Whose the seized object is.
enum Belongs: String, Sendable { case suspect, necessity }

enum FoilKind: String, Sendable { case person, photo, object }
