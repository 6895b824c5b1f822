import Law
import Registers

/// The registers behind the yearly report, apart from cases, for one calendar year.
///
/// It counts what it makes as it makes it: `truth` is known before anyone computes an indicator.
struct BureauYear {
    let year: Int
    /// The last day on which anything is recorded.
    let last: Day
    let city: City
    let calendar: WorkCalendar
    let options: DemoOptions
    let writer: RecordWriter
    var rng: SplitMix
    var records: [Record] = []
    var key: [KeyLine] = []
    var truth = DemoTruth.Year()

    init(
        year: Int, until last: Day, city: City, calendar: WorkCalendar, options: DemoOptions,
        writer: RecordWriter, seed: UInt64
    ) {
        self.year = year
        self.last = last
        self.city = city
        self.calendar = calendar
        self.options = options
        self.writer = writer
        rng = SplitMix(seed: seed, stream: UInt64(year) << 32)
        study()
        educate()
        meet()
        regulate()
        decideMajorMatters()
        receiveTransfers()
        receiveReports()
        recordInterference()
        appraise()
        inspect()
        fileRules()
    }

    /// That day of the year, if the year is recorded that far.
    func day(_ month: Int, _ day: Int) -> Day? {
        guard let found = Day(year: year, month: month, day: day), found <= last else { return nil }
        return found
    }

    /// Every month that is recorded to its 28th.
    var months: [Int] { (1...12).filter { day($0, 28) != nil } }

    /// Files a record the working day after it happened.
    mutating func file(_ register: String, on day: Day, _ fields: KeyValuePairs<String, Value>) {
        records.append(writer.record(register, knownAt: Moment(day.adding(days: 1), hour: 10), fields))
    }

    var command: String { City.bureau }
    var legal: String { city.legal.name }
}
