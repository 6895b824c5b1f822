package import Pack

/// A small record with the answer the law gives: part of the rule, and run as a test.
package struct RuleExample: Sendable {
    package struct Row: Sendable {
        package let register: String
        /// The id others refer to; `this` for the judged record, `nil` when none was given.
        package let id: String?
        /// In the order of the register's fields.
        package let values: [Value]
    }

    /// The ids that the judged record and its case go by.
    package static let this = "this"
    package static let caseID = "case"

    package let title: String
    package let rows: [Row]
    package let asOf: Moment
    package let answer: Answer
    package let due: Moment?
    package let observed: String?
    package let limit: String?
    package let place: PackPlace

    /// The moment of judging for examples that name none: long after anything they tell.
    static let late = Day(number: 40_000)

    init(_ node: PackNode, judging subject: Subject, in schema: Schema) throws(PackError) {
        var mapping = try PackMapping(node)
        place = node.place
        title = try mapping.required("title").text
        let record = try mapping.required("record")
        var rows: [Row] = []
        if subject.isCase {
            rows.append(try Row(record, register: Schema.caseRegister, id: Self.caseID, in: schema))
        } else {
            let own = mapping.optional("case") ?? PackNode(.mapping([]), at: node.place)
            if schema.register(Schema.caseRegister) != nil {
                rows.append(try Row(own, register: Schema.caseRegister, id: Self.caseID, in: schema))
            }
            rows.append(
                try Row(record, register: subject.register, id: Self.this, kind: subject.kind, in: schema))
        }
        for element in try mapping.optional("with")?.elements ?? [] {
            rows.append(try Row(further: element, in: schema))
        }
        self.rows = rows
        asOf = try mapping.optional("asOf")?.moment ?? Moment(Self.late)
        answer = try mapping.required("answer").word(of: Answer.self)
        due = try mapping.optional("due")?.moment
        observed = try mapping.optional("observed")?.text
        limit = try mapping.optional("limit")?.text
        try mapping.finish()
    }
}

extension RuleExample.Row {
    /// Reads `event: {kind: filed, at: …}` or `recording: {event: this, …}`.
    init(further node: PackNode, in schema: Schema) throws(PackError) {
        guard case .mapping(let members) = node.content, members.count == 1, let member = members.first else {
            throw PackError(.expected("一个“台账: 记录”", found: node.kindName), at: node.place)
        }
        let registers = schema.registers.map(\.id)
        guard registers.contains(member.key) else {
            throw PackError(
                .danglingReference(kind: "台账", id: member.key, allowed: registers), at: member.keyPlace)
        }
        try self.init(member.value, register: member.key, id: nil, in: schema)
    }

    init(
        _ node: PackNode, register id: String, id recordID: String?, kind: String? = nil, in schema: Schema
    ) throws(PackError) {
        var mapping = try PackMapping(node)
        register = id
        var values: [Value] = []
        for field in schema.register(id)?.fields ?? [] {
            if field.isHidden {
                values.append(.null)
            } else if let written = mapping.optional(field.id) {
                values.append(try written.value(of: field))
            } else if field.id == Schema.caseField, field.kind == .reference(register: Schema.caseRegister) {
                values.append(.text(RuleExample.caseID))
            } else if field.id == Schema.kindField, let kind {
                values.append(.text(kind))
            } else {
                values.append(.null)
            }
        }
        let given = try mapping.optional("id")?.text
        self.id = recordID ?? given
        self.values = values
        try mapping.finish()
    }
}

extension PackNode {
    /// A value of a field, as packs and examples write it; `null` is not recorded.
    func value(of field: FieldSchema) throws(PackError) -> Value {
        guard field.isList else { return try single(field.kind) }
        if case .scalar("null") = content { return .null }
        guard case .sequence(let elements) = content else { return .list([try single(field.kind)]) }
        var values: [Value] = []
        for element in elements { values.append(try element.single(field.kind)) }
        return .list(values)
    }

    private func single(_ kind: FieldKind) throws(PackError) -> Value {
        let text = try text
        if text == "null" || text == "~" || text.isEmpty { return .null }
        switch kind {
        case .text, .reference: return .text(text)
        case .number: return .number(try number)
        case .day: return .day(try day)
        case .moment: return .moment(try moment)
        case .boolean: return .boolean(try boolean)
        case .code(let words):
            guard words.contains(text) else { throw PackError(.notAllowed(text, allowed: words), at: place) }
            return .text(text)
        }
    }
}
