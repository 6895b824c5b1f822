/// What conditions about a penalty decision may name: its own fields, those of its case, and what its references look up.
package struct DecisionNames: Sendable {
    package static let decision = Subject(register: Schema.eventRegister, kind: "decision")

    package let types: [String: ValueType]
    /// The labels of own fields and of the case's fields.
    package let labels: [String: String]
    /// A name that is a field of the record that an own reference names.
    package let lookups: [String: (via: String, register: String, field: String)]

    package init(_ schema: Schema, facts: FactBook) {
        var types: [String: ValueType] = [:]
        var labels: [String: String] = [:]
        var lookups: [String: (via: String, register: String, field: String)] = [:]
        for (prefix, register) in [("", Schema.eventRegister), ("case.", Schema.caseRegister)] {
            for field in schema.register(register)?.fields ?? [] {
                types[prefix + field.id] = field.kind.valueType(isList: field.isList)
                labels[prefix + field.id] = field.label
            }
        }
        let own = schema.register(Schema.eventRegister)
        for fact in facts.declarations where fact.subjects.contains(Self.decision) {
            guard case .lookup(let via, let field) = fact.take,
                case .reference(let register)? = own?.field(via.name)?.kind,
                let target = schema.register(register)?.field(field.name)
            else { continue }
            types[fact.name] = target.kind.valueType(isList: target.isList)
            labels[fact.name] = fact.label
            lookups[fact.name] = (via.name, register, field.name)
        }
        self.types = types
        self.labels = labels
        self.lookups = lookups
    }
}
