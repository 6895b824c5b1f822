import Documents
package import Law

/// What every record must meet, whether it was typed in, imported, or sent as JSON.
package struct RecordCheck {
    package let register: RegisterDeclaration
    private let registers: RegisterSet
    private let resolve: ReferenceLookup

    package init(
        _ register: RegisterDeclaration, of registers: RegisterSet, resolve: @escaping ReferenceLookup
    ) {
        self.register = register
        self.registers = registers
        self.resolve = resolve
    }

    /// The one form in which a value is kept: text without blanks at its ends, nothing instead of an empty text or list.
    package static func canonical(_ value: Value) -> Value {
        switch value {
        case .text(let text):
            let text = TextReading.canonical(text)
            return text.isEmpty ? .null : .text(text)
        case .list(let values):
            let values = values.map(canonical).filter { !$0.isNull }
            return values.isEmpty ? .null : .list(values)
        default: return value
        }
    }

    /// The faults of canonical values, by position of the field.
    package func faults(of values: [Value]) -> [(position: Int, fault: ValueFault)] {
        var faults: [(position: Int, fault: ValueFault)] = []
        for (position, field) in register.fields.enumerated() {
            let value = values[position]
            if value.isNull, field.isRequired { faults.append((position, .missing)) }
            let elements = if case .list(let elements) = value { elements } else { [value] }
            for case .text(let text) in elements {
                if let fault = fault(of: text, in: field.type) { faults.append((position, fault)) }
            }
        }
        return faults
    }

    private func fault(of text: String, in type: FieldType) -> ValueFault? {
        if TextReading.isTooLong(text) { return .tooLong(limit: SheetTable.longestText) }
        guard case .reference(let register) = type else { return nil }
        switch resolve(register, text) {
        case .record(let id) where id == text: return nil
        case .record, .none: return .noSuchRecord(register: registers.name(of: register), text: text)
        case .several(let ids): return .severalRecords(ids: ids)
        }
    }
}
