import Law

/// Which case carries which fault: every kind at least once when there are cases enough, spread by the seed.
struct FaultSlots: Sendable {
    private let eras: [Slots]

    init(seed: UInt64, cases: Int) {
        guard cases > 0 else {
            eras = []
            return
        }
        let (opening, change, end) = (DemoYear.from, Era.newLaw, DemoYear.until)
        eras = [
            Slots(.before, window: opening...change.adding(days: -CasePlan.longest), seed, cases),
            // Accepted in the last month of 2025, decided in 2026 however the thirty days fall.
            Slots(.straddling, window: change.adding(days: -29)...change, seed, cases),
            Slots(.after, window: change.adding(days: 2)...end.adding(days: -CasePlan.ordinary), seed, cases),
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
        /// Cases from here on leave no time for the long kinds.
        private let lastLong: Int
        private let faults: [Fault]
        private let count: Int

        init(_ era: Era, window: ClosedRange<Day>, _ seed: UInt64, _ total: Int) {
            func first(from day: Day) -> Int {
                (DemoYear.from.days(until: day) * total + CasePlan.span - 1) / CasePlan.span
            }
            cases = first(from: window.lowerBound)..<first(from: window.upperBound)
            let lastLong = first(from: min(window.upperBound, DemoYear.until.adding(days: -CasePlan.longest)))
            self.lastLong = lastLong
            let early = Double(lastLong - cases.lowerBound) / Double(max(1, cases.count))
            var rng = SplitMix(seed: seed, stream: UInt64.max - UInt64(era.rawValue))
            faults = Self.dealt(Fault.all.filter { $0.era == era }, early: early, &rng)
            count = min(cases.count, max(faults.count, cases.count / Self.oneIn))
        }

        /// Beyond the first of each kind, one case in so many has a fault.
        private static let oneIn = 20

        /// In random order, the long kinds within the part of the window that has time for them.
        private static func dealt(_ faults: [Fault], early: Double, _ rng: inout SplitMix) -> [Fault] {
            let long = faults.filter(\.isLong)
            let places = Array(0..<Int(Double(faults.count) * early))
            let chosen = Set(rng.shuffled(places).prefix(long.count))
            var (longLeft, shortLeft) = (rng.shuffled(long), rng.shuffled(faults.filter { !$0.isLong }))
            return faults.indices.compactMap {
                chosen.contains($0) ? longLeft.popLast() : shortLeft.popLast()
            }
        }

        func fault(at index: Int) -> Fault? {
            let place = index - cases.lowerBound
            let turn = place * count / cases.count
            guard !faults.isEmpty, turn < (place + 1) * count / cases.count else { return nil }
            let fault = faults[turn % faults.count]
            return fault.isLong && index >= lastLong ? nil : fault
        }
    }
}
