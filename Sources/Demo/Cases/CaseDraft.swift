import Law

/// A case while it is being made. Faults change it; the writer turns it into records.
struct CaseDraft: Sendable {
    let number: String
    var title = ""
    var category = Category.security
    var source = Source.found
    var unit: City.Unit
    var handlers: [String] = []
    var frame: String?
    var actAt: Moment?
    var actEndedAt: Moment?
    var discoveredAt: Moment?
    var complainedInTime: Bool? = false
    /// Of 行政处罚法 第36条 (five years); a security case does not ask.
    var safetyHarmed: Bool?
    var ownJurisdiction: Bool? = true
    var complex: Bool? = false
    var manyPersons: Bool? = false
    var identityUnknown: Bool? = false
    var detentionPossible: Bool? = false
    var publicInterest: Bool? = false
    var severalRelations: Bool? = false
    var evidenceBesidesStatement: Int? = 2
    var inCaseVenue: Bool? = false
    /// A minor suffered violence.
    var minorHarmed = false
    var hasVictim = false
    var parties: [PartyDraft] = []
    var events: [EventDraft] = []
    var recordings: [RecordingDraft] = []
    var visits: [VisitDraft] = []
    var exhibits: [ExhibitDraft] = []

    enum Category: String, Sendable {
        case security, traffic
        case exitEntry = "exit-entry"
        case fire
    }

    /// How the bureau came to know: only who reports gets a receipt.
    enum Source: String, Sendable { case report, delivered, surrendered, found, transferred }

    subscript(ref: EventRef) -> EventDraft {
        get { events[ref.index] }
        set { events[ref.index] = newValue }
    }

    @discardableResult
    mutating func add(_ kind: EventKind, at: Moment, _ fill: (inout EventDraft) -> Void = { _ in })
        -> EventRef
    {
        let ordinal = 1 + events.indices.count { events[$0].kind == kind }
        var event = EventDraft(kind: kind, ordinal: ordinal, at: at)
        event.unit = unit.name
        fill(&event)
        events.append(event)
        return EventRef(index: events.count - 1)
    }

    mutating func addParty(_ role: PartyDraft.Role, _ age: PartyDraft.AgeBand?, recordedAt: Moment)
        -> PartyRef
    {
        let ordinal = parties.reduce(into: 1) { if $1.role == role { $0 += 1 } }
        parties.append(
            PartyDraft(
                role: role, ordinal: ordinal, ageBand: age, isPerson: age != nil, recordedAt: recordedAt))
        return PartyRef(index: parties.count - 1)
    }

    /// The first step of a kind; a scenario that lacks it is a mistake of the scenario.
    func step(_ kind: EventKind) -> EventRef {
        guard let index = events.indices.first(where: { events[$0].kind == kind }) else {
            preconditionFailure("the scenario of \(number) has no \(kind.rawValue)")
        }
        return EventRef(index: index)
    }

    func steps(_ kind: EventKind) -> [EventRef] {
        events.indices.filter { events[$0].kind == kind }.map(EventRef.init)
    }

    /// Records one step without a gap, from a little before its start to a little after its end.
    ///
    /// - Parameter minutes: How long it took, where its end is not the end of what was done.
    mutating func record(_ ref: EventRef, margin: Int = 2, lasting minutes: Int? = nil) {
        guard let from = self[ref].at else { return }
        let end = minutes.map { from.adding(minutes: $0) } ?? self[ref].endedAt ?? from.adding(minutes: 15)
        let to = end.adding(minutes: margin)
        recordings.append(
            RecordingDraft(
                event: ref, from: from.adding(minutes: -margin), to: to,
                uploadedAt: to.adding(minutes: 180)))
    }
}

struct PartyDraft: Sendable {
    let role: Role
    let ordinal: Int
    /// `nil` for a unit: age is a person's.
    var ageBand: AgeBand?
    var isPerson: Bool
    var recordedAt: Moment

    enum Role: String, Sendable { case offender, victim, witness, third }
    enum AgeBand: String, Sendable {
        case under14 = "under-14"
        case from14 = "14-15"
        case from16 = "16-17"
        case adult = "18-69"
        case from70 = "70-up"
    }

    var isMinor: Bool { ageBand == .under14 || ageBand == .from14 || ageBand == .from16 }
}

struct RecordingDraft: Sendable {
    var event: EventRef
    var from: Moment
    var to: Moment
    var uploadedAt: Moment
    var state = State.intact

    mutating func shift(minutes: Int) {
        from = from.adding(minutes: minutes)
        to = to.adding(minutes: minutes)
        uploadedAt = uploadedAt.adding(minutes: minutes)
    }

    enum State: String, Sendable { case intact, damaged, lost }
}

/// One seized object in the ledger of exhibits.
struct ExhibitDraft: Sendable {
    let event: EventRef
    let ordinal: Int
    var receivedAt: Moment
    var place: String?
    /// `nil`: still in store.
    var disposedAt: Moment?
}

struct VisitDraft: Sendable {
    var event: EventRef
    var venue: String
    var enteredAt: Moment
    var leftAt: Moment?
    var safetyChecked: Bool? = true
    var belongingsListed: Bool? = true
    var guards = 2
}
