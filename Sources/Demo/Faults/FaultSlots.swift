import Law

/// Which case carries which fault: every kind at least once when there are cases enough, spread by the seed.
struct FaultSlots: Sendable {
    private let eras: [Slots]

    init(seed: UInt64, cases: Int) {
        guard cases > 0 else {
            eras = []
            return
        }
        eras = [
            Slots(.before, window: DemoYear.from...Era.newLaw.adding(days: -CasePlan.longest), seed, cases),
            // Accepted in the last month of 2025, decided in 2026 however the thirty days fall.
            Slots(.straddling, window: Era.newLaw.adding(days: -29)...Era.newLaw, seed, cases),
            Slots(
                .after, window: Era.newLaw.adding(days: 2)...DemoYear.until.adding(days: -CasePlan.longest),
                seed, cases),
        ]
    }

    /// The fault of a case, or `nil` for one that stays clean.
    func fault(at index: Int) -> Fault? {
        for slots in eras where slots.cases.contains(index) { return slots.fault(at: index) }
        return nil
    }

    /// The faults of one law, dealt in turn to evenly spaced cases of a window in which they are decided in time.
    private struct Slots: Sendable {
        let cases: Range<Int>
        private let faults: [Fault]
        private let count: Int

        init(_ era: Era, window: ClosedRange<Day>, _ seed: UInt64, _ total: Int) {
            let span = CasePlan.span
            func first(from day: Day) -> Int { (DemoYear.from.days(until: day) * total + span - 1) / span }
            cases = first(from: window.lowerBound)..<first(from: window.upperBound)
            var rng = SplitMix(seed: seed, stream: UInt64.max - UInt64(era.rawValue))
            faults = rng.shuffled(Fault.all.filter { $0.era == era })
            count = min(cases.count, max(faults.count, cases.count / Self.oneIn))
        }

        /// Beyond the first of each kind, one case in so many has a fault.
        private static let oneIn = 20

        func fault(at index: Int) -> Fault? {
            let place = index - cases.lowerBound
            let turn = place * count / cases.count
            let isTurn = turn < (place + 1) * count / cases.count
            return isTurn && !faults.isEmpty ? faults[turn % faults.count] : nil
        }
    }
}
