/// Conditions and values turned into steps over whole columns: each step fills one register for a batch of rows.
///
/// Registers hold `Int32` lanes (days, minutes, codes, whole numbers), `Int64` lanes (numbers in ten-thousandths, lengths
/// in minutes) or `UInt8` lanes (truths); the three banks are numbered apart. Equal steps are made once, and each has a
/// register of its own, so that what one rule has computed another finds there.
package struct Program: Sendable {
    /// A column as a row sees it: its own, or its case's.
    struct Source: Hashable, Sendable {
        let slot: Int
        let isOfCase: Bool
    }

    enum Bank: Hashable, Sendable { case narrow, wide, truth }

    struct Register: Hashable, Sendable {
        let bank: Bank
        let index: Int
    }

    struct Step: Sendable {
        let operation: Operation
        let register: Int
    }

    /// A condition that is asked row by row, with the columns its names stand for.
    struct Interpreted: Equatable, Sendable {
        let expression: Expression
        let names: [String: Binding]
    }

    /// A row of a sheet, found by the day and the keys in narrow registers.
    struct Lookup: Hashable, Sendable {
        let sheet: Sheet
        let day: Int
        let keys: [Int]
    }

    let table: Int
    private(set) var steps: [Step] = []
    private(set) var interpreted: [Interpreted] = []
    private(set) var lookups: [Lookup] = []
    var lists: [ListWords] = []
    private var counts: [Bank: Int] = [:]
    /// For each operation the place of its step.
    private var known: [Operation: Int] = [:]
    /// The places of the steps that fill each register.
    private var makers: [Register: Int] = [:]
    private var touched: Set<Int> = []

    init(table: Int) { self.table = table }

    func count(_ bank: Bank) -> Int { counts[bank] ?? 0 }

    /// The register that holds an operation's result, adding the step when no equal one stands already.
    mutating func register(for operation: Operation) -> Int {
        if let place = known[operation] {
            touched.insert(place)
            return steps[place].register
        }
        let register = count(operation.bank)
        counts[operation.bank] = register + 1
        known[operation] = steps.count
        makers[Register(bank: operation.bank, index: register)] = steps.count
        touched.insert(steps.count)
        steps.append(Step(operation: operation, register: register))
        return register
    }

    /// What fills a register.
    func operation(filling register: Int, of bank: Bank) -> Operation? {
        makers[Register(bank: bank, index: register)].map { steps[$0].operation }
    }

    /// The places of the steps that a register needs, in order.
    func steps(filling register: Int, of bank: Bank) -> [Int] {
        makers[Register(bank: bank, index: register)].map { closure(of: [$0]) } ?? []
    }

    /// The places of all steps asked for since the last call, with those that they build on, in order.
    mutating func takeTouched() -> [Int] {
        defer { touched = [] }
        return closure(of: touched)
    }

    /// The places of some steps and of those that they build on, in order.
    func closure(of places: Set<Int>) -> [Int] {
        var (found, open) = (places, Array(places))
        while let place = open.popLast() {
            for operand in operands(of: steps[place].operation) {
                if let maker = makers[operand], found.insert(maker).inserted { open.append(maker) }
            }
        }
        return found.sorted()
    }

    mutating func interpret(_ expression: Expression, _ names: [String: Binding]) -> Int {
        let condition = Interpreted(expression: expression, names: names)
        let place = interpreted.firstIndex(of: condition) ?? interpreted.count
        if place == interpreted.count { interpreted.append(condition) }
        return register(for: .interpret(place))
    }

    /// The register of the number of a sheet's row.
    mutating func register(for lookup: Lookup) -> Int {
        let place = lookups.firstIndex(of: lookup) ?? lookups.count
        if place == lookups.count { lookups.append(lookup) }
        return register(for: .sheetRow(place))
    }

    private func operands(of operation: Operation) -> Set<Register> {
        guard case .sheetRow(let place) = operation else { return Set(operation.operands) }
        return Set((lookups[place].keys + [lookups[place].day]).map { Register(bank: .narrow, index: $0) })
    }
}

/// How many registers of each kind, and how many steps.
struct ProgramSize: Hashable, Sendable {
    var narrow = 1
    var wide = 1
    var truth = 1
    var steps = 1
}

extension Program {
    var size: ProgramSize {
        ProgramSize(
            narrow: max(1, count(.narrow)), wide: max(1, count(.wide)), truth: max(1, count(.truth)),
            steps: max(1, steps.count))
    }
}
