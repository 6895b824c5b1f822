/// Takes the verdicts as they come, keeping those that were asked for.
///
/// The first findings stand as they came, which is all there is of one case; when there are many they are laid out rule by
/// rule, in stretches that are never copied again.
struct FindingSink {
    private let kept: UInt8
    private var fresh: [Finding] = []
    /// By rule: the stretches that are full, and the one that grows; without any while the first findings fit.
    private var full: [[[Finding]]] = []
    private var growing: [[Finding]] = []
    private var tallies: [Tally]
    private var rule = 0

    /// Findings in a stretch.
    private static let stretch = 4096

    init(keeping answers: Set<Answer>, rules: Int) {
        kept = answers.reduce(0) { $0 | 1 << $1.place }
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
        var tally = Tally()
        for entry in 0..<count {
            let verdict = verdicts[entry]
            tally.add(verdict.answer, 1)
            guard !isOnlyCounted(verdict.answer) else { continue }
            fresh.append(
                Finding(
                    rule: UInt16(rule), version: versions[entry], answer: verdict.answer,
                    row: Int32(start) + rows[entry], observed: verdict.observed, limit: verdict.limit))
        }
        tallies[rule].add(tally)
        if fresh.count >= Self.stretch { layOut() }
    }

    @inline(__always)
    mutating func count(_ answer: Answer, _ number: Int) { tallies[rule].add(answer, number) }

    /// Whether rows with that answer need not be looked at one by one.
    @inline(__always)
    func isOnlyCounted(_ answer: Answer) -> Bool { kept & 1 << answer.place == 0 }

    /// Puts the fresh findings to those of their rules.
    private mutating func layOut() {
        if growing.isEmpty {
            full = Array(repeating: [], count: tallies.count)
            growing = Array(repeating: [], count: tallies.count)
        }
        var start = 0
        while start < fresh.count {
            let rule = Int(fresh[start].rule)
            let end = fresh[start...].firstIndex { Int($0.rule) != rule } ?? fresh.count
            if !growing[rule].isEmpty, growing[rule].count + end - start > Self.stretch {
                full[rule].append(growing[rule])
                growing[rule] = []
            }
            if growing[rule].isEmpty { growing[rule].reserveCapacity(max(Self.stretch, end - start)) }
            growing[rule].append(contentsOf: fresh[start..<end])
            start = end
        }
        fresh.removeAll(keepingCapacity: true)
    }

    /// What was taken.
    consuming func judgements() -> Judgements {
        guard !growing.isEmpty else {
            return Judgements(runs: Self.byRule(fresh, tallies.count), tallies: tallies)
        }
        layOut()
        var runs: [ArraySlice<Finding>] = []
        for rule in growing.indices where !growing[rule].isEmpty {
            // Rows out of scope are known before the others of their batch are judged.
            if isOnlyCounted(.notApplicable) || full[rule].isEmpty && growing[rule].count == 1 {
                runs += full[rule].map { $0[...] }
                runs.append(growing[rule][...])
            } else {
                runs.append((full[rule].joined() + growing[rule]).sorted { $0.row < $1.row }[...])
            }
        }
        return Judgements(runs: runs, tallies: tallies)
    }

    /// Few findings by rule, then by row: each goes to the place that a count of those before it gives.
    private static func byRule(_ findings: [Finding], _ rules: Int) -> [ArraySlice<Finding>] {
        guard !findings.isEmpty else { return [] }
        var ends = [Int](repeating: 0, count: rules)
        for finding in findings { ends[Int(finding.rule)] += 1 }
        for rule in 1..<max(1, rules) { ends[rule] += ends[rule - 1] }
        var ordered = findings
        var next = [0] + ends
        for finding in findings {
            ordered[next[Int(finding.rule)]] = finding
            next[Int(finding.rule)] += 1
        }
        let runs = zip([0] + ends, ends).lazy.filter { $0 < $1 }.map { $0..<$1 }
        for run in runs {
            let isOrdered = run.dropFirst().allSatisfy { ordered[$0 - 1].row <= ordered[$0].row }
            if !isOrdered { ordered[run].sort { $0.row < $1.row } }
        }
        return runs.map { ordered[$0] }
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
