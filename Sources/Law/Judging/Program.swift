/// Conditions turned into steps over whole columns: each step fills one register for a batch of rows.
///
/// Registers hold either `Int32` lanes (days, minutes, codes, truths) or `Int64` lanes (numbers, lengths in minutes);
/// the two are numbered apart. Equal steps are made once.
package struct Program: Sendable {
    /// A column as a row sees it: its own, or its case's.
    struct Source: Hashable, Sendable {
        let slot: Int
        let isOfCase: Bool
    }

    enum Operation: Hashable, Sendable {
        // Into an Int32 register.
        case load(Source)
        case loadTruth(Source)
        case constant(Int32)
        case asOf
        case compare(Expression.Comparison, Int, Int)
        case compareWide(Expression.Comparison, Int, Int)
        case compareTruth(Int, Int)
        case isNull(Int)
        case isNullWide(Int)
        case isNullTruth(Int)
        case isNullList(Source)
        case and(Int, Int)
        case or(Int, Int)
        case not(Int)
        case dayOf(Int)
        /// Of a day, as a moment.
        case firstMinute(Int)
        /// Whether the list holds the value of a register.
        case contains(Source, Int)
        /// A condition of a shape too rare for steps of its own, asked row by row.
        case interpret(Int)
        // Into an Int64 register.
        case loadWide(Source)
        case constantWide(Int64)
        case compute(Expression.Arithmetic, Int, Int)
        case minutesBetween(Int, Int)
        case countList(Source)
        /// How many different elements a list has; unknown when one of them is not recorded.
        case countDistinct(Source)

        var isWide: Bool {
            switch self {
            case .loadWide, .constantWide, .compute, .minutesBetween, .countList, .countDistinct: true
            default: false
            }
        }
    }

    struct Step: Sendable {
        let operation: Operation
        let register: Int
    }

    /// A condition that is asked row by row, with the columns its names stand for.
    struct Interpreted: Sendable {
        let expression: Expression
        let names: [String: Binding]
    }

    let table: Int
    private(set) var steps: [Step] = []
    private(set) var narrowCount = 0
    private(set) var wideCount = 0
    private(set) var interpreted: [Interpreted] = []
    private var known: [Operation: Int] = [:]
    private var borrowed = Registers()

    init(table: Int) { self.table = table }

    /// The register that holds an operation's result, adding the step when no equal one stands already.
    mutating func register(for operation: Operation) -> Int {
        if let register = known[operation] {
            if operation.isWide { borrowed.wide.insert(register) } else { borrowed.narrow.insert(register) }
            return register
        }
        let register = operation.isWide ? wideCount : narrowCount
        if operation.isWide { wideCount += 1 } else { narrowCount += 1 }
        steps.append(Step(operation: operation, register: register))
        known[operation] = register
        return register
    }

    mutating func interpret(_ expression: Expression, _ names: [String: Binding]) -> Int {
        interpreted.append(Interpreted(expression: expression, names: names))
        return register(for: .interpret(interpreted.count - 1))
    }

    /// What stands in registers at a point of the program.
    struct Mark {
        fileprivate let known: [Operation: Int]
    }

    var mark: Mark { Mark(known: known) }

    /// Forgets what came after a mark: whoever runs only some parts of a program must not find in one what only
    /// another has made. The steps themselves stay.
    mutating func forget(after mark: Mark) { known = mark.known }

    /// `Int32` and `Int64` registers.
    struct Registers: Sendable {
        var narrow: Set<Int> = []
        var wide: Set<Int> = []

        mutating func formUnion(_ other: Registers) {
            narrow.formUnion(other.narrow)
            wide.formUnion(other.wide)
        }
    }

    /// The registers asked for again since the last call, which an earlier step has filled already.
    mutating func takeBorrowed() -> Registers {
        defer { borrowed = Registers() }
        return borrowed
    }

    /// The steps, among the first `limit`, that the given registers need, in order.
    func steps(for registers: Registers, among limit: Int) -> [Step] {
        var (narrow, wide) = (registers.narrow, registers.wide)
        var found: [Step] = []
        for step in steps[..<limit].reversed() {
            let isWanted =
                step.operation.isWide ? wide.contains(step.register) : narrow.contains(step.register)
            guard isWanted else { continue }
            found.append(step)
            switch step.operation {
            case .compare(_, let a, let b), .compareTruth(let a, let b), .and(let a, let b),
                .or(let a, let b),
                .minutesBetween(let a, let b):
                narrow.formUnion([a, b])
            case .isNull(let a), .isNullTruth(let a), .not(let a), .dayOf(let a), .firstMinute(let a),
                .contains(_, let a):
                narrow.insert(a)
            case .compareWide(_, let a, let b), .compute(_, let a, let b): wide.formUnion([a, b])
            case .isNullWide(let a): wide.insert(a)
            case .load, .loadTruth, .loadWide, .constant, .constantWide, .asOf, .isNullList, .interpret,
                .countList,
                .countDistinct:
                break
            }
        }
        return found.reversed()
    }
}
