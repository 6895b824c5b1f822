import Law

/// What kind of case to make: the route it takes and the complications on the way.
///
/// A fault starts from `plain` and asks for what it needs; the clean rest is drawn.
struct CaseShape: Sendable {
    var era: Era
    var route = Route.general
    var category = CaseDraft.Category.security
    var sanction: Sanction
    var atStation = true
    /// `nil`: the offender is a unit.
    var offender: PartyDraft.AgeBand? = .adult
    var hasVictim = false
    var victimIsMinor = false
    var victimIsQuestioned = false
    var inquiry = Inquiry.ordinary
    var oneOfficer = false
    var stopQuestion: StopQuestion?
    var seizure: Seizure?
    var isPreserved = false
    var inspection: Inspection?
    var lineup: FoilKind?
    var isAppraised = false
    var extensions = 0
    var hearing = Hearing.none
    var isComplex = false
    var isMitigated = false
    var servedLater = false
    var asksSuspension = false
    var asksRecusal = false
    var collectsFine = false

    enum Route: Sendable { case general, onSpot, fast, mediated, transferred, undecided }
    /// How long the questioning may last, and why.
    enum Inquiry: Sendable { case ordinary, manyPersons, identityUnknown, complexDetention }
    enum StopQuestion: Sendable { case twelve, twentyFour, fortyEight }
    enum Seizure: Sendable { case approved, urgent, extended }
    enum Inspection: Sendable { case warrant, urgent }
    enum Hearing: Sendable { case none, waived, lapsed, held }

    /// An ordinary general case without complications: an adult, a fine that a station may impose.
    static func plain(_ era: Era) -> CaseShape {
        CaseShape(era: era, sanction: .fine("赌博", "gambling", "basic", 100...500))
    }

    static func draw(_ era: Era, _ rng: inout SplitMix) -> CaseShape {
        var shape = plain(era)
        shape.sanction = rng.pick(Sanction.all(era))
        shape.atStation = rng.chance(percent: 75)
        shape.hasVictim = shape.sanction.frame == "assault" || shape.sanction.frame == "theft-fraud-etc"
        switch rng.below(100) {
        case ..<14: shape.drawOnSpot(&rng)
        case ..<20: shape.drawFast(&rng)
        case ..<24: shape.route = .transferred
        case ..<28: shape.drawMediation()
        case ..<38: shape.drawOther(&rng)
        case ..<46: shape.drawHearing(&rng)
        default: shape.drawGeneral(&rng)
        }
        return shape
    }

    private mutating func drawOnSpot(_ rng: inout SplitMix) {
        route = .onSpot
        hasVictim = false
        let cap = era == .after ? 500 : 200
        sanction =
            rng.chance(percent: 40)
            ? .warning : .fine("扰乱公共场所秩序", "disorder-unit-public-transport", "basic", 50...cap)
        if rng.chance(percent: 40) {
            category = .traffic
            sanction = .fine("机动车违反停放规定", nil, nil, 20...200)
        }
        oneOfficer = era == .after && category == .security && rng.chance(percent: 40)
        collectsFine = rng.chance(percent: 50)
    }

    private mutating func drawFast(_ rng: inout SplitMix) {
        route = .fast
        sanction = .fine("赌博", "gambling", "basic", 100...500)
        hasVictim = false
    }

    /// A slight assault out of a quarrel, settled before any decision.
    private mutating func drawMediation() {
        route = .mediated
        sanction = .fine("殴打他人（情节较轻）", "assault", "lighter", 100...500)
        hasVictim = true
    }

    /// Exit-entry, fire and other police cases under 行政处罚法 rather than 治安管理处罚法.
    private mutating func drawOther(_ rng: inout SplitMix) {
        category = rng.pick([.exitEntry, .fire])
        atStation = false
        hasVictim = false
        offender = category == .fire ? nil : .adult
        // 程序规定 第123条: a unit's fine of ten thousand yuan gives it the right to a hearing.
        hearing = category == .fire ? .waived : .none
        sanction =
            category == .fire
            ? .fine("单位未落实内部治安保卫措施", nil, nil, 10_000...50_000) : .fine("未按规定办理居留登记", nil, nil, 500...1500)
    }

    private mutating func drawHearing(_ rng: inout SplitMix) {
        sanction = .hearable(era)
        hasVictim = false
        isComplex = rng.chance(percent: 50)
        hearing = era == .straddling ? rng.pick([.waived, .lapsed]) : rng.pick([.waived, .lapsed, .held])
    }

    private mutating func drawGeneral(_ rng: inout SplitMix) {
        if !sanction.detains, rng.chance(percent: 15) { offender = rng.pick([.from14, .from16]) }
        if rng.chance(percent: 10) { offender = sanction.detains ? .from70 : offender }
        victimIsMinor = hasVictim && rng.chance(percent: 15)
        victimIsQuestioned = hasVictim && (victimIsMinor || rng.chance(percent: 60))
        inquiry = drawInquiry(&rng)
        oneOfficer = era == .after && rng.chance(percent: 25)
        if rng.chance(percent: 10) { stopQuestion = rng.pick([.twelve, .twentyFour, .fortyEight]) }
        if stopQuestion != nil, offender == .from14 || offender == .from70 { stopQuestion = .twelve }
        if rng.chance(percent: 30) { seizure = rng.pick([.approved, .urgent, .extended]) }
        if era == .straddling, seizure == .extended { seizure = .approved }
        isPreserved = rng.chance(percent: 12)
        if rng.chance(percent: 15) { inspection = rng.pick([.warrant, .urgent]) }
        if rng.chance(percent: 10) { lineup = rng.pick([.person, .photo, .object]) }
        isAppraised = rng.chance(percent: 15)
        if era != .straddling, rng.chance(percent: 12) {
            extensions = era == .after ? rng.between(1...2) : 1
            isComplex = true
        }
        isComplex = isComplex || inquiry == .complexDetention
        isMitigated = rng.chance(percent: 10)
        servedLater = rng.chance(percent: 25)
        asksSuspension = sanction.detains && rng.chance(percent: 20)
        asksRecusal = rng.chance(percent: 5)
    }

    private func drawInquiry(_ rng: inout SplitMix) -> Inquiry {
        guard rng.chance(percent: 20) else { return .ordinary }
        if sanction.detains, rng.chance(percent: 40) { return .complexDetention }
        return era == .after ? rng.pick([.manyPersons, .identityUnknown]) : .ordinary
    }
}
