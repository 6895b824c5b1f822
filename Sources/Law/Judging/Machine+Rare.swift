/// Comparisons and arithmetic over registers, and what only few conditions ask for.
extension Machine {
    /// Each row's comparison; unknown where either side is not recorded.
    func compare<Element: FixedWidthInteger & SignedInteger>(
        _ comparison: Expression.Comparison, _ x: UnsafePointer<Element>, _ y: UnsafePointer<Element>,
        into out: UnsafeMutablePointer<UInt8>
    ) {
        let highestNull = Element.min + 1
        // Without a branch, so that several rows are compared at once.
        @inline(__always) func each(_ holds: (Element, Element) -> Bool) {
            for index in 0..<count {
                let (a, b) = (x[index], y[index])
                let isNull: Element = (a <= highestNull ? -1 : 0) | (b <= highestNull ? -1 : 0)
                let truth: Element = holds(a, b) ? 2 : 0
                out[index] = UInt8(truncatingIfNeeded: truth & ~isNull | isNull & 1)
            }
        }
        switch comparison {
        case .equal: each { $0 == $1 }
        case .notEqual: each { $0 != $1 }
        case .less: each { $0 < $1 }
        case .atMost: each { $0 <= $1 }
        case .greater: each { $0 > $1 }
        case .atLeast: each { $0 >= $1 }
        }
    }

    /// As `compare`, with the same recorded value beside each row.
    func compare(
        _ comparison: Expression.Comparison, _ x: UnsafePointer<Int32>, with value: Int32,
        into out: UnsafeMutablePointer<UInt8>
    ) {
        // A null is less than every recorded value, so that it is known whether the comparison holds for it:
        // one more or one less than that makes it unknown.
        @inline(__always) func each(nullHolds: Bool, _ holds: (Int32) -> Bool) {
            for index in 0..<count {
                let isNull: Int32 = Null.holds(x[index]) ? 1 : 0
                let truth: Int32 = holds(x[index]) ? 2 : 0
                out[index] = UInt8(truncatingIfNeeded: nullHolds ? truth &- isNull : truth &+ isNull)
            }
        }
        guard !Null.holds(value) else { return out.update(repeating: Truth.unknown, count: count) }
        switch comparison {
        case .equal: each(nullHolds: false) { $0 == value }
        case .notEqual: each(nullHolds: true) { $0 != value }
        case .less: each(nullHolds: true) { $0 < value }
        case .atMost: each(nullHolds: true) { $0 <= value }
        case .greater: each(nullHolds: false) { $0 > value }
        case .atLeast: each(nullHolds: false) { $0 >= value }
        }
    }

    func compute(
        _ operation: Expression.Arithmetic, _ x: UnsafePointer<Int64>, _ y: UnsafePointer<Int64>,
        into out: UnsafeMutablePointer<Int64>
    ) {
        for index in 0..<count {
            guard !Null.holds(x[index]), !Null.holds(y[index]) else {
                out[index] = Null.wideUnknown
                continue
            }
            let (a, b) = (Number(ticks: x[index]), Number(ticks: y[index]))
            let result =
                switch operation {
                case .plus: a.plus(b)
                case .minus: a.minus(b)
                case .times: a.times(b)
                case .divided, .power: Number?.none
                }
            out[index] = result?.ticks ?? Null.wideUnknown
        }
    }

    func runList(_ operation: Program.Operation, into out: UnsafeMutablePointer<UInt8>) {
        switch operation {
        case .isNullList(let source):
            guard case .list(_, _, let isUnknown) = column(source).data else { return }
            for index in 0..<count {
                let row = row(index, source)
                out[index] = Truth.of(row < 0 || isUnknown[row] != 0)
            }
        case .contains(let source, let element):
            guard case .list(let offsets, let values, let isUnknown) = column(source).data else { return }
            for index in 0..<count {
                let row = row(index, source)
                guard row >= 0, isUnknown[row] == 0 else {
                    out[index] = Truth.unknown
                    continue
                }
                let wanted = narrow[element][index]
                var truth = Truth.no
                for place in Int(offsets[row])..<Int(offsets[row + 1]) {
                    let isOpen = Null.holds(values[place]) || Null.holds(wanted)
                    truth = max(truth, isOpen ? Truth.unknown : Truth.of(values[place] == wanted))
                }
                out[index] = truth
            }
        default: return
        }
    }

    func countDistinct(_ source: Program.Source, into out: UnsafeMutablePointer<Int64>) {
        guard case .list(let offsets, let values, let isUnknown) = column(source).data else { return }
        for index in 0..<count {
            let row = row(index, source)
            guard row >= 0, isUnknown[row] == 0 else {
                out[index] = Null.wideUnknown
                continue
            }
            let places = Int(offsets[row])..<Int(offsets[row + 1])
            let different = places.filter { place in
                !(places.lowerBound..<place).contains { values[$0] == values[place] }
            }
            let isOpen = places.contains { Null.holds(values[$0]) }
            out[index] = isOpen ? Null.wideUnknown : Int64(different.count) * Number.scale
        }
    }

    func interpret(_ condition: Program.Interpreted, into out: UnsafeMutablePointer<UInt8>) {
        for index in 0..<count {
            let value = condition.expression.evaluate(nulls: .asUnknown) { name in
                condition.names[name].map { self.value(of: $0, at: row(index)) } ?? .null
            }
            out[index] = value.truth.map(Truth.of) ?? Truth.unknown
        }
    }

    /// The value a name has for a row of the table.
    func value(of binding: Binding, at row: Int) -> Value {
        switch binding.source {
        case .asOf: return .moment(asOf)
        case .formula(let formula, let isOfCase):
            guard isOfCase else { return formula.value(in: calendar) { self.value(of: $0, at: row) } }
            // The names of a case's formula are those of the case, whoever asks.
            return formula.value(in: calendar) { self.value(of: $0.ofCase, at: row) }
        case .column(let source):
            guard source.isOfCase else { return tables.value(table.columns[source.slot], at: row) }
            guard let cases, let owner = table.caseRows?[row], owner >= 0 else { return .null }
            return tables.value(cases.columns[source.slot], at: Int(owner))
        }
    }
}

extension RecordTables {
    /// One value of a column, as pages and proofs show it.
    func value(_ column: Column, at row: Int) -> Value {
        switch column.data {
        case .narrow(let lane): return value(lane[row], column.kind)
        case .wide(let lane): return Null.holds(lane[row]) ? .null : .number(Number(ticks: lane[row]))
        case .truth(let lane): return Truth.value(lane[row])
        case .list(let offsets, let values, let isUnknown):
            guard isUnknown[row] == 0 else { return .null }
            return .list((Int(offsets[row])..<Int(offsets[row + 1])).map { value(values[$0], column.kind) })
        }
    }

    private func value(_ code: Int32, _ kind: FieldKind) -> Value {
        if kind == .boolean { return Truth.value(UInt8(code)) }
        guard !Null.holds(code) else { return .null }
        switch kind {
        case .text, .code: return .text(vocabulary.word(code))
        case .reference(let register): return name(code, in: register).map(Value.text) ?? .null
        case .day: return .day(Day(number: code))
        case .moment: return .moment(Moment(minutes: code))
        case .number: return .number(Number(Int(code)))
        case .boolean: return .null
        }
    }
}
