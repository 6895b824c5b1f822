package import Documents
package import Law

/// Reads cells into one field's values. Made once per column; what needs looking up is looked up then.
package struct FieldReader {
    private let field: FieldDeclaration
    private let countsFrom1904: Bool
    private let registers: RegisterSet
    private let resolve: ReferenceLookup
    /// Labels and ids as written, and normalized where that is unambiguous.
    private let codes: [String: String]

    package init(
        _ field: FieldDeclaration, of registers: RegisterSet, countsFrom1904: Bool = false,
        resolve: @escaping ReferenceLookup
    ) {
        self.field = field
        self.countsFrom1904 = countsFrom1904
        self.registers = registers
        self.resolve = resolve
        codes = Self.words(of: field.type)
    }

    /// What an empty cell, or a column that the sheet lacks, stands for.
    var assumed: Value? { field.assumed.map { .number(Number($0)) } }

    /// Reads a cell; an empty one is what the field assumes, else null, of a field that must be filled a fault.
    package func value(of cell: SheetCell?) throws(ValueFault) -> Value {
        guard let cell, !trimmed(cell.text).isEmpty else {
            if let assumed { return assumed }
            if field.isRequired { throw .missing }
            return .null
        }
        guard field.isList, cell.kind == .text else {
            let value = try single(cell)
            return field.isList ? .list([value]) : value
        }
        var values: [Value] = []
        for text in CellList.split(cell.text) { values.append(try single(SheetCell(text))) }
        if values.isEmpty, field.isRequired { throw .missing }
        return values.isEmpty ? .null : .list(values)
    }

    private func single(_ cell: SheetCell) throws(ValueFault) -> Value {
        switch field.type {
        case .text: return .text(try TextReading.read(cell))
        case .integer:
            let number = try NumberReading.read(cell, unit: field.unit)
            guard number.whole != nil else { throw .notWhole }
            return .number(number)
        case .decimal: return .number(try NumberReading.read(cell, unit: field.unit))
        case .date: return .day(try DateReading.read(cell, countsFrom1904: countsFrom1904).day)
        case .datetime:
            let reading = try DateReading.read(cell, countsFrom1904: countsFrom1904)
            guard let minute = reading.minuteOfDay else { throw .noTimeOfDay }
            return .moment(Moment(reading.day, hour: minute / 60, minute: minute % 60))
        case .boolean: return .boolean(try boolean(cell))
        case .code(let codes): return .text(try code(cell, among: codes))
        case .reference(let register): return .text(try reference(cell, to: register))
        }
    }

    private func boolean(_ cell: SheetCell) throws(ValueFault) -> Bool {
        switch FullWidth.ordinary(trimmed(cell.text)).lowercased() {
        case "是", "√", "✓", "✔", "☑", "有", "对", "y", "yes", "true", "1": return true
        case "否", "×", "✗", "✘", "x", "无", "没有", "错", "n", "no", "false", "0": return false
        default: throw cell.kind == .error ? .errorCell(cell.text) : .notYesOrNo
        }
    }

    private func code(_ cell: SheetCell, among codes: [FieldType.Code]) throws(ValueFault) -> String {
        let text = try TextReading.read(cell)
        if let id = self.codes[text] ?? self.codes[Heading.normalized(text)] { return id }
        throw .notInList(allowed: codes.map(\.label))
    }

    private func reference(_ cell: SheetCell, to register: String) throws(ValueFault) -> String {
        let text = try TextReading.read(cell)
        switch resolve(register, text) {
        case .record(let id): return id
        case .none: throw .noSuchRecord(register: registers.name(of: register), text: text)
        case .several(let ids): throw .severalRecords(ids: ids)
        }
    }

    private static func words(of type: FieldType) -> [String: String] {
        guard case .code(let codes) = type else { return [:] }
        var words: [String: String] = [:]
        for spell in [Heading.normalized, { $0 }] as [(String) -> String] {
            for code in codes {
                for word in code.words { words[spell(word)] = code.id }
            }
        }
        return words
    }
}
