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

/// The answer for one row, with what it turned on.
struct Verdict {
    var answer: Answer
    var observed = Finding.nothing
    var limit = Finding.nothing
}
