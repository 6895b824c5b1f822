extension Program {
    /// What a step does, and with which registers. Plain values without references, so that running one costs no count.
    enum Operation: Hashable, Sendable {
        // Into a narrow register.
        case load(Source)
        case constant(Int32)
        case asOf
        case dayOf(Int)
        /// Of a day, as a moment.
        case firstMinute(Int)
        /// Of whole numbers whose result is known to fit.
        case computeWhole(Expression.Arithmetic, Int, Int)
        /// The second less the first, of moments or days; unknown beyond what a register holds.
        case between(Int, Int)
        /// Of a moment, so many minutes later; unknown beyond what a register holds.
        case later(Int, Int32)
        /// Of a day: how many working days come up to it and with it, counted from one fixed day.
        case workingDays(Int)
        case choose(Int, Int, Int)
        /// The first where it is recorded, or else the second.
        case orElse(Int, Int)
        /// Where the row of a lookup begins among the cells of its sheet.
        case sheetRow(Int)
        /// Of the sheet of a lookup: an output in the row that begins where that register says.
        case sheetCell(lookup: Int, output: Int, row: Int)
        /// Which words that are looked for a list holds.
        case words(Int)
        // Into a wide register.
        case loadWide(Source)
        case constantWide(Int64)
        case compute(Expression.Arithmetic, Int, Int)
        /// A whole number in ten-thousandths.
        case widen(Int)
        case chooseWide(Int, Int, Int)
        case countList(Source)
        /// How many different elements a list has; unknown when one of them is not recorded.
        case countDistinct(Source)
        // Into a register of truths.
        case loadTruth(Source)
        case constantTruth(UInt8)
        case compare(Expression.Comparison, Int, Int)
        case compareConstant(Expression.Comparison, Int, Int32)
        case compareWide(Expression.Comparison, Int, Int)
        case compareWideConstant(Expression.Comparison, Int, Int64)
        /// Whether the first lies between the two others, or is one of them.
        case isBetween(Int, Int64, Int64)
        case compareTruth(Int, Int)
        case isNull(Int)
        case isNullWide(Int)
        case isNullTruth(Int)
        case isNullList(Source)
        case and(Int, Int)
        case or(Int, Int)
        case not(Int)
        case chooseTruth(Int, Int, Int)
        /// Whether the list holds the value of a register.
        case contains(Source, Int)
        /// Whether a bit is set among the words that a list holds.
        case hasWord(Int, Int32)
        /// A condition of a shape too rare for steps of its own, asked row by row.
        case interpret(Int)
    }
}

extension Program.Operation {
    var bank: Program.Bank {
        switch self {
        case .load, .constant, .asOf, .dayOf, .firstMinute, .computeWhole, .between, .later, .workingDays,
            .choose, .orElse, .sheetRow, .sheetCell, .words:
            .narrow
        case .loadWide, .constantWide, .compute, .widen, .chooseWide, .countList, .countDistinct:
            .wide
        case .loadTruth, .constantTruth, .compare, .compareConstant, .compareWide, .compareWideConstant,
            .isBetween, .compareTruth, .isNull, .isNullWide, .isNullTruth, .isNullList, .and, .or, .not,
            .chooseTruth,
            .contains, .hasWord, .interpret:
            .truth
        }
    }

    /// Whether it gives the same for every row of every batch.
    var isConstant: Bool {
        switch self {
        case .constant, .constantWide, .constantTruth, .asOf: true
        default: false
        }
    }

    /// The registers it reads; of a lookup the program knows them.
    var operands: [Program.Register] {
        func narrow(_ registers: Int...) -> [Program.Register] {
            registers.map { .init(bank: .narrow, index: $0) }
        }
        func wide(_ registers: Int...) -> [Program.Register] {
            registers.map { .init(bank: .wide, index: $0) }
        }
        func truth(_ registers: Int...) -> [Program.Register] {
            registers.map { .init(bank: .truth, index: $0) }
        }
        switch self {
        case .load, .constant, .asOf, .loadWide, .constantWide, .countList, .countDistinct, .loadTruth,
            .constantTruth, .isNullList, .interpret, .sheetRow, .words:
            return []
        case .dayOf(let a), .firstMinute(let a), .workingDays(let a), .later(let a, _),
            .widen(let a), .compareConstant(_, let a, _), .isNull(let a), .contains(_, let a),
            .hasWord(let a, _), .sheetCell(_, _, let a):
            return narrow(a)
        case .computeWhole(_, let a, let b), .between(let a, let b), .orElse(let a, let b),
            .compare(_, let a, let b):
            return narrow(a, b)
        case .choose(let truth, let a, let b):
            return narrow(a, b) + [.init(bank: .truth, index: truth)]
        case .compute(_, let a, let b), .compareWide(_, let a, let b): return wide(a, b)
        case .chooseWide(let truth, let a, let b): return wide(a, b) + [.init(bank: .truth, index: truth)]
        case .isNullWide(let a), .compareWideConstant(_, let a, _), .isBetween(let a, _, _): return wide(a)
        case .compareTruth(let a, let b), .and(let a, let b), .or(let a, let b): return truth(a, b)
        case .isNullTruth(let a), .not(let a): return truth(a)
        case .chooseTruth(let a, let b, let c): return truth(a, b, c)
        }
    }
}
