/// Columns that a decision table gives.
extension Deriver {
    /// One value a row. Rows with the same inputs are decided once.
    func tabled(
        _ use: TableUse, inputs: [Binding], at: Binding?, in table: Int, slot: Layout.Slot
    ) -> Column.Data {
        let own = tables.tables[table]
        var (keys, decided) = (KeyNumbers(width: inputs.count + 1), [Int64]())
        let columns = inputs.map { self.own($0, in: table) }
        var values = [Int64](repeating: Null.wideUnknown, count: own.count)
        var versions: [Int32: Int] = [:]
        for row in 0..<own.count {
            guard let version = version(of: use, at: at, row, in: table, &versions) else { continue }
            guard version >= 0 else {
                values[row] = Null.wideAbsent
                continue
            }
            let key = keys.enter { input in
                guard input > 0 else { return Int64(version) }
                let place = place(inputs[input - 1], row, in: table)
                return place.flatMap { columns[input - 1]?.anyValue($0) } ?? Null.wideUnknown
            }
            if key == decided.count {
                let given = inputs.map { value(of: $0, row, in: table) }
                decided.append(code(of: use.value(given, in: use.table.versions[version])))
            }
            values[row] = decided[key]
        }
        return Column.Data(values, slot)
    }

    /// The place of the version in force; -1 when none is, `nil` when the moment is not recorded.
    private func version(
        of use: TableUse, at: Binding?, _ row: Int, in table: Int, _ known: inout [Int32: Int]
    ) -> Int? {
        guard let at else { return 0 }
        let day: Day
        switch value(of: at, row, in: table) {
        case .day(let found): day = found
        case .moment(let found): day = found.day
        default: return nil
        }
        if let place = known[day.number] { return place }
        let place = use.table.versions.firstIndex { $0.inForce?.contains(day) ?? true } ?? -1
        known[day.number] = place
        return place
    }

    /// What a column holds for an answer: nothing said is "none", nothing that could be said is "not known".
    private func code(of answer: TableAnswer) -> Int64 {
        switch answer.value {
        case .number(let number): number.ticks
        case .text(let word): tables.vocabulary.known(word).map(Int64.init) ?? Null.wideUnknown
        case .boolean(let truth): Int64(Truth.of(truth))
        case .day(let day): Int64(day.number)
        case .moment(let moment): Int64(moment.minutes)
        default: answer.open.isEmpty && answer.fault == nil ? Null.wideAbsent : Null.wideUnknown
        }
    }

    private func place(_ binding: Binding, _ row: Int, in table: Int) -> Int? {
        guard binding.column?.isOfCase == true else { return row }
        guard let owner = tables.tables[table].caseRows?[row], owner >= 0 else { return nil }
        return Int(owner)
    }

    private func value(of binding: Binding, _ row: Int, in table: Int) -> Value {
        guard let column = own(binding, in: table), let place = place(binding, row, in: table) else {
            return .null
        }
        return tables.value(column, at: place)
    }
}
