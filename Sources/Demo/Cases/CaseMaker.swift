import Law

/// Makes one case step by step, each within its limit under the law of its day.
///
/// `now` is the office's clock in the case: every chapter starts there and moves it on.
struct CaseMaker {
    let city: City
    let shape: CaseShape
    let calendar: WorkCalendar
    var rng: SplitMix
    var draft: CaseDraft
    var now: Moment
    var offender = PartyRef(index: 0)
    var victim: PartyRef?
    /// When the decision must come, counted strictly: no roll, nothing excluded, extensions included.
    var filedAt: Moment

    /// - Parameter index: The case's place in the two years, which settles who handles it.
    static func make(
        index: Int, number: String, from start: Moment, shape: CaseShape, city: City, calendar: WorkCalendar,
        rng: SplitMix
    ) -> CaseDraft {
        let (unit, pair) = city.handlers(ofCase: index, shape)
        var draft = CaseDraft(number: number, unit: unit)
        draft.handlers = pair
        var maker = CaseMaker(
            city: city, shape: shape, calendar: calendar, rng: rng, draft: draft, now: start, filedAt: start)
        maker.makeCase()
        return maker.draft
    }

    private mutating func makeCase() {
        describe()
        if shape.stopQuestion != nil { stopAndQuestion() }
        takeIn()
        switch shape.route {
        case .general: makeGeneral()
        case .onSpot: decideOnTheSpot()
        case .fast: makeFast()
        case .mediated: mediate()
        case .transferred: transfer()
        case .undecided: investigate()
        }
    }

    private mutating func makeGeneral() {
        investigate()
        giveNotice()
        hear()
        review()
        decide()
        serve()
        execute()
    }

    /// 快速办理: from arrival to decision within 48 hours (公安机关办理行政案件程序规定 第47条).
    private mutating func makeFast() {
        question()
        agreeToFastTrack()
        giveNotice()
        review()
        decide()
        serve()
        execute()
    }

    mutating func investigate() {
        if shape.inspection != nil { inspect() }
        question()
        if shape.asksRecusal { askRecusal() }
        if shape.lineup != nil { lineUp() }
        if shape.seizure != nil { seize() }
        if shape.isPreserved { preserve() }
        if shape.isAppraised { appraise() }
        if shape.extensions > 0 { extend() }
    }

    // MARK: The clock

    mutating func wait(minutes range: ClosedRange<Int>) { now = now.adding(minutes: rng.between(range)) }

    /// Moves to office hours, `days` calendar days later.
    mutating func wait(days: Int) {
        now = Moment(now.day.adding(days: days), hour: rng.between(9...16), minute: rng.below(60))
    }

    /// Moves to office hours of the n-th working day after today.
    mutating func wait(workingDays: Int) {
        let day = calendar.workingDay(workingDays, after: now.day)
        now = Moment(day, hour: rng.between(9...16), minute: rng.below(60))
    }

    /// Two officers, or one where the shape and the law of 2026 allow it.
    var investigators: [String] { shape.oneOfficer ? Array(draft.handlers.prefix(1)) : draft.handlers }

    func paper(_ kind: String) -> String { "\(draft.number)\(kind)" }
}
