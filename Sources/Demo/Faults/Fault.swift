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
        precondition(era != .straddling, "a fault has one law to break")
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

    func plant(in draft: inout CaseDraft, calendar: WorkCalendar) -> [KeyLine] {
        var site = Site(draft: draft, calendar: calendar)
        change(&site)
        draft = site.draft
        return site.key
    }

    /// Every kind, chapter by chapter.
    static let all: [Fault] = intake + summons + questioning + evidence + notice + decision + execution + gaps

    /// The case under the change, and the key it writes.
    struct Site {
        var draft: CaseDraft
        let calendar: WorkCalendar
        private(set) var key: [KeyLine] = []

        init(draft: CaseDraft, calendar: WorkCalendar) {
            self.draft = draft
            self.calendar = calendar
        }

        subscript(_ ref: EventRef) -> EventDraft {
            get { draft[ref] }
            set { draft[ref] = newValue }
        }

        func step(_ kind: EventKind) -> EventRef { draft.step(kind) }

        mutating func breaks(_ rule: String, _ ref: EventRef) {
            write(rule, "event", draft.id(of: ref), .broken)
        }
        mutating func breaksCase(_ rule: String) { write(rule, "case", draft.number, .broken) }
        mutating func hides(_ rule: String, _ ref: EventRef) {
            write(rule, "event", draft.id(of: ref), .cannotTell)
        }
        mutating func hidesCase(_ rule: String) { write(rule, "case", draft.number, .cannotTell) }

        private mutating func write(
            _ rule: String, _ register: String, _ id: String, _ answer: KeyLine.Answer
        ) {
            key.append(KeyLine(rule: rule, register: register, record: id, answer: answer))
        }

        /// Takes steps of a kind out of the record as if they had never been entered.
        mutating func drop(_ kind: EventKind) {
            for ref in draft.steps(kind) { draft[ref].isMissing = true }
        }

        mutating func dropRecordings(of ref: EventRef) { draft.recordings.removeAll { $0.event == ref } }
    }
}
