/// What a field's values look like, without its names and code lists: what reading and writing a million of them needs.
package struct FieldForm: Hashable, Sendable {
    package let kind: Kind
    package let isList: Bool

    package enum Kind: Hashable, Sendable {
        /// Text, a code, or a reference.
        case text
        case integer
        case decimal
        case date
        case datetime
        case boolean
    }

    package init(_ field: FieldDeclaration) {
        isList = field.isList
        kind =
            switch field.type {
            case .text, .code, .reference: .text
            case .integer: .integer
            case .decimal: .decimal
            case .date: .date
            case .datetime: .datetime
            case .boolean: .boolean
            }
    }
}
