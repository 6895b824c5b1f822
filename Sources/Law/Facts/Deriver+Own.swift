/// Facts made from a record's own fields and what they refer to.
extension Deriver {
    func known(_ bindings: [Binding], in table: Int, slot: Layout.Slot) -> Column.Data {
        let count = tables.tables[table].count
        let rows = tables.tables[table].caseRows
        var values = [Int64](repeating: Null.wideAbsent, count: count)
        for binding in bindings {
            guard let column = own(binding, in: table) else { continue }
            let isOfCase = binding.column?.isOfCase ?? false
            for row in 0..<count where Null.holds(values[row]) {
                let place = isOfCase ? rows.map { Int($0[row]) } ?? -1 : row
                let value = place < 0 ? Null.wideUnknown : column.anyValue(place)
                if !Null.holds(value) {
                    values[row] = value
                } else if place < 0 || (binding.isFact && value == Null.wideUnknown) {
                    values[row] = Null.wideUnknown
                }
            }
        }
        return Column.Data(values, slot)
    }

    func lookup(
        table: Int, via: Int, register: String, slots: [Int: Int], slot: Layout.Slot
    ) -> Column.Data {
        let own = tables.tables[table]
        let reference = own.columns[via]
        if slot.isList { return lookupList(own.count, reference, register: register, slots: slots) }
        let targets = ReferenceTargets(register, slots: slots, in: tables)
        var values = [Int64](repeating: Null.wideUnknown, count: own.count)
        for row in 0..<own.count {
            guard let (place, target) = targets.find(reference.narrowValue(row)) else { continue }
            values[row] = targets.columns[target].anyValue(place)
        }
        return Column.Data(values, slot)
    }

    private func lookupList(_ count: Int, _ reference: Column, register: String, slots: [Int: Int])
        -> Column.Data
    {
        let targets = ReferenceTargets(register, slots: slots, in: tables)
        var builder = ListBuilder(count: count)
        var codes: [Int32] = []
        for row in 0..<count {
            codes.removeAll(keepingCapacity: true)
            var isUnknown = !reference.appendNarrow(row, to: &codes)
            for code in codes {
                if let (place, target) = targets.find(code) {
                    if !targets.columns[target].appendNarrow(place, to: &builder.values) { isUnknown = true }
                } else {
                    builder.values.append(Null.unknown)
                }
            }
            builder.endRow(isUnknown: isUnknown)
        }
        return builder.data
    }

    func countNamed(
        table: Int, via: Int, target: Int, condition: (program: Program, register: Int)?
    ) -> Column.Data {
        let own = tables.tables[table]
        let truths = condition.map { self.truths(of: $0.program, register: $0.register) }
        let locations = tables.locations[tables.tables[target].subject.register]
        var codes: [Int32] = []
        let result = Lane<Int32>(count: own.count, filledWith: Null.unknown)
        for row in 0..<own.count {
            codes.removeAll(keepingCapacity: true)
            guard own.columns[via].appendNarrow(row, to: &codes) else { continue }
            var (number, isOpen) = (Int32(0), false)
            for (index, code) in codes.enumerated() where !codes[..<index].contains(code) || Null.holds(code)
            {
                let place = Null.holds(code) ? -1 : locations.map { Int($0[Int(code)]) } ?? -1
                let truth = place < 0 ? Truth.unknown : truths.map { $0[place] } ?? Truth.yes
                number += truth == Truth.yes ? 1 : 0
                isOpen = isOpen || truth == Truth.unknown
            }
            if !isOpen { result.base[row] = number }
        }
        return .narrow(result)
    }

    func judged(_ check: any Check, _ bindings: [String: Binding], in table: Int) -> Column.Data {
        let answers = check.judge(checkTable(bindings, in: table))
        return .truth(Lane(answers.map { $0.map(Truth.of) ?? Truth.unknown }))
    }

    func checkTable(_ bindings: [String: Binding], in table: Int) -> CheckTable {
        CheckTable(tables.tables[table], bindings.compactMapValues { own($0, in: table) }, tables)
    }

    func matched(
        _ own: [Program.Source], _ theirs: [Int], in table: Int, related: Related?
    ) -> Column.Data {
        guard let related else { return .truth(Lane([])) }
        let other = tables.tables[related.table]
        let truths = related.condition.map { self.truths(of: $0.program, register: $0.register) }
        var keys = KeyNumbers(width: own.count, count: other.count)
        let columns = theirs.map { other.columns[$0] }
        for row in 0..<other.count where truths.map({ $0[row] == Truth.yes }) ?? true {
            if !columns.contains(where: { Null.holds($0.anyValue(row)) }) {
                keys.enter { columns[$0].anyValue(row) }
            }
        }
        let subject = tables.tables[table]
        let asked = own.map { subject.columns[$0.slot] }
        return .truth(
            Lane(count: subject.count) { out in
                for row in 0..<subject.count {
                    let isOpen = asked.contains { Null.holds($0.anyValue(row)) }
                    out[row] =
                        isOpen ? Truth.unknown : Truth.of(keys.number { asked[$0].anyValue(row) } != nil)
                }
            })
    }
}

extension Column {
    /// The row's value in one word, whatever its lane; a truth that is not known counts as not recorded.
    func anyValue(_ row: Int) -> Int64 {
        guard case .truth(let lane) = data else { return wideValue(row) }
        return lane[row] == Truth.unknown ? Null.wideUnknown : Int64(lane[row])
    }
}
