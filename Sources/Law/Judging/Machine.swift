/// Runs the steps of a program over batches of rows.
///
/// One machine serves one thread. Its registers are reused from batch to batch; a column of the table itself is read
/// where it lies, without a copy. A step is run for all rows of the batch or for some of them only, and what was found
/// for all is not asked again for some.
final class Machine {
    /// Rows in a batch: few enough that the registers of a program stay in the processor's cache.
    static let batch = 1024

    let program: Program
    let tables: RecordTables
    let table: RecordTable
    let cases: RecordTable?
    let asOf: Moment
    let calendar: WorkCalendar
    private(set) var start = 0
    private(set) var count = 0
    /// The rows that steps are run for, counted from the start of the batch; `nil` for all of it.
    private var picks: UnsafePointer<Int32>?
    private var pickCount = 0
    /// For each place of the program the last pass in which its step was run: the batch's own, above those of all the
    /// choices among its rows, or that of a choice.
    private let done: UnsafeMutablePointer<Int>
    /// The number of the present choice; the batch's own passes end in `Self.whole`.
    private var pass = 0
    private static let whole = 0xffff
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
    let ownBases: [UnsafeMutableRawPointer?]
    let caseBases: [UnsafeMutableRawPointer?]

    /// - Parameter size: That of the program, which whoever makes many machines for it has counted once.
    init(
        _ program: Program, _ size: ProgramSize, over tables: RecordTables, cases: Int?, asOf: Moment,
        calendar: WorkCalendar, mostRows: Int
    ) {
        self.program = program
        width = min(Self.batch, max(8, mostRows))
        self.tables = tables
        table = tables.tables[program.table]
        self.cases = cases.map { tables.tables[$0] }
        self.asOf = asOf
        self.calendar = calendar
        narrowStore = .allocate(capacity: size.narrow * width)
        wideStore = .allocate(capacity: size.wide * width)
        truthStore = .allocate(capacity: size.truth * width)
        narrow = .allocate(capacity: size.narrow)
        wide = .allocate(capacity: size.wide)
        truth = .allocate(capacity: size.truth)
        done = .allocate(capacity: size.steps)
        done.initialize(repeating: 0, count: size.steps)
        ownBases = table.bases
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
        pass = (pass | Self.whole) &+ 1
    }

    /// Narrows what follows down to some rows of the batch, which must stay where they are until `takeAll`.
    ///
    /// - Parameter rows: Counted from the start of the batch. At most 65,534 choices are made in a batch.
    func take(_ rows: UnsafePointer<Int32>, count: Int) {
        picks = rows
        pickCount = count
        pass &+= 1
    }

    /// Turns to all rows of the batch again.
    func takeAll() { picks = nil }

    /// Runs all steps.
    func run() {
        for step in program.steps { run(step) }
    }

    /// Runs some steps, each once for a batch or for the present choice among its rows.
    func run(_ places: [Int]) {
        let pass = picks == nil ? pass | Self.whole : pass
        for place in places where done[place] < pass {
            let step = program.steps[place]
            // A constant fills its register once and stands there for good.
            done[place] = step.operation.isConstant ? .max : pass
            run(step)
        }
    }

    @inline(__always)
    private func run(_ step: Program.Step) {
        switch step.operation.bank {
        case .narrow:
            let out = narrowStore + step.register * width
            narrow[step.register] = UnsafePointer(out)
            runNarrow(step.operation, into: out, step.register)
        case .wide:
            let out = wideStore + step.register * width
            wide[step.register] = UnsafePointer(out)
            runWide(step.operation, into: out, step.register)
        case .truth:
            let out = truthStore + step.register * width
            truth[step.register] = UnsafePointer(out)
            runTruth(step.operation, into: out, step.register)
        }
    }

    /// Whether steps are run for some rows of the batch only.
    var isPicking: Bool { picks != nil }

    @inline(__always) func each(_ body: (Int) -> Void) {
        if let picks {
            for entry in 0..<pickCount { body(Int(picks[entry])) }
        } else {
            for index in 0..<count { body(index) }
        }
    }

    /// As `each`, for what costs so many rows together no more than a picked one: with more picked than that it is done
    /// for the whole batch, and what is found for the others is never read.
    @inline(__always) func eachOrAll(_ atOnce: Int, _ body: (Int) -> Void) {
        if let picks, pickCount * atOnce < count {
            for entry in 0..<pickCount { body(Int(picks[entry])) }
        } else {
            for index in 0..<count { body(index) }
        }
    }
}
