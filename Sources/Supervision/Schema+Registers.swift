package import Law
package import Registers

extension Schema {
    /// What the law needs to know of the declared registers.
    package init(_ registers: RegisterSet) { self.init(registers.registers.map(RegisterSchema.init)) }
}

extension RegisterSchema {
    init(_ register: RegisterDeclaration) {
        self.init(
            id: register.id, name: register.name, happened: register.happened,
            fields: register.fields.map(FieldSchema.init))
    }
}

extension FieldSchema {
    init(_ field: FieldDeclaration) {
        self.init(
            id: field.id, label: field.label, kind: FieldKind(field.type), isList: field.isList,
            words: field.type.words)
    }
}

extension FieldKind {
    init(_ type: FieldType) {
        self =
            switch type {
            case .text: .text
            case .integer, .decimal: .number
            case .date: .day
            case .datetime: .moment
            case .boolean: .boolean
            case .code(let codes): .code(codes.map(\.id))
            case .reference(let register): .reference(register: register)
            }
    }
}

extension FieldType {
    /// The label of each code.
    fileprivate var words: [String: String] {
        guard case .code(let codes) = self else { return [:] }
        return Dictionary(codes.map { ($0.id, $0.label) }, uniquingKeysWith: { first, _ in first })
    }
}
