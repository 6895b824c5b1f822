import Law
import Pack
import Registers

/// Of every record in the universe a condition holds; for `none`, of no record.
struct EveryClaim: Sendable {
    let scope: RecordScope
    private let that: Condition

    init(_ mapping: inout PackMapping, declarations: RegisterSet) throws(PackError) {
        scope = try RecordScope(&mapping, declarations: declarations)
        that = try Condition(
            try mapping.required("that"), in: scope.register, declarations: declarations,
            facts: scope.facts.map(\.name))
    }

    func tally(in context: RecordContext, wanted: Bool, name: (Record) -> String) -> ClaimTally {
        let facts = FactAnswers(scope.facts, in: context)
        let selection = scope.select(in: context, facts: facts)
        var tally = ClaimTally()
        tally.universe = selection.members.count
        for record in selection.members {
            let exception = ClaimTally.Exception(id: record.id, label: name(record))
            switch that.holds(of: record, in: context, fact: { facts.answer($0, of: record) }) {
            case wanted: tally.supporting.append(record.id)
            case nil: tally.unknown.append(exception)
            case _: tally.counter.append(exception)
            }
        }
        tally.unknown += selection.undecided.map { ClaimTally.Exception(id: $0.id, label: name($0)) }
        return tally
    }

    var needs: RecordNeeds { RecordNeeds([scope.needs, RecordNeeds(whole: that.registers)]) }
}
