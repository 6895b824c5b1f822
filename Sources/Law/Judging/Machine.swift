/// Runs the steps of a program over batches of rows.
///
/// One machine serves one thread. Its registers are reused from batch to batch; a column of the table itself is read
/// where it lies, without a copy.
final class Machine {
    /// Rows in a batch: small enough that the registers of a program stay in the processor's cache.
    static let batch = 1024

    let tables: RecordTables
    let table: RecordTable
    let cases: RecordTable?
    let asOf: Moment
    let calendar: WorkCalendar
    let program: Program
    private(set) var start = 0
    private(set) var count = 0
    /// The rows of the batch, counted from its start, that the present rule applies to, and their versions.
    let selected: UnsafeMutablePointer<Int32>
    let versions: UnsafeMutablePointer<UInt8>
    var selectedCount = 0
    /// The people a separation compares, kept between rows for their memory.
    var doers: [Int32] = []
    var rivals: [Int32] = []
    /// How many values a register holds: a batch, or fewer where fewer will be asked for.
    private let width: Int
    private let narrowStore: UnsafeMutablePointer<Int32>
    private let wideStore: UnsafeMutablePointer<Int64>
    /// Where each register's values lie for the present batch.
    let narrow: UnsafeMutablePointer<UnsafePointer<Int32>>
    let wide: UnsafeMutablePointer<UnsafePointer<Int64>>

    init(
        _ program: Program, over tables: RecordTables, cases: Int?, asOf: Moment, calendar: WorkCalendar,
        mostRows: Int = batch
    ) {
        width = min(Self.batch, max(1, mostRows))
        self.program = program
        self.tables = tables
        table = tables.tables[program.table]
        self.cases = cases.map { tables.tables[$0] }
        self.asOf = asOf
        self.calendar = calendar
        let (narrowCount, wideCount) = (max(1, program.narrowCount), max(1, program.wideCount))
        narrowStore = .allocate(capacity: narrowCount * width)
        wideStore = .allocate(capacity: wideCount * width)
        selected = .allocate(capacity: width)
        versions = .allocate(capacity: width)
        narrow = .allocate(capacity: narrowCount)
        wide = .allocate(capacity: wideCount)
        for register in 0..<narrowCount {
            narrow[register] = UnsafePointer(narrowStore + register * width)
        }
        for register in 0..<wideCount { wide[register] = UnsafePointer(wideStore + register * width) }
    }

    deinit {
        narrowStore.deallocate()
        wideStore.deallocate()
        selected.deallocate()
        versions.deallocate()
        narrow.deallocate()
        wide.deallocate()
    }

    func begin(at start: Int, count: Int) {
        self.start = start
        self.count = count
    }

    func run(_ steps: some Sequence<Program.Step>) {
        for step in steps {
            if step.operation.isWide {
                runWide(step.operation, into: step.register)
            } else {
                runNarrow(step.operation, into: step.register)
            }
        }
    }

    private func runNarrow(_ operation: Program.Operation, into register: Int) {
        let out = narrowStore + register * width
        switch operation {
        case .load(let source):
            guard case .narrow(let lane) = column(source).data else { return }
            if source.isOfCase {
                gather(lane.base, into: out, otherwise: Null.unknown)
            } else {
                narrow[register] = UnsafePointer(lane.base + start)
            }
        case .loadTruth(let source):
            guard case .truth(let lane) = column(source).data else { return }
            loadTruth(lane.base, source, into: out)
        case .constant(let value): out.update(repeating: value, count: count)
        case .asOf: out.update(repeating: asOf.minutes, count: count)
        case .compare(let comparison, let a, let b): compare(comparison, narrow[a], narrow[b], into: out)
        case .compareWide(let comparison, let a, let b): compare(comparison, wide[a], wide[b], into: out)
        case .compareTruth(let a, let b):
            let (x, y) = (narrow[a], narrow[b])
            each { out[$0] = x[$0] == 1 || y[$0] == 1 ? 1 : Truth.of(x[$0] == y[$0]) }
        case .isNull(let a):
            let x = narrow[a]
            each { out[$0] = Truth.of(Null.holds(x[$0])) }
        case .isNullWide(let a):
            let x = wide[a]
            each { out[$0] = Truth.of(Null.holds(x[$0])) }
        case .isNullTruth(let a):
            let x = narrow[a]
            each { out[$0] = Truth.of(x[$0] == Truth.unknown) }
        case .and(let a, let b):
            let (x, y) = (narrow[a], narrow[b])
            each { out[$0] = min(x[$0], y[$0]) }
        case .or(let a, let b):
            let (x, y) = (narrow[a], narrow[b])
            each { out[$0] = max(x[$0], y[$0]) }
        case .not(let a):
            let x = narrow[a]
            each { out[$0] = Truth.yes - x[$0] }
        case .dayOf(let a):
            let x = narrow[a]
            each { out[$0] = Null.holds(x[$0]) ? x[$0] : Self.day(ofMinutes: x[$0]) }
        case .firstMinute(let a):
            let x = narrow[a]
            each { out[$0] = Null.holds(x[$0]) ? x[$0] : x[$0] &* 1440 }
        case .isNullList, .contains: runList(operation, into: out)
        case .interpret(let index): interpret(program.interpreted[index], into: out)
        default: return
        }
    }

