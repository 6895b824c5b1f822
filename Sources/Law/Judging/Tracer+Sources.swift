/// Which records a value comes from.
extension Tracer {
    func derivation(_ source: Program.Source, table: Int) -> Derivation? {
        let table = source.isOfCase ? book.layout.caseTable ?? table : table
        return book.layout.derivations.first { $0.table == table && $0.slot == source.slot }
    }

    /// The records that a name's value comes from; of a computed fact, those of all that it is computed from.
    func sources(_ binding: Binding, table: Int, row: Int) -> [Proof.Source] {
        switch binding.source {
        case .asOf: []
        case .column(let source): sources(source, table: table, row: row)
        case .formula(let formula, let isOfCase):
            formula.bindings.map { isOfCase ? $0.ofCase : $0 }.flatMap { sources($0, table: table, row: row) }
                .reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
        }
    }

    func sources(_ source: Program.Source, table: Int, row: Int) -> [Proof.Source] {
        guard source.isOfCase else { return sources(slot: source.slot, table: table, row: row) }
        guard let cases = book.layout.caseTable, let owner = tables.tables[table].caseRows?[row], owner >= 0
        else {
            return []
        }
        return sources(slot: source.slot, table: cases, row: Int(owner))
    }

    private func sources(slot: Int, table: Int, row: Int) -> [Proof.Source] {
        let own = tables.tables[table]
        guard let derivation = derivation(Program.Source(slot: slot, isOfCase: false), table: table) else {
            return [Proof.Source(register: own.subject.register, id: own.ids[row])]
        }
        switch derivation.making {
        case .lookup(let via, let register, _): return named(via, register: register, table: table, row: row)
        case .countNamed(let via, let target, _):
            return named(via, register: tables.tables[target].subject.register, table: table, row: row)
        case .table(_, let inputs, _):
            return inputs.compactMap(\.column).flatMap { sources($0, table: table, row: row) }
                .reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
        case .known(let bindings):
            for binding in bindings {
                guard let column = binding.column else { continue }
                let found = sources(column, table: table, row: row)
                if !isNull(column, table: table, row: row) { return found }
            }
            return []
        default:
            guard let related = derivation.related else { return [] }
            let other = tables.tables[related.table]
            return relatedRows(derivation, row: row).map {
                Proof.Source(register: other.subject.register, id: other.ids[$0])
            }
        }
    }

    private func isNull(_ source: Program.Source, table: Int, row: Int) -> Bool {
        guard source.isOfCase else { return tables.tables[table].columns[source.slot].isNull(row) }
        guard let cases = book.layout.caseTable, let owner = tables.tables[table].caseRows?[row], owner >= 0
        else {
            return true
        }
        return tables.tables[cases].columns[source.slot].isNull(Int(owner))
    }

    /// The records that an own reference names.
    private func named(_ via: Int, register: String, table: Int, row: Int) -> [Proof.Source] {
        var codes: [Int32] = []
        _ = tables.tables[table].columns[via].appendNarrow(row, to: &codes)
        return codes.filter { !Null.holds($0) }.compactMap { code in
            tables.name(code, in: register).map { Proof.Source(register: register, id: $0) }
        }
    }

    /// The related rows that a derived column was made from.
    func relatedRows(_ derivation: Derivation, row: Int) -> [Int] {
        guard let related = derivation.related, related.link != .all else { return [] }
        let deriver = Deriver(tables: tables, layout: book.layout, calendar: book.pack.calendar)
        let rows = RelatedRows(related, of: derivation.table, in: tables, deriver: deriver)
        var found: [Int] = []
        _ = rows.each(of: row) { other, _ in found.append(other) }
        return found
    }
}
