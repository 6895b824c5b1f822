import Law
import Pack
import Registers

/// Every row of the lists that others gave us is in the own register, group by group (agency by agency).
///
/// Coverage is the groups that gave a list: of an agency without one nothing can be said. Groups are known from either side.
struct ReconcileClaim: Sendable {
    /// The others' list: what it should hold in the period.
    private let list: RecordScope
    /// The own register over the same period, for the groups that gave no list.
    private let own: RecordScope
    private let match: [ExistsFact.Pair]
    private let theirGroup: FieldPath
    private let ownGroup: FieldPath
    private let unit: String

    var theirs: RecordScope { list }

    /// Reads `theirs:` and `own:` (each `of`, `where`, `period` …, `group: FIELD`), `match: {OWN FIELD: THEIR FIELD}`, `unit`.
    init(_ mapping: inout PackMapping, declarations: RegisterSet) throws(PackError) {
        (list, theirGroup) = try Self.side(try mapping.required("theirs"), declarations: declarations)
        (own, ownGroup) = try Self.side(try mapping.required("own"), declarations: declarations)
        match = try ExistsFact.pairs(
            try mapping.required("match"), theirs: own.register, own: list.register,
            declarations: declarations)
        unit = try mapping.required("unit").text
    }

    private static func side(
        _ node: PackNode, declarations: RegisterSet
    ) throws(PackError) -> (RecordScope, FieldPath) {
        var mapping = try PackMapping(node)
        let scope = try RecordScope(&mapping, declarations: declarations)
        let group = try declarations.path(try mapping.required("group"), in: scope.register)
        try mapping.finish()
        return (scope, group)
    }

    func tally(in context: RecordContext, name: (Record) -> String) -> ClaimTally {
        let listed = list.select(in: context, facts: FactAnswers(list.facts, in: context))
        // What they sent in December we may have entered in January: any own record may answer, whenever it was received.
        let index = MatchIndex(of: own.register.id, by: match, in: context)
        var tally = ClaimTally()
        tally.needsFullCoverage = true
        tally.universe = listed.members.count
        tally.unknown = listed.undecided.map { ClaimTally.Exception(id: $0.id, label: name($0)) }
        var covered: Set<Value> = []
        for record in listed.members {
            let exception = ClaimTally.Exception(id: record.id, label: name(record))
            covered.formUnion(context.snapshot.value(theirGroup, of: record).elements)
            switch index.related(to: record)?.isEmpty {
            case false: tally.supporting.append(record.id)
            case true: tally.counter.append(exception)
            case nil: tally.unknown.append(exception)
            }
        }
        tally.coverage = coverage(covered, in: context)
        return tally
    }

    private func coverage(_ covered: Set<Value>, in context: RecordContext) -> ClaimCoverage {
        var uncovered: Set<Value> = []
        for record in own.select(in: context, facts: FactAnswers(own.facts, in: context)).members {
            uncovered.formUnion(context.snapshot.value(ownGroup, of: record).elements)
        }
        uncovered.subtract(covered)
        return ClaimCoverage(
            covered: covered.count, total: covered.count + uncovered.count, unit: unit,
            uncovered: uncovered.map(\.description).sorted())
    }

    var needs: RecordNeeds {
        let paths = match.flatMap { [$0.theirs, $0.own] } + [theirGroup, ownGroup]
        // Any own record may answer, of whatever period: of the own register all is read.
        let whole = Set(paths.compactMap(\.register) + [own.register.id])
        return RecordNeeds([list.needs, own.needs, RecordNeeds(whole: whole)])
    }
}