    private func runWide(_ operation: Program.Operation, into register: Int) {
        let out = wideStore + register * width
        switch operation {
        case .loadWide(let source):
            guard case .wide(let lane) = column(source).data else { return }
            if source.isOfCase {
                gather(lane.base, into: out, otherwise: Null.wideUnknown)
            } else {
                wide[register] = UnsafePointer(lane.base + start)
            }
        case .constantWide(let value): out.update(repeating: value, count: count)
        case .compute(let operation, let a, let b): compute(operation, wide[a], wide[b], into: out)
        case .minutesBetween(let a, let b):
            let (x, y) = (narrow[a], narrow[b])
            each {
                out[$0] =
                    Null.holds(x[$0]) || Null.holds(y[$0]) ? Null.wideUnknown : Int64(y[$0]) - Int64(x[$0])
            }
        case .countList(let source):
            guard case .list(let offsets, _, let isUnknown) = column(source).data else { return }
            each { index in
                let row = self.row(index, source)
                out[index] =
                    row < 0 || isUnknown[row] != 0
                    ? Null.wideUnknown : Int64(offsets[row + 1] - offsets[row]) * Number.scale
            }
        case .countDistinct(let source): countDistinct(source, into: out)
        default: return
        }
    }

    @inline(__always) private func each(_ body: (Int) -> Void) {
        for index in 0..<count { body(index) }
    }

    func column(_ source: Program.Source) -> Column {
        guard source.isOfCase, let cases else { return table.columns[source.slot] }
        return cases.columns[source.slot]
    }

    /// The row of the table, or of the case table, that an index of the batch stands for; -1 without a known case.
    @inline(__always) func row(_ index: Int, _ source: Program.Source) -> Int {
        guard source.isOfCase else { return start + index }
        return table.caseRows.map { Int($0[start + index]) } ?? -1
    }

    private func gather<Element: BitwiseCopyable>(
        _ base: UnsafeMutablePointer<Element>, into out: UnsafeMutablePointer<Element>, otherwise: Element
    ) {
        guard let rows = table.caseRows?.base else { return out.update(repeating: otherwise, count: count) }
        let own = rows + start
        each { out[$0] = own[$0] < 0 ? otherwise : base[Int(own[$0])] }
    }

    private func loadTruth(
        _ base: UnsafeMutablePointer<UInt8>, _ source: Program.Source, into out: UnsafeMutablePointer<Int32>
    ) {
        guard source.isOfCase else {
            let own = base + start
            return each { out[$0] = Int32(own[$0]) }
        }
        guard let rows = table.caseRows?.base else {
            return out.update(repeating: Truth.unknown, count: count)
        }
        let own = rows + start
        each { out[$0] = own[$0] < 0 ? Truth.unknown : Int32(base[Int(own[$0])]) }
    }

    @inline(__always) static func day(ofMinutes minutes: Int32) -> Int32 {
        minutes >= 0 ? minutes / 1440 : (minutes - 1439) / 1440
    }
}
