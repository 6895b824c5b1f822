/// One judgement, in 24 bytes: enough to find the rule, the version and the record, and to make the proof anew.
package struct Finding: Hashable, Sendable {
    /// The place of the rule in its book.
    package let rule: UInt16
    /// The place of the version in its rule; `noVersion` when none was chosen.
    package let version: UInt8
    package let answer: Answer
    /// The row of the judged record in its table.
    package let row: Int32
    /// What was found: minutes for a moment, ten-thousandths for a number; `nothing` when there is none.
    package let observed: Int64
    /// What it was held against, in the same unit.
    package let limit: Int64

    package static let noVersion = UInt8.max
    package static let nothing = Int64.min
}

/// How often each answer was given, rule by rule.
package struct Tally: Hashable, Sendable {
    private var kept = 0
    private var broken = 0
    private var notYetDue = 0
    private var notApplicable = 0
    private var cannotTell = 0

    package init() {}

    package subscript(_ answer: Answer) -> Int {
        switch answer {
        case .kept: kept
        case .broken: broken
        case .notYetDue: notYetDue
        case .notApplicable: notApplicable
        case .cannotTell: cannotTell
        }
    }

    @inline(__always)
    mutating func add(_ answer: Answer, _ number: Int) {
        switch answer {
        case .kept: kept += number
        case .broken: broken += number
        case .notYetDue: notYetDue += number
        case .notApplicable: notApplicable += number
        case .cannotTell: cannotTell += number
        }
    }

    mutating func add(_ other: Tally) {
        for answer in Answer.allCases { add(answer, other[answer]) }
    }

    /// Takes away what another counted that is counted in this one.
    package mutating func subtract(_ other: Tally) {
        for answer in Answer.allCases { add(answer, -other[answer]) }
    }

    /// Both together.
    package func adding(_ other: Tally) -> Tally {
        var sum = self
        sum.add(other)
        return sum
    }
}

/// Takes the verdicts as they come, keeping those that were asked for, each rule's in stretches of its own.
struct FindingSink {
    private let kept: UInt8
    /// By rule: the stretches that are full, and the one that grows.
    private var full: [[[Finding]]]
    private var growing: [[Finding]]
    private var tallies: [Tally]
    private var rule = 0

    /// Findings in a stretch, so that none is copied when more come.
    private static let stretch = 4096

    init(keeping answers: Set<Answer>, rules: Int) {
        kept = answers.reduce(0) { $0 | 1 << $1.place }
        full = Array(repeating: [], count: rules)
        growing = Array(repeating: [], count: rules)
        tallies = Array(repeating: Tally(), count: rules)
    }

    /// Turns to a rule, whose rows follow in their order.
    mutating func begin(_ rule: Int) { self.rule = rule }

    /// Takes the verdicts on some rows of a batch.
    ///
    /// - Parameters:
    ///   - rows: Counted from the start of the batch.
    ///   - start: The row that the batch starts with.
    mutating func add(
        _ rows: UnsafePointer<Int32>, _ versions: UnsafePointer<UInt8>, _ verdicts: UnsafePointer<Verdict>,
        count: Int, from start: Int
    ) {
        var (run, tally) = ([Finding](), Tally())
        swap(&run, &growing[rule])
        for entry in 0..<count {
            let verdict = verdicts[entry]
            tally.add(verdict.answer, 1)
            guard !isOnlyCounted(verdict.answer) else { continue }
            if run.count == Self.stretch {
                full[rule].append(run)
                run = []
                run.reserveCapacity(Self.stretch)
            }
            run.append(
                Finding(
                    rule: UInt16(rule), version: versions[entry], answer: verdict.answer,
                    row: Int32(start) + rows[entry], observed: verdict.observed, limit: verdict.limit))
        }
        swap(&run, &growing[rule])
        tallies[rule].add(tally)
    }

    @inline(__always)
    mutating func count(_ answer: Answer, _ number: Int) { tallies[rule].add(answer, number) }

    /// Whether rows with that answer need not be looked at one by one.
    @inline(__always)
    func isOnlyCounted(_ answer: Answer) -> Bool { kept & 1 << answer.place == 0 }

    /// What was taken.
    var judgements: Judgements {
        var runs: [[Finding]] = []
        for rule in growing.indices where !growing[rule].isEmpty {
            // Rows out of scope are known before the others of their batch are judged.
            if isOnlyCounted(.notApplicable) || full[rule].isEmpty && growing[rule].count == 1 {
                runs += full[rule]
                runs.append(growing[rule])
            } else {
                runs.append((full[rule].joined() + growing[rule]).sorted { $0.row < $1.row })
            }
        }
        return Judgements(runs: runs, tallies: tallies)
    }
}

extension Answer {
    fileprivate var place: UInt8 {
        switch self {
        case .kept: 0
        case .broken: 1
        case .notYetDue: 2
        case .notApplicable: 3
        case .cannotTell: 4
        }
    }
}

/// The answer for one row, with what it turned on.
struct Verdict {
    var answer: Answer
    var observed = Finding.nothing
    var limit = Finding.nothing
}
