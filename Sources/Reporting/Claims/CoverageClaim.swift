import Law
import Pack
import Registers

/// Each record's time is covered without a gap by the spans of related records.
///
/// Either the whole of the period in which the record is in force, to the day (`legal-officer` over `unit`), or the
/// record's own stretch from one moment to another (`recording` over `event`).
struct CoverageClaim: Sendable {
    let scope: RecordScope
    /// `nil`: the days of the period on which the record is in force.
    private let interval: (from: FieldPath, to: FieldPath)?
    private let spans: Spans
    private let unit: String

    /// The records that cover.
    private struct Spans: Sendable {
        let register: RegisterDeclaration
        let match: [ExistsFact.Pair]
        let condition: Condition?
        let from: FieldPath
        let until: FieldPath
        /// Spans of days, of which the one without an end goes on.
        let isDaily: Bool
    }

    /// Reads `spans: {register, match, where?, from, until}` and, for the own stretch, `interval: [FROM, TO]`.
    init(_ mapping: inout PackMapping, declarations: RegisterSet) throws(PackError) {
        scope = try RecordScope(&mapping, declarations: declarations)
        interval = try Self.interval(mapping.optional("interval"), of: scope, declarations: declarations)
        var inner = try PackMapping(try mapping.required("spans"))
        let register = try declarations.declaration(try inner.required("register"))
        let until = try declarations.path(try inner.required("until"), in: register)
        spans = Spans(
            register: register,
            match: try ExistsFact.pairs(
                try inner.required("match"), theirs: register, own: scope.register, declarations: declarations
            ),
            condition: try inner.optional("where").conditionIfAny(
                in: register, declarations: declarations, this: scope.register),
            from: try declarations.path(try inner.required("from"), in: register),
            until: until, isDaily: declarations.field(until, in: register)?.type == .date)
        try inner.finish()
        unit = try mapping.required("unit").text
        if interval == nil, case .overlapping = scope.dating { return }
        if interval != nil, case .happened = scope.dating { return }
        throw PackError(
            .badValue("period", why: "有 interval 的应为 happened，没有的应为 overlapping"), at: mapping.place)
    }

    private static func interval(
        _ node: PackNode?, of scope: RecordScope, declarations: RegisterSet
    ) throws(PackError) -> (from: FieldPath, to: FieldPath)? {
        guard let node else { return nil }
        let ends = try node.elements
        guard ends.count == 2 else {
            throw PackError(.expected("[起, 止]", found: node.kindName), at: node.place)
        }
        return (
            try declarations.path(ends[0], in: scope.register),
            try declarations.path(ends[1], in: scope.register)
        )
    }

    func tally(in context: RecordContext, name: (Record) -> String) -> ClaimTally {
        let facts = FactAnswers(scope.facts, in: context)
        let selection = scope.select(in: context, facts: facts)
        let index = MatchIndex(of: spans.register.id, by: spans.match, in: context)
        var tally = ClaimTally()
        tally.universe = selection.members.count
        tally.unknown = selection.undecided.map { ClaimTally.Exception(id: $0.id, label: name($0)) }
        var (covered, total) = (0, 0)
        for record in selection.members {
            guard let wanted = stretch(of: record, in: context) else {
                tally.unknown.append(ClaimTally.Exception(id: record.id, label: name(record)))
                continue
            }
            let related = index.related(to: record) ?? []
            let gaps = Stretches.gaps(in: wanted, left: by(related, of: record, in: context))
            let days = interval == nil ? 1440 : 1
            total += wanted.count / days
            covered += (wanted.count - gaps.reduce(0) { $0 + $1.count }) / days
            if gaps.isEmpty {
                tally.supporting.append(record.id)
            } else {
                tally.counter.append(
                    ClaimTally.Exception(id: record.id, label: "\(name(record))（\(shown(gaps))）"))
            }
        }
        tally.coverage = ClaimCoverage(
            covered: covered, total: total, unit: unit, uncovered: tally.counter.map(\.label))
        return tally
    }

    /// The minutes that must be covered; `nil` when the record does not say.
    private func stretch(of record: Record, in context: RecordContext) -> Range<Int>? {
        if let interval {
            guard case .moment(let from) = context.snapshot.value(interval.from, of: record),
                case .moment(let to) = context.snapshot.value(interval.to, of: record), from < to
            else { return nil }
            return Int(from.minutes)..<Int(to.minutes)
        }
        guard case .overlapping(let fromPath, let untilPath) = scope.dating,
            let from = context.snapshot.day(fromPath, of: record)
        else { return nil }
        let last = untilPath.flatMap { context.snapshot.day($0, of: record) } ?? context.period.until
        guard from <= last else { return nil }
        let life = Int(Moment(from).minutes)..<Int(Moment(last.adding(days: 1)).minutes)
        return life.clamped(to: context.period.minutes)
    }

    /// The covering stretches: a day without an end goes on; a moment without an end covers nothing.
    private func by(_ related: [Record], of record: Record, in context: RecordContext) -> [Range<Int>] {
        related.compactMap { other in
            if let condition = spans.condition,
                condition.holds(of: other, this: record, in: context) != true
            {
                return nil
            }
            let from = context.snapshot.value(spans.from, of: other).firstMinute
            let until: Int? =
                switch context.snapshot.value(spans.until, of: other) {
                case .day(let day): Int(Moment(day.adding(days: 1)).minutes)
                case .moment(let moment): Int(moment.minutes)
                default: spans.isDaily ? Int.max : nil
                }
            guard let from, let until, from < until else { return nil }
            return from..<until
        }
    }

    private func shown(_ gaps: [Range<Int>]) -> String {
        gaps.map { gap in
            let first = Moment(minutes: Int32(gap.lowerBound))
            let last = Moment(minutes: Int32(gap.upperBound))
            guard interval == nil else { return "\(first.chinese)至\(last.chinese)" }
            let lastDay = last.day.adding(days: -1)
            return first.day == lastDay ? first.day.chinese : "\(first.day.chinese)至\(lastDay.chinese)"
        }.joined(separator: "，")
    }

    var needs: RecordNeeds {
        var whole: Set<String> = [spans.register.id]
        whole.formUnion(spans.condition?.registers ?? [])
        whole.formUnion(spans.match.flatMap { [$0.theirs.register, $0.own.register] }.compactMap { $0 })
        return RecordNeeds([scope.needs, RecordNeeds(whole: whole)])
    }
}
