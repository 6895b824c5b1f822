import Law

/// When each case begins and which fault, if any, is planted in it.
struct CasePlan: Sendable {
    let seed: UInt64
    let cases: Int
    let options: DemoOptions
    private let slots: FaultSlots
    /// Faults that the options ask for, in the first cases that are clean otherwise.
    private let askedFor: [Int: Fault]

    init(seed: UInt64, cases: Int, options: DemoOptions) {
        self.seed = seed
        self.cases = cases
        self.options = options
        let slots = FaultSlots(seed: seed, cases: options.plantsFaults ? cases : 0)
        self.slots = slots
        let faults = Self.counterExamples.filter { options.counterExamples.contains($0.claim) }
        // From March 2025 on, so that the act lies in 2025 as well.
        let clean = (cases * 60 / Self.span..<cases).lazy.filter { slots.fault(at: $0) == nil }
        askedFor = Dictionary(uniqueKeysWithValues: zip(clean, faults.map { Fault.named($0.fault) }))
    }

    /// Claims about cases that options can make fail, and the kinds that do it in 2025.
    private static let counterExamples: [(claim: DemoClaim, fault: String)] = [
        (.allCasesInVenue, "never-taken-to-the-venue-2025"), (.inquiriesRecorded, "recording-missing-2025"),
    ]

    func batch(_ index: Int, of demo: DemoYear) -> DemoYear.Batch {
        var rng = SplitMix(seed: seed, stream: UInt64(index))
        let start = Self.start(index, of: cases, &rng)
        let number = Self.number(index, start.day.components.year)
        let fault = askedFor[index] ?? slots.fault(at: index)
        var shape = fault?.shape ?? Self.shape(start, &rng)
        if fault == nil { Self.leaveOpen(&shape, from: start, &rng) }
        var draft = CaseMaker.make(
            index: index, number: number, from: start, shape: shape, city: demo.city, calendar: demo.calendar,
            rng: rng)
        let key = fault?.plant(in: &draft, calendar: demo.calendar, city: demo.city) ?? []
        draft.recordCircumstances()
        return DemoYear.Batch(records: draft.records(demo.writer), key: key, planted: fault?.id)
    }

    /// The last cases come in a few days before the end, so that what is at once due is done.
    static let span = DemoYear.from.days(until: DemoYear.until) - 4

    /// Cases come in evenly over the two years, in office hours.
    static func start(_ index: Int, of cases: Int, _ rng: inout SplitMix) -> Moment {
        let day = DemoYear.from.adding(days: index * span / cases)
        return Moment(day, hour: rng.between(8...16), minute: rng.below(60))
    }

    static func number(_ index: Int, _ year: Int) -> String {
        let digits = String(index + 1)
        return "YQ\(year)-" + String(repeating: "0", count: max(0, 6 - digits.count)) + digits
    }

    /// A case of the end of 2025 may run into 2026 and is made to satisfy both laws.
    private static func shape(_ start: Moment, _ rng: inout SplitMix) -> CaseShape {
        let era: Era =
            start.day >= Era.newLaw ? .after : start.day < lastClosedBefore ? .before : .straddling
        return CaseShape.draw(era, &rng)
    }

    /// The longest case (two extensions, a hearing) takes less than this.
    static let longest = 95
    /// A case without extensions, its seizures and payments included, takes less than this.
    static let ordinary = 42
    private static let lastClosedBefore = Era.newLaw.adding(days: -longest)

    /// A case of the last weeks is still being investigated: 未到期, no fault.
    private static func leaveOpen(_ shape: inout CaseShape, from start: Moment, _ rng: inout SplitMix) {
        guard start.day > DemoYear.until.adding(days: -longest), [.general, .mediated].contains(shape.route)
        else {
            return
        }
        shape.extensions = 0
        shape.isAppraised = false
        if shape.hearing == .held { shape.hearing = .waived }
        if start.day > DemoYear.until.adding(days: -62) {
            shape.seizure = nil
            shape.isPreserved = false
        }
        if start.day > DemoYear.until.adding(days: -10) {
            shape.stopQuestion = nil
            shape.lineup = nil
            shape.asksRecusal = false
        }
        // Thirty days from filing are not over on the last day.
        if start.day > DemoYear.until.adding(days: -29) { shape.route = .undecided }
    }
}
