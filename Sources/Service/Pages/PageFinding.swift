import Law
import Supervision

/// A finding as the pages list it.
struct PageFinding: Sendable {
    let judged: JudgedRecord
    let standing: Standing
    let severity: SeverityView
    let unit: String?
    /// A day or a moment; `null` when the record does not say.
    let happened: Value

    /// What of a run is shown at all, the worst first.
    static func list(of run: JudgingRun, in bureau: Bureau) throws -> [PageFinding] {
        let shown = run.findings.filter { Standing($0) != nil }
        let places = try FindingPlaces(of: shown, in: bureau, knownAt: run.knownAt)
        let findings = shown.compactMap { judged in
            Standing(judged).map {
                PageFinding(
                    judged: judged, standing: $0, severity: SeverityView(judged.severity),
                    unit: places[judged].unit, happened: places[judged].happenedAt)
            }
        }
        // By rank and then by their place: the run's own order, by rule and record, decides between equals.
        return findings.enumerated().sorted {
            ($0.element.rank, $0.offset) < ($1.element.rank, $1.offset)
        }.map(\.element)
    }

    /// The standing first, then the gravest, then the latest; of what is to come, the nearest.
    private var rank: Rank {
        let standing = Standing.allCases.firstIndex(of: standing) ?? 0
        let severity = SeverityView.allCases.firstIndex(of: severity) ?? 0
        let time =
            self.standing == .notYetDue ? judged.due.map { Int($0.minutes) } : happened.minutes.map { -$0 }
        return Rank(values: (standing, self.standing == .notYetDue ? 0 : -severity, time ?? Int.max))
    }

    private struct Rank: Comparable {
        let values: (Int, Int, Int)
        static func == (a: Rank, b: Rank) -> Bool { a.values == b.values }
        static func < (a: Rank, b: Rank) -> Bool { a.values < b.values }
    }
}

extension Standing {
    /// What a page may say; `nil` when an unverified rule has nothing to look at.
    init?(_ judged: JudgedRecord) {
        self.init(judged.answer, isVerified: judged.isVerified)
    }

    init?(_ answer: Answer, isVerified: Bool) {
        self.init(answer)
        guard !isVerified else { return }
        guard needsLooking else { return nil }
        self = .pending
    }

    init(_ answer: Answer) {
        switch answer {
        case .broken: self = .broken
        case .cannotTell: self = .cannotTell
        case .notYetDue: self = .notYetDue
        case .kept: self = .kept
        case .notApplicable: self = .notApplicable
        }
    }

    /// What somebody has to look at.
    var needsLooking: Bool {
        switch self {
        case .broken, .cannotTell, .pending: true
        case .notYetDue, .kept, .notApplicable: false
        }
    }

    /// The worst of several.
    static func worst(_ standings: some Sequence<Standing>) -> Standing? {
        let order: [Standing] = [.broken, .cannotTell, .pending, .notYetDue, .kept, .notApplicable]
        let found = Set(standings)
        return order.first(where: found.contains)
    }
}

extension SeverityView {
    init(_ severity: Rule.Severity) {
        switch severity {
        case .minor: self = .minor
        case .violation: self = .violation
        case .grave: self = .grave
        }
    }
}

extension Value {
    /// Minutes since 1970 of a day's beginning or of a moment.
    fileprivate var minutes: Int? {
        switch self {
        case .day(let day): Int(day.number) * 1440
        case .moment(let moment): Int(moment.minutes)
        default: nil
        }
    }
}
