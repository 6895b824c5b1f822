import Documents
import Foundation
import Law
import Registers
import Storage
import Supervision

extension BureauPages {
    package func registerList() throws -> [RegisterLine] { try current().registers }

    package func table(register id: String, query: TableQuery) throws -> TableView {
        let state = try current()
        let register = try declaration(id)
        let question = try TableQuestion(register: register, knownAt: knownAt).query(query)
        let records = try bureau.store.page(question)
        let labels = RecordLabels(bureau, knownAt: knownAt)
        let standings = standings(of: Set(records.map(\.id)), in: id, state)
        let totals = try totals(of: register, over: question)
        let units = try units(of: register, query, state)
        return TableView(
            register: try line(of: register, state),
            columns: register.fields.map { $0.column(isOpen: register.isOpen($0)) },
            rows: try records.map { record in
                RowView(
                    id: record.id, standing: standings[record.id],
                    cells: try labels.cells(of: record, in: register))
            },
            total: totals.count, sums: totals.sums, units: units, unitColumn: register.unitField?.id)
    }

    package func exportSheet(register id: String, query: TableQuery, format: SheetFormat) throws -> Download {
        let register = try declaration(id)
        var question = try TableQuestion(register: register, knownAt: knownAt).query(query)
        (question.offset, question.limit) = (0, Int.max)
        var records = try bureau.store.page(question)
        if register.sealing != nil { records = try records.map(bureau.store.revealed) }
        let export = RegisterExport(register)
        let file = FileManager.default.temporaryDirectory
            .appendingPathComponent("zhunsheng-\(UUID().uuidString).\(format.rawValue)")
        defer { try? FileManager.default.removeItem(at: file) }
        try export.table.write(records.lazy.map(export.row), to: file.path)
        return Download(
            name: "\(register.name).\(format.rawValue)", mediaType: format.mediaType,
            bytes: Array(try Data(contentsOf: file)))
    }

    func declaration(_ id: String) throws -> RegisterDeclaration {
        guard let register = bureau.packs.registers[id] else { throw PageFault.notFound("没有台账 \(id)") }
        return register
    }

    func line(of register: RegisterDeclaration, _ state: PageState) throws -> RegisterLine {
        guard let line = state.register(register.id) else { throw PageFault.notFound("没有台账 \(register.id)") }
        return line
    }

    /// The worst standing of each record that some rule judges.
    private func standings(of records: Set<String>, in register: String, _ state: PageState) -> [String:
        Standing]
    {
        guard bureau.packs.rules.rules.contains(where: { $0.subject.register == register }) else {
            return [:]
        }
        let judged = state.tables.judge(records, of: register, asOf: state.times.asOf)
        return Dictionary(grouping: judged, by: \.record).compactMapValues {
            Standing.worst($0.compactMap { Standing($0) })
        }
    }

    private func units(
        of register: RegisterDeclaration, _ query: TableQuery, _ state: PageState
    ) throws -> [UnitNode] {
        guard let column = register.unitField else { return [] }
        let question = try TableQuestion(register: register, knownAt: knownAt)
            .query(query, leavingOut: column.id)
        return state.tree(try totals(of: register, over: question).units)
    }

    /// Added up once for each state of the ledger: over a million records it takes longer than the page itself.
    private func totals(of register: RegisterDeclaration, over question: RecordQuery) throws -> TableTotals {
        var question = question
        (question.sort, question.offset, question.limit) = ([], 0, 0)
        if let totals = try onShelf({ $0.totals[question] }) { return totals }
        let column = register.unitField
        let totals = TableTotals(
            count: try bureau.store.count(over: question),
            sums: try register.fields.map { field in
                guard field.isQuantity else { return nil }
                return try bureau.store.sum(of: field.id, over: question).description
            },
            units: try column.map { try bureau.store.counts(by: $0.id, over: question) } ?? [:])
        return try onShelf { shelf in
            if shelf.totals.count >= PageLimits.heldTotals { shelf.totals = [:] }
            shelf.totals[question] = totals
            return totals
        }
    }
}

/// What is added up over all records of a query.
struct TableTotals: Sendable {
    let count: Int
    /// In the order of the fields.
    let sums: [String?]
    /// Records of each unit.
    let units: [String: Int]
}

extension FieldDeclaration {
    /// Only what has a unit is a quantity; numbers without one count places, levels and years.
    fileprivate var isQuantity: Bool {
        unit != nil && !isList && (type == .integer || type == .decimal)
    }
}

extension FieldDeclaration {
    func column(isOpen: Bool) -> ColumnView {
        let kind: ColumnView.Kind =
            switch type {
            case .text: .text
            case .integer, .decimal: .number
            case .date: .date
            case .datetime: .moment
            case .boolean: .boolean
            case .code(let codes): .code(codes.map { ChoiceView(id: $0.id, label: $0.label) })
            case .reference(let register): .reference(register: register)
            }
        return ColumnView(id: id, label: label, kind: isOpen ? kind : .hidden, unit: unit)
    }
}

extension SheetFormat {
    fileprivate var mediaType: String {
        switch self {
        case .xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        case .csv: "text/csv; charset=utf-8"
        }
    }
}
