package import Law
package import Registers

/// Two years of an invented bureau: every register, with planted faults and their answer key.
///
/// It is a sequence of batches: first the city, then the cases one by one as time goes, then the registers of
/// the report. A batch holds one case at most, so a hundred thousand cases need the memory of one. The same
/// seed, count and options give the same records in the same order on every machine.
package struct DemoYear: Sequence, Sendable {
    package let seed: UInt64
    package let cases: Int
    package let options: DemoOptions
    let city: City
    let calendar: WorkCalendar
    let writer: RecordWriter

    /// Records run from here …
    package static let from = Day(number: 20_089)  // 2025-01-01
    /// … to here, the last day on which anything is recorded.
    package static let until = Day(number: 20_757)  // 2026-10-31
    /// When to judge: the evening of the last day.
    package static let asOf = Moment(until, hour: 23, minute: 59)

    /// As many cases as a bureau of a large city has in years; the last has a number of seven digits.
    package static let mostCases = 1_000_000

    /// - Parameters:
    ///   - cases: At most `mostCases`.
    ///   - registers: The declarations of the bureau's pack.
    ///   - calendar: The working days of 2025 and 2026.
    package init(
        seed: UInt64, cases: Int, options: DemoOptions = DemoOptions(), registers: RegisterSet,
        calendar: WorkCalendar
    ) {
        precondition((0...Self.mostCases).contains(cases), "more cases than there are numbers for")
        self.seed = seed
        self.cases = cases
        self.options = options
        self.calendar = calendar
        city = City(cases: cases)
        writer = RecordWriter(registers.registers)
    }

    /// What is filed together, and the faults planted in it.
    package struct Batch: Sendable {
        package var records: [Record]
        package var key: [KeyLine]
        /// The kind of fault, or of decoy, that was planted in a case: one of `faultKinds`.
        package var planted: String?
    }

    /// The true values of the report's blanks.
    package var truth: DemoTruth {
        DemoTruth(years: Dictionary(uniqueKeysWithValues: Self.years.map { ($0, year($0).truth) }))
    }

    /// Every kind of fault in cases, decoys on the limits among them. From 500 cases on each is planted at least once.
    package static var faultKinds: [String] { Fault.all.map(\.id) }

    static let years = [2025, 2026]

    func year(_ year: Int) -> BureauYear {
        BureauYear(
            year: year, until: Self.until, city: city, calendar: calendar, options: options, writer: writer,
            seed: seed)
    }

    package func makeIterator() -> Iterator { Iterator(self) }

    package struct Iterator: IteratorProtocol {
        private let demo: DemoYear
        private let plan: CasePlan
        private var position = 0

        fileprivate init(_ demo: DemoYear) {
            self.demo = demo
            plan = CasePlan(seed: demo.seed, cases: demo.cases, options: demo.options)
        }

        package mutating func next() -> Batch? {
            defer { position += 1 }
            if position == 0 { return Batch(records: demo.city.records(demo.writer), key: []) }
            if position <= demo.cases { return plan.batch(position - 1, of: demo) }
            let index = position - demo.cases - 1
            guard index < DemoYear.years.count else { return nil }
            let year = demo.year(DemoYear.years[index])
            return Batch(records: year.records, key: year.key)
        }
    }
}
