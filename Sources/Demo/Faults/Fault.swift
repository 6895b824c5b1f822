import Law

/// One kind of fault: the case it needs and the one change that makes it unlawful.
///
/// The change writes its own answer-key lines. A kind that writes none is a decoy: it stands exactly on a limit.
struct Fault: Sendable {
    /// `stay-481-minutes-2012`: for readers of the generator; nothing else uses it.
    let id: String
    let era: Era
    let needs: @Sendable (inout CaseShape) -> Void
    let change: @Sendable (inout Site) -> Void

    init(
        _ id: String, _ era: Era, needs: @escaping @Sendable (inout CaseShape) -> Void = { _ in },
        change: @escaping @Sendable (inout Site) -> Void
    ) {
        self.id = id
        self.era = era
        self.needs = needs
        self.change = change
    }

    var shape: CaseShape {
        var shape = CaseShape.plain(era)
        needs(&shape)
        return shape
    }

    /// Extensions, and the ninety days of other cases, need more time than an ordinary case.
    var isLong: Bool {
        let shape = shape
        return shape.extensions > 0 || shape.seizure == .extended || shape.category == .exitEntry
    }

    func plant(in draft: inout CaseDraft, calendar: WorkCalendar, city: City) -> [KeyLine] {
        var site = Site(draft: draft, calendar: calendar, city: city)
        change(&site)
        draft = site.draft
        return site.key
    }

    static func named(_ id: String) -> Fault {
        guard let fault = all.first(where: { $0.id == id }) else { preconditionFailure("no fault \(id)") }
        return fault
    }

    /// Every kind, chapter by chapter.
    static let all: [Fault] =
        intake + summons + questioning + papers + property + evidence + notice + hearings + limits + decision
        + outcome + execution + delivery + discretion + gaps

    /// The case under the change, and the key it writes.
    struct Site {
        var draft: CaseDraft
        let calendar: WorkCalendar
        /// Reviews since lately and has no legal qualification.
        let unqualifiedReviewer: String
        /// A sworn officer without a certificate.
        let uncertified: String
        /// Approves what needs a leader.
        let leader: String
        private(set) var key: [KeyLine] = []

        init(draft: CaseDraft, calendar: WorkCalendar, city: City) {
            self.draft = draft
            self.calendar = calendar
            unqualifiedReviewer = city.unqualifiedReviewer
            uncertified = city.uncertified
            leader = city.leader
        }

        subscript(_ ref: EventRef) -> EventDraft {
            get { draft[ref] }
            set { draft[ref] = newValue }
        }

        func step(_ kind: EventKind) -> EventRef { draft.step(kind) }

        mutating func breaks(_ rule: String, _ ref: EventRef) { breaks(rule, "event", draft.id(of: ref)) }
        mutating func breaksCase(_ rule: String) { breaks(rule, "case", draft.number) }
        mutating func breaks(_ rule: String, _ register: String, _ id: String) {
            key.append(KeyLine(rule: rule, register: register, record: id, answer: .broken))
        }

        /// The rule cannot answer: 不明.
        mutating func hides(_ rule: String, _ ref: EventRef) { hides(rule, "event", draft.id(of: ref)) }
        mutating func hides(_ rule: String, _ register: String, _ id: String) {
            key.append(KeyLine(rule: rule, register: register, record: id, answer: .cannotTell))
        }
        mutating func hidesCase(_ rule: String) {
            key.append(KeyLine(rule: rule, register: "case", record: draft.number, answer: .cannotTell))
        }

        mutating func counters(_ claim: DemoClaim, _ ref: EventRef) {
            counters(claim, "event", draft.id(of: ref))
        }
        mutating func counters(_ claim: DemoClaim, _ register: String, _ id: String) {
            key.append(KeyLine(rule: claim.rawValue, register: register, record: id, answer: .counterExample))
        }

        /// Takes steps of a kind out of the record as if they had never been entered.
        mutating func drop(_ kind: EventKind) {
            for ref in draft.steps(kind) { draft[ref].isMissing = true }
        }

        mutating func dropRecordings(of ref: EventRef) { draft.recordings.removeAll { $0.event == ref } }
    }
}
