/// Makes the derived columns of a set of tables, one after the other, each once for every row.
package struct Deriver {
    private(set) var tables: RecordTables
    private let layout: Layout
    private let calendar: WorkCalendar

    /// Fills in all derived columns.
    package static func derive(
        _ tables: consuming RecordTables, _ layout: Layout, calendar: WorkCalendar
    ) -> RecordTables {
        var deriver = Deriver(tables: tables, layout: layout, calendar: calendar)
        deriver.tables.unsettle()
        for derivation in layout.derivations {
            let column = deriver.column(derivation)
            deriver.tables.tables[derivation.table].columns[derivation.slot] = column
        }
        deriver.tables.settle()
        return deriver.tables
    }

    init(tables: RecordTables, layout: Layout, calendar: WorkCalendar) {
        self.tables = tables
        self.calendar = calendar
        self.layout = layout
    }

    private func column(_ derivation: Derivation) -> Column {
        let slot = layout.tables[derivation.table].slots[derivation.slot]
        let count = tables.tables[derivation.table].count
        let related = derivation.related.map {
            RelatedRows($0, of: derivation.table, in: tables, deriver: self)
        }
        let other = derivation.related.map { tables.tables[$0.table] }
        let data: Column.Data
        switch derivation.making {
        case .lookup(let via, let register, let slots):
            data = lookup(
                table: derivation.table, via: via, register: register, slots: slots, slot: slot)
        case .known(let bindings): data = known(bindings, in: derivation.table, slot: slot)
        case .countNamed(let via, let target, let condition):
            data = countNamed(table: derivation.table, via: via, target: target, condition: condition)
        case .table(let use, let inputs, let at):
            data = tabled(use, inputs: inputs, at: at, in: derivation.table, slot: slot)
        case .computed(let program, let register): data = computed(program, register)
        case .check(let check, let bindings): data = judged(check, bindings, in: derivation.table)
        case .matched(let own, let theirs):
            data = matched(own, theirs, in: derivation.table, related: derivation.related)
        default:
            guard let related, let other else { return Column(kind: slot.kind, data: .truth(Lane([]))) }
            data = relatedData(derivation, slot, related, other, count: count)
        }
        return Column(kind: slot.kind, data: data)
    }

    private func relatedData(
        _ derivation: Derivation, _ slot: Layout.Slot, _ related: RelatedRows, _ other: RecordTable,
        count: Int
    ) -> Column.Data {
        let own = slot
        return switch derivation.making {
        case .exists: .truth(related.exist(count))
        case .count: related.number(count, possible: false)
        case .possibleCount: related.number(count, possible: true)
        case .first(let slot): other.columns[slot].picked(related.pick(count, latest: false))
        case .last(let slot): other.columns[slot].picked(related.pick(count, latest: true))
        case .sum(let slot): related.folded(count, other.columns[slot], into: own) { $0 &+ $1 }
        case .least(let slot): related.folded(count, other.columns[slot], into: own) { min($0, $1) }
        case .most(let slot): related.folded(count, other.columns[slot], into: own) { max($0, $1) }
        case .all(let slot): related.collected(count, other.columns[slot])
        case .covered(let from, let until, let spanFrom, let spanUntil):
            related.covered(
                count, from: lane(from, in: derivation.table), until: lane(until, in: derivation.table),
                spans: (other.columns[spanFrom], other.columns[spanUntil]))
        case .spans(let from, let until): related.spans(count, (other.columns[from], other.columns[until]))
        case .lookup, .known, .countNamed, .table, .computed, .check, .matched: .truth(Lane([]))
        }
    }

    /// The `Int32` values that a source has over all rows of a table.
    func lane(_ source: Program.Source, in table: Int) -> Lane<Int32> {
        let own = tables.tables[table]
        guard source.isOfCase, let cases = layout.caseTable, let rows = own.caseRows else {
            guard case .narrow(let lane) = own.columns[source.slot].data else {
                return Lane(count: own.count, filledWith: Null.unknown)
            }
            return lane
        }
        guard case .narrow(let lane) = tables.tables[cases].columns[source.slot].data else {
            return Lane(count: own.count, filledWith: Null.unknown)
        }
        return Lane((0..<own.count).map { rows[$0] < 0 ? Null.unknown : lane[Int(rows[$0])] })
    }

    /// The truth of a condition over all rows of its table.
    func truths(of program: Program, register: Int) -> Lane<UInt8> {
        let table = tables.tables[program.table]
        let truths = Lane<UInt8>(count: table.count, filledWith: 1)
        // A restriction reads fields alone, so the moment of judging cannot matter but by name.
        run(program) { machine in
            (truths.base + machine.start).update(from: machine.truth[register], count: machine.count)
        }
        return truths
    }

    /// A fact that steps compute over its whole table.
    private func computed(_ program: Program, _ register: Program.Register) -> Column.Data {
        let count = tables.tables[program.table].count
        switch register.bank {
        case .truth: return .truth(truths(of: program, register: register.index))
        case .narrow:
            let lane = Lane<Int32>(count: count, filledWith: Null.unknown)
            run(program) { machine in
                (lane.base + machine.start).update(from: machine.narrow[register.index], count: machine.count)
            }
            return .narrow(lane)
        case .wide:
            let lane = Lane<Int64>(count: count, filledWith: Null.wideUnknown)
            run(program) { machine in
                (lane.base + machine.start).update(from: machine.wide[register.index], count: machine.count)
            }
            return .wide(lane)
        }
    }

    /// Runs all steps of a program over its table, batch by batch.
    private func run(_ program: Program, _ use: (Machine) -> Void) {
        let count = tables.tables[program.table].count
        let machine = Machine(
            program, program.size, over: tables, cases: layout.caseTable,
            asOf: Moment(minutes: Null.unknown), calendar: calendar, mostRows: count)
        for start in stride(from: 0, to: count, by: Machine.batch) {
            machine.begin(at: start, count: min(Machine.batch, count - start))
            machine.run()
            use(machine)
        }
    }

    func own(_ binding: Binding, in table: Int) -> Column? {
        guard let source = binding.column else { return nil }
        if source.isOfCase { return layout.caseTable.map { tables.tables[$0].columns[source.slot] } }
        return tables.tables[table].columns[source.slot]
    }
}
