package import Law

extension FieldDeclaration {
    /// A value as pages and exports show it; nothing for null.
    ///
    /// Codes become their labels, dates `2026-01-04`, times `2026-01-04 10:30`, lists are joined by `、`.
    package func text(of value: Value) -> String {
        switch (value, type) {
        case (.null, _): ""
        case (.list(let values), _): values.map(text).joined(separator: "、")
        case (.text(let id), .code(let codes)): codes.first { $0.id == id }?.label ?? id
        case (.moment(let moment), _): moment.description.replacing("T", with: " ")
        default: value.description
        }
    }
}

extension RegisterDeclaration {
    /// A field of a record as pages show it; nothing for a field the register lacks.
    package func text(of record: Record, _ field: String) -> String {
        guard let position = position(of: field) else { return "" }
        return fields[position].text(of: record.values[position])
    }
}
