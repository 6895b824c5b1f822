import Law
import Registers
import Storage

/// Names records for readers. One serves one page; a record is asked for once.
final class RecordLabels {
    private let bureau: Bureau
    private let knownAt: Moment?
    private var labels: [[String]: String] = [:]

    init(_ bureau: Bureau, knownAt: Moment?) {
        self.bureau = bureau
        self.knownAt = knownAt
    }

    func link(_ register: String, _ id: String) throws -> RecordLink {
        RecordLink(register: register, id: id, label: try label(register, id))
    }

    func link(_ record: Record) -> RecordLink {
        let label = bureau.packs.registers[record.register]?.label(of: record) ?? record.id
        labels[[record.register, record.id]] = label
        return RecordLink(register: record.register, id: record.id, label: label)
    }

    /// A value of a record as a cell.
    func cell(_ value: Value, of field: FieldDeclaration) throws -> CellView {
        switch (value, field.type) {
        case (.null, _): return .missing
        case (.list(let values), .reference(let register)):
            return .links(try values.compactMap(\.id).map { try link(register, $0) })
        case (.text(let id), .reference(let register)): return .links([try link(register, id)])
        case (.number, .integer), (.number, .decimal): return .number(field.text(of: value))
        default: return .text(bureau.packs.text(of: value, in: field))
        }
    }

    func fields(of record: Record, in register: RegisterDeclaration) throws -> [FieldView] {
        zip(register.fields, try cells(of: record, in: register)).map { field, cell in
            FieldView(label: field.label, help: field.help, value: cell)
        }
    }

    /// The cells of a record: of hidden fields never the values, only what has become of them.
    func cells(of record: Record, in register: RegisterDeclaration) throws -> [CellView] {
        let hidden = register.hidesNothing ? [:] : try bureau.store.hiddenMarks(of: record)
        return try zip(register.fields, record.values).map { field, value in
            guard !register.isOpen(field) else { return try cell(value, of: field) }
            return hidden[field.group ?? HiddenGroup.sealed].map { CellView.text($0) } ?? .missing
        }
    }

    private func label(_ register: String, _ id: String) throws -> String {
        if let label = labels[[register, id]] { return label }
        guard let declaration = bureau.packs.registers[register],
            let record = try bureau.record(register, id, knownAt: knownAt)
        else { return "\(id)（未登记）" }
        let label = declaration.label(of: record)
        labels[[register, id]] = label
        return label
    }
}

extension RegisterDeclaration {
    /// Characters of a label; what is longer would break the tables.
    static let longestLabel = 48

    /// What a reader calls a record, never by a personal name.
    func label(of record: Record) -> String {
        let ordinal = text(of: record, "ordinal")
        let label =
            switch id {
            case "case": "案件 " + text(of: record, "number")
            case "event":
                text(of: record, "kind") + (ordinal == "1" || ordinal.isEmpty ? "" : "（第\(ordinal)次）")
                    + " " + text(of: record, "case")
            case "officer": "警号 " + text(of: record, "badge")
            case "party": text(of: record, "role") + " " + ordinal
            default: key.map { text(of: record, $0) }.filter { !$0.isEmpty }.joined(separator: " ")
            }
        if label.isEmpty { return record.id }
        return label.count > Self.longestLabel ? label.prefix(Self.longestLabel - 1) + "…" : label
    }

    /// The field that names the unit of a record: the first that refers to the register of units.
    var unitField: FieldDeclaration? { fields.first { $0.type == .reference(register: "unit") } }

    /// The unit that a record is about or belongs to.
    func unit(of record: Record) -> String? {
        if id == "unit" { return record.id }
        guard let unitField else { return nil }
        let value = value(unitField.id, of: record)
        if case .list(let units) = value { return units.first?.id }
        return value.id
    }
}

extension BureauPacks {
    /// What a field holds in words; a penalty frame is told by its name.
    func text(of value: Value, in field: FieldDeclaration) -> String {
        guard field.id == FrameBook.caseField, let frame = value.id.flatMap(rules.pack.frames.frame) else {
            return field.text(of: value)
        }
        return frame.name
    }
}

extension Bureau {
    /// A record as it was known at a moment; `nil` is now.
    func record(_ register: String, _ id: String, knownAt: Moment?) throws -> Record? {
        try versions(register, id, knownAt: knownAt).last
    }

    /// The versions of a record that were known at a moment, the oldest first.
    func versions(_ register: String, _ id: String, knownAt: Moment?) throws -> [Record] {
        try store.history(register, id).filter { version in knownAt.map { version.knownAt <= $0 } ?? true }
    }
}
