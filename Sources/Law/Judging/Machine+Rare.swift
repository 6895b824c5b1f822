/// What only few conditions ask for.
extension Machine {
    func compute(
        _ operation: Expression.Arithmetic, _ x: UnsafePointer<Int64>, _ y: UnsafePointer<Int64>,
        into out: UnsafeMutablePointer<Int64>
    ) {
        each { index in
            guard !Null.holds(x[index]), !Null.holds(y[index]) else {
                out[index] = Null.wideUnknown
                return
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
            each { index in
                let row = row(index, source)
                out[index] = Truth.of(row < 0 || isUnknown[row] != 0)
            }
        case .contains(let source, let element):
            guard case .list(let offsets, let values, let isUnknown) = column(source).data else { return }
            let (wanted, ends, elements) = (narrow[element], offsets.base, values.base)
            each { index in
                let row = row(index, source)
                guard row >= 0, isUnknown.base[row] == 0 else {
                    out[index] = Truth.unknown
                    return
                }
                out[index] = Self.truth(of: wanted[index], in: elements, ends[row]..<ends[row + 1])
            }
        default: return
        }
    }

    /// Whether a value is among those at some places.
    @inline(__always) private static func truth(
        of wanted: Int32, in elements: UnsafePointer<Int32>, _ places: Range<Int32>
    ) -> UInt8 {
        var truth = Truth.no
        for place in places {
            let element = elements[Int(place)]
            if Null.holds(element) || Null.holds(wanted) {
                truth = Truth.unknown
            } else if element == wanted {
                return Truth.yes
            }
        }
        return truth
    }

    func countDistinct(_ source: Program.Source, into out: UnsafeMutablePointer<Int64>) {
        guard case .list(let offsets, let values, let isUnknown) = column(source).data else { return }
        each { index in
            let row = row(index, source)
            guard row >= 0, isUnknown[row] == 0 else {
                out[index] = Null.wideUnknown
                return
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
        each { index in
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
