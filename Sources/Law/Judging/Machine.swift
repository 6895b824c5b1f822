/// Runs the steps of a program over batches of rows.
///
/// One machine serves one thread. Its registers are reused from batch to batch; a column of the table itself is read
/// where it lies, without a copy, unless the batch is made of rows picked here and there.
final class Machine {
    /// Rows in a batch: few enough that the registers of a program stay in the processor's cache.
    static let batch = 1024

    let tables: RecordTables
    let table: RecordTable
    let cases: RecordTable?
    let asOf: Moment
    let calendar: WorkCalendar
    private(set) var start = 0
    private(set) var count = 0
    /// The rows of the batch, when they do not follow one another.
    private(set) var picks: UnsafePointer<Int32>?
    /// For each place of a program the batch in which its step has run last.
    private let done: UnsafeMutablePointer<Int>
    private var batchNumber = 0
    private let isAlone: Bool
    /// The people a separation compares, kept between rows for their memory.
    var doers: [Int32] = []
    var rivals: [Int32] = []
    /// How many values a register holds: a batch, or fewer where fewer will be asked for.
    let width: Int
    private let narrowStore: UnsafeMutablePointer<Int32>
    private let wideStore: UnsafeMutablePointer<Int64>
    private let truthStore: UnsafeMutablePointer<UInt8>
    /// Where each register's values lie for the present batch.
    let narrow: UnsafeMutablePointer<UnsafePointer<Int32>>
    let wide: UnsafeMutablePointer<UnsafePointer<Int64>>
    let truth: UnsafeMutablePointer<UnsafePointer<UInt8>>
    /// Where the columns of the table and of the cases begin; `nil` for lists.
    private let ownBases: [UnsafeMutableRawPointer?]
    private let caseBases: [UnsafeMutableRawPointer?]

    /// - Parameters:
    ///   - size: Room for every program that will be run, one at a time: each finds the registers as the last one left them.
    ///   - isAlone: Whether one program alone is run, so that nobody else writes to its registers.
    init(
        _ size: ProgramSize, isAlone: Bool, of table: Int, over tables: RecordTables, cases: Int?,
        asOf: Moment,
        calendar: WorkCalendar, mostRows: Int = batch
    ) {
        width = min(Self.batch, max(8, mostRows))
        self.tables = tables
        self.table = tables.tables[table]
        self.cases = cases.map { tables.tables[$0] }
        self.asOf = asOf
        self.calendar = calendar
        narrowStore = .allocate(capacity: size.narrow * width)
        wideStore = .allocate(capacity: size.wide * width)
        truthStore = .allocate(capacity: size.truth * width)
        narrow = .allocate(capacity: size.narrow)
        wide = .allocate(capacity: size.wide)
        truth = .allocate(capacity: size.truth)
        self.isAlone = isAlone
        done = .allocate(capacity: size.steps)
        done.initialize(repeating: 0, count: size.steps)
        ownBases = self.table.bases
        caseBases = self.cases?.bases ?? []
    }

    deinit {
        narrowStore.deallocate()
        wideStore.deallocate()
        truthStore.deallocate()
        narrow.deallocate()
        wide.deallocate()
        truth.deallocate()
        done.deallocate()
    }

    /// Takes the rows that follow one another from a start.
    func begin(at start: Int, count: Int) {
        self.start = start
        self.count = count
        picks = nil
        batchNumber &+= 1
    }

    /// Takes rows that were picked, which must stay where they are until the next batch.
    func begin(picked rows: UnsafePointer<Int32>, count: Int) {
        self.count = count
        picks = rows
        batchNumber &+= 1
    }

    /// Runs all steps of a program.
    func run(_ program: Program) {
        for step in program.steps { run(step, of: program) }
    }

    /// Runs some steps of a program, each once for a batch.
    func run(_ places: [Int], of program: Program) {
        for place in places where done[place] < batchNumber {
            let step = program.steps[place]
            // Where no other program uses the register, a constant that fills it once stands there for good.
            done[place] = isAlone && step.operation.isConstant ? .max : batchNumber
            run(step, of: program)
        }
    }

    @inline(__always)
    private func run(_ step: Program.Step, of program: Program) {
        switch step.operation.bank {
        case .narrow:
            let out = narrowStore + step.register * width
            narrow[step.register] = UnsafePointer(out)
            runNarrow(step.operation, of: program, into: out, step.register)
        case .wide:
            let out = wideStore + step.register * width
            wide[step.register] = UnsafePointer(out)
            runWide(step.operation, into: out, step.register)
        case .truth:
            let out = truthStore + step.register * width
            truth[step.register] = UnsafePointer(out)
            runTruth(step.operation, of: program, into: out, step.register)
        }
    }

    @inline(__always) func each(_ body: (Int) -> Void) {
        for index in 0..<count { body(index) }
    }

    func column(_ source: Program.Source) -> Column {
        guard source.isOfCase, let cases else { return table.columns[source.slot] }
        return cases.columns[source.slot]
    }

    /// The row of the table that an index of the batch stands for.
    @inline(__always) func row(_ index: Int) -> Int { picks.map { Int($0[index]) } ?? start + index }

    /// The row of the table, or of the case table; -1 without a known case.
    @inline(__always) func row(_ index: Int, _ source: Program.Source) -> Int {
        guard source.isOfCase else { return row(index) }
        return table.caseRows.map { Int($0[row(index)]) } ?? -1
    }

    /// Fetches a column for the rows of the batch; `nil` when it can be read where it lies.
    @inline(__always)
    func fetch<Element: BitwiseCopyable>(
        _ source: Program.Source, into out: UnsafeMutablePointer<Element>, otherwise: Element
    ) -> UnsafePointer<Element>? {
        let base = (source.isOfCase ? caseBases : ownBases)[source.slot]
        guard let base = base?.assumingMemoryBound(to: Element.self) else {
            out.update(repeating: otherwise, count: count)
            return nil
        }
        guard source.isOfCase else {
            guard let picks else { return UnsafePointer(base + start) }
            each { out[$0] = base[Int(picks[$0])] }
            return nil
        }
        guard let rows = table.caseRows?.base else {
            out.update(repeating: otherwise, count: count)
            return nil
        }
        if let picks {
            each {
                let row = rows[Int(picks[$0])]
                out[$0] = row < 0 ? otherwise : base[Int(row)]
            }
        } else {
            let own = rows + start
            each { out[$0] = own[$0] < 0 ? otherwise : base[Int(own[$0])] }
        }
        return nil
    }
}
