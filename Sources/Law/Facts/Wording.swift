/// Says names and conditions of a pack in the words of its registers and facts, for people who read no S-FEEL.
///
/// `case.category = "security" and not(urgent)` becomes `案件类别为“治安”，且“当场或紧急”为否`.
package struct Wording {
    let schema: Schema
    let facts: FactBook
    let subject: Subject

    package init(_ schema: Schema, _ facts: FactBook, subject: Subject) {
        self.schema = schema
        self.facts = facts
        self.subject = subject
    }

    /// The label of a field or fact of the subject; the name itself where there is none.
    package func label(_ name: String) -> String {
        if name == "asOf" { return "判断时点" }
        if let ofCase = ofCase(name) { return ofCase.wording.label(ofCase.name) }
        return schema.register(subject.register)?.field(name)?.label ?? fact(name)?.label ?? name
    }

    package func words(_ condition: Condition) -> String { words(condition.expression) }

    /// `鉴定`, `延长办案期限（“批准时间”有记载）`.
    package func words(_ related: RelatedClause) -> String {
        let there = of(related)
        let link = related.link.map { "以“\(there.label($0.name))”相关联" }
        let parts = [link, related.condition.map(there.words)].compactMap(\.self)
        return label(of: related.from) + (parts.isEmpty ? "" : "（\(parts.joined(separator: "；"))）")
    }

    /// The words for the fields of related records.
    package func of(_ related: RelatedClause) -> Wording { at(related.from) }

    /// The words for the fields of another subject.
    package func at(_ subject: Subject) -> Wording { Wording(schema, facts, subject: subject) }

    /// `鉴定`, `执法人员名册`
    package func label(of subject: Subject) -> String { schema.label(of: subject) }

    /// A name of the case that the subject belongs to, as the case knows it.
    private func ofCase(_ name: String) -> (wording: Wording, name: String)? {
        guard name.hasPrefix("case."), !subject.isCase else { return nil }
        let wording = at(Subject(register: Schema.caseRegister))
        return (wording, String(name.dropFirst("case.".count)))
    }

    private func fact(_ name: String) -> FactDeclaration? {
        facts.place(of: name, for: subject).map { facts.declarations[$0] }
    }

    /// The field whose values a name holds: its own, or the one that its fact takes; `nil` of truths and numbers.
    func field(_ name: String) -> FieldSchema? {
        if let ofCase = ofCase(name) { return ofCase.wording.field(ofCase.name) }
        if let own = schema.register(subject.register)?.field(name) { return own }
        guard let fact = fact(name) else { return nil }
        switch fact.take {
        case .exists, .count, .covered, .countNamed, .table, .formula: return nil
        case .known(let names): return names.first.flatMap { field($0.name) }
        case .lookup(let via, let there):
            guard case .reference(let register)? = field(via.name)?.kind else { return nil }
            return at(Subject(register: register)).field(there.name)
        case .first(let there), .last(let there), .sum(let there), .least(let there), .most(let there),
            .all(let there):
            return fact.related.flatMap { of($0).field(there.name) }
        }
    }
}
