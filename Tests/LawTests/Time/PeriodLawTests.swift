import Law
import Testing

/// An invented period with what happened in it.
private struct Invented: CustomStringConvertible {
    var period: Period
    var start: Moment
    var exclusions: [Exclusion]
    var extensions: Int

    init(seed: Int) {
        var random = SplitMix64(seed: seed)
        let unit = Length.Unit.allCases.randomElement(using: &random) ?? .days
        period = Period(
            Length(.random(in: 0...(unit == .months ? 7 : 45), using: &random), unit),
            rolls: .random(using: &random),
            extension: Bool.random(using: &random)
                ? Period.Extension(by: Length(.random(in: 1...31, using: &random), unit), atMost: 2) : nil)
        // From before the first notice to after the last.
        start = Moment(day("2018-11-20")).adding(
            minutes: .random(in: 0...(8 * 365 + 60) * 1440, using: &random))
        let reach = period.length.isByClock ? 3000 : 60 * 1440
        var exclusions: [Exclusion] = []
        for number in 0..<Int.random(in: 0...4, using: &random) {
            let from = start.adding(minutes: .random(in: -reach...reach, using: &random))
            let length = Int.random(in: 0...reach / 2, using: &random)
            if let span = Span(from, from.adding(minutes: length)) {
                exclusions.append(Exclusion(span, "事由\(number % 2)"))
            }
        }
        self.exclusions = exclusions
        extensions = .random(in: 0...3, using: &random)
    }

    var due: Period.Due {
        period.due(from: start, excluding: exclusions.map(\.span).sorted(), extensions: extensions, in: china)
    }

    var count: DeadlineCount {
        period.count(from: start, excluding: exclusions, extensions: extensions, in: china)
    }

    var description: String { "\(period) \(start) \(exclusions) \(extensions)" }
}

@Suite("Laws of counting that hold for every period")
struct PeriodLawTests {
    @Test("Counting in one step and day by day give the same end", arguments: 0..<40)
    func bothPathsAgree(block: Int) {
        for seed in block * 100..<(block + 1) * 100 {
            let invented = Invented(seed: seed)
            let (due, count) = (invented.due, invented.count)
            #expect(due.moment == count.due, "seed \(seed): \(invented)")
            #expect(due.isProvisional == count.isProvisional, "seed \(seed): \(invented)")
        }
    }

    @Test("Adding what is excluded never shortens a deadline", arguments: 0..<20)
    func exclusionsNeverShorten(block: Int) {
        for seed in block * 100..<(block + 1) * 100 {
            var invented = Invented(seed: seed)
            let due = invented.due.moment
            invented.exclusions += Invented(seed: seed + 1_000_000).exclusions.map { exclusion in
                let shift = exclusion.span.from.minutes(until: invented.start)
                return Exclusion(span(exclusion.span, shiftedBy: shift), exclusion.reason)
            }
            #expect(invented.due.moment >= due, "seed \(seed): \(invented)")
        }
    }

    @Test("A longer length, a granted extension and a roll never shorten a deadline", arguments: 0..<20)
    func moreNeverShortens(block: Int) {
        for seed in block * 100..<(block + 1) * 100 {
            let invented = Invented(seed: seed)
            let due = invented.due.moment
            var longer = invented
            longer.period = Period(
                Length(invented.period.length.count + 1, invented.period.length.unit),
                rolls: invented.period.rolls,
                extension: invented.period.extension)
            #expect(longer.due.moment >= due, "seed \(seed): \(invented)")
            var extended = invented
            extended.extensions += 1
            #expect(extended.due.moment >= due, "seed \(seed): \(invented)")
            var rolling = invented
            rolling.period = Period(invented.period.length, rolls: true, extension: invented.period.extension)
            #expect(rolling.due.moment >= due, "seed \(seed): \(invented)")
        }
    }

    @Test("Where there is no holiday, shifting everything by weeks shifts the answer", arguments: 0..<20)
    func weeksShift(block: Int) {
        let plain = WorkCalendar(covers: china.covers, notices: [])
        for seed in block * 100..<(block + 1) * 100 {
            let invented = Invented(seed: seed)
            guard invented.period.length.unit != .months else { continue }
            var shifted = invented
            let weeks = seed % 9 - 4
            shifted.start = invented.start.adding(minutes: weeks * 7 * 1440)
            shifted.exclusions = invented.exclusions.map {
                Exclusion(span($0.span, shiftedBy: weeks * 7 * 1440), $0.reason)
            }
            let due = invented.count(in: plain)
            #expect(
                shifted.count(in: plain) == due.adding(minutes: weeks * 7 * 1440), "seed \(seed): \(invented)"
            )
        }
    }

    @Test(
        "A working day is never an end that rolls, and an end that rolls is a working day", arguments: 0..<10)
    func rollsEndOnWorkingDays(block: Int) {
        for seed in block * 100..<(block + 1) * 100 {
            let invented = Invented(seed: seed)
            guard !invented.period.length.isByClock else { continue }
            let due = invented.due.moment
            #expect(due.minuteOfDay == 23 * 60 + 59)
            if invented.period.rolls { #expect(china.isWorking(due.day), "seed \(seed): \(invented)") }
        }
    }
}

extension Invented {
    fileprivate func count(in calendar: WorkCalendar) -> Moment {
        period.count(from: start, excluding: exclusions, extensions: extensions, in: calendar).due
    }
}

private func span(_ span: Span, shiftedBy minutes: Int) -> Span {
    guard let shifted = Span(span.from.adding(minutes: minutes), span.until.adding(minutes: minutes)) else {
        fatalError("a shift keeps the order")
    }
    return shifted
}
