package import Law
package import Registers

extension Schema {
    /// What the law needs to know of the declared registers.
    ///
    /// - Parameter frames: Their names are the words for what a case names as its frame.
    package init(_ registers: RegisterSet, frames: FrameBook = .empty) {
        self.init(registers.registers.map { RegisterSchema($0, frames: frames) })
    }
}

extension RegisterSchema {
    init(_ register: RegisterDeclaration, frames: FrameBook) {
        let names = Dictionary(frames.frames.map { ($0.id, $0.name) }) { first, _ in first }
        self.init(
            id: register.id, name: register.name, happened: register.happened,
            fields: register.fields.map { field in
                let isFrame = register.id == Schema.caseRegister && field.id == FrameBook.caseField
                return FieldSchema(
                    field, words: isFrame ? names : field.type.words, isHidden: !register.isOpen(field))
            })
    }
}

extension FieldSchema {
    init(_ field: FieldDeclaration, words: [String: String], isHidden: Bool) {
        self.init(
            id: field.id, label: field.label, kind: FieldKind(field.type), isList: field.isList,
            isWhole: field.type == .integer,
            words: words, isHidden: isHidden)
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
