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
    package private(set) var counts: [Answer: Int] = [:]

    package subscript(_ answer: Answer) -> Int { counts[answer] ?? 0 }

    mutating func add(_ answer: Answer, _ number: Int) {
        if number > 0 { counts[answer, default: 0] += number }
    }

    mutating func add(_ other: Tally) {
        for (answer, number) in other.counts { add(answer, number) }
    }
}

/// Takes the verdicts of one rule as they come, keeping those that were asked for.
struct FindingSink {
    private let kept: UInt8
    private(set) var findings: [Finding] = []
    private var counts: (Int, Int, Int, Int, Int) = (0, 0, 0, 0, 0)
    var rule: UInt16 = 0
    var version = Finding.noVersion

    init(keeping answers: Set<Answer>) {
        kept = answers.reduce(0) { $0 | Self.bit($1) }
    }

    private static func bit(_ answer: Answer) -> UInt8 {
        switch answer {
        case .kept: 1
        case .broken: 2
        case .notYetDue: 4
        case .notApplicable: 8
        case .cannotTell: 16
        }
    }

    @inline(__always)
    mutating func add(_ row: Int, _ verdict: Verdict) {
        count(verdict.answer, 1)
        guard kept & Self.bit(verdict.answer) != 0 else { return }
        findings.append(
            Finding(
                rule: rule, version: version, answer: verdict.answer, row: Int32(row),
                observed: verdict.observed,
                limit: verdict.limit))
    }

    @inline(__always)
    mutating func count(_ answer: Answer, _ number: Int) {
        switch answer {
        case .kept: counts.0 += number
        case .broken: counts.1 += number
        case .notYetDue: counts.2 += number
        case .notApplicable: counts.3 += number
        case .cannotTell: counts.4 += number
        }
    }

    /// Whether rows with that answer need not be looked at one by one.
    func isOnlyCounted(_ answer: Answer) -> Bool { kept & Self.bit(answer) == 0 }

    /// Hands over what was counted since the last call.
    mutating func takeTally() -> Tally {
        var tally = Tally()
        tally.add(.kept, counts.0)
        tally.add(.broken, counts.1)
        tally.add(.notYetDue, counts.2)
        tally.add(.notApplicable, counts.3)
        tally.add(.cannotTell, counts.4)
        counts = (0, 0, 0, 0, 0)
        return tally
    }
}

/// The answer for one row, with what it turned on.
struct Verdict {
    var answer: Answer
    var observed = Finding.nothing
    var limit = Finding.nothing
}
