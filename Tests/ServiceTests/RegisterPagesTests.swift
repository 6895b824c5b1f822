import Law
import Ledger
import Registers
import Storage
import Testing

@testable import Service

struct RegisterPagesTests {
    private let demo: DemoPages
    private var pages: BureauPages { demo.pages }

    init() throws { demo = try DemoPages.shared.get() }

    @Test("every register opens as a table, and every row on its first page as a record")
    func tables() throws {
        let registers = try pages.registerList()
        #expect(registers.map(\.id) == demo.bureau.packs.registers.ids)
        for register in registers {
            let table = try pages.table(register: register.id, query: TableQuery())
            #expect(table.total == register.count)
            #expect(table.rows.count == min(register.count, TableQuery.screenRows))
            for row in table.rows.prefix(5) {
                #expect(row.cells.count == table.columns.count)
                let record = try pages.record(register: register.id, id: row.id)
                #expect(record.revisions.last?.values == row.cells)
                #expect(record.fields.map(\.value) == row.cells)
                #expect(record.entry != nil)
            }
        }
        #expect(registers.first { $0.id == "case" }?.count == 60)
    }

    @Test("conditions narrow a table; the tree counts what each unit would select")
    func conditions() throws {
        let security = TableQuery(filters: [
            FieldFilter(field: "category", relation: .equals, text: "security")
        ])
        let view = try pages.table(register: "case", query: security)
        #expect(view.total > 0)
        #expect(view.rows.allSatisfy { $0.cells[2] == .text("治安") })
        #expect(view.unitColumn == "unit")
        #expect(view.units.reduce(0) { $0 + $1.count } == view.total)
        for unit in view.units where unit.count > 0 {
            var query = security
            query.filters.append(FieldFilter(field: "unit", relation: .equals, text: unit.id))
            #expect(try pages.table(register: "case", query: query).total == unit.count)
        }
        #expect(view.units.first?.depth == 0)
    }

    @Test("a day as a bound of moments takes the whole of that day")
    func days() throws {
        let all = try pages.table(register: "event", query: TableQuery(sort: TableSort(field: "at")))
        guard let day = all.rows.compactMap({ $0.cells[3].words?.prefix(10) }).first else {
            Issue.record("the demo's events have times")
            return
        }
        let bounds = [FieldFilter.Relation.atLeast, .atMost].map {
            FieldFilter(field: "at", relation: $0, text: String(day))
        }
        let found = try pages.table(register: "event", query: TableQuery(filters: bounds))
        #expect(found.total > 0)
        #expect(found.rows.allSatisfy { $0.cells[3].words?.hasPrefix(day) == true })
        let same = TableQuery(filters: [FieldFilter(field: "at", relation: .equals, text: String(day))])
        #expect(try pages.table(register: "event", query: same).total == found.total)
    }

    @Test("sums are over all rows that are selected, and only of quantities")
    func sums() throws {
        let view = try pages.table(register: "event", query: TableQuery())
        let fines = try demo.bureau.store.records(of: "event", knownAt: nil).reduce(Number(0)) {
            sum, record in
            guard let register = demo.bureau.packs.registers["event"],
                case .number(let fine) = register.value("fine", of: record)
            else { return sum }
            return Number(ticks: sum.ticks + fine.ticks)
        }
        let sums = zip(view.columns, view.sums).filter { $0.1 != nil }.map { ($0.0.id, $0.1) }
        #expect(fines > Number(0))
        #expect(sums.first { $0.0 == "fine" }?.1 == fines.description)
        #expect(!sums.contains { $0.0 == "ordinal" || $0.0 == "approverLevel" })
    }

    @Test(
        "what cannot be asked is refused in words",
        arguments: [
            FieldFilter(field: "nothing", relation: .equals, text: "1"),
            FieldFilter(field: "category", relation: .equals, text: "nothing"),
            FieldFilter(field: "category", relation: .atLeast, text: "security"),
            FieldFilter(field: "actAt", relation: .atLeast, text: "yesterday"),
            FieldFilter(field: "actAt", relation: .atMost, text: "9999-12-31"),
            FieldFilter(field: "complex", relation: .equals, text: "maybe"),
            FieldFilter(field: "evidenceBesidesStatement", relation: .atLeast, text: "many"),
        ])
    func badQuestions(_ filter: FieldFilter) {
        #expect {
            try pages.table(register: "case", query: TableQuery(filters: [filter]))
        } throws: { error in
            if case .badQuestion = error as? PageFault { true } else { false }
        }
    }

    @Test("an exported sheet holds all rows that are selected")
    func sheets() throws {
        let sheet = try pages.exportSheet(register: "case", query: TableQuery(rows: 10), format: .csv)
        let lines = String(decoding: sheet.bytes, as: UTF8.self).split(whereSeparator: \.isNewline)
        #expect(lines.count == 61)
        #expect(sheet.name == "行政案件台账.csv")
        let xlsx = try pages.exportSheet(register: "case", query: TableQuery(), format: .xlsx)
        #expect(xlsx.bytes.starts(with: Array("PK".utf8)))
    }

    @Test("a receipt is given once a checkpoint covers the entry, and verifies by the ledger's key")
    func receipts() throws {
        let demo = try DemoPages()
        let pages = demo.pages
        let id = "新桥派出所（示例）"
        try demo.bureau.store.file([newStation(demo)])
        #expect(throws: PageFault.self) { try pages.receipt(register: "unit", id: id) }
        #expect(try pages.record(register: "unit", id: id).entry?.inclusion == nil)
        try demo.bureau.store.checkpoint()
        let receipt = try pages.receipt(register: "unit", id: id)
        let proof = try TlogProof(parsing: receipt.bytes).verify(by: demo.bureau.store.verifierKeys)
        #expect(proof.entry.record == id)
        let inclusion = try #require(try pages.record(register: "unit", id: id).entry?.inclusion)
        #expect(inclusion.root == proof.checkpoint.root.hex)
        let ledger = try pages.ledger()
        #expect(ledger.line.uncovered == 0)
        #expect(ledger.root == inclusion.root)
        #expect(ledger.faults.isEmpty)
        #expect(ledger.verifiedAt == "2026-11-01 09:00")
    }

    @Test("only what was known at the moment asked about is shown")
    func knowledge() throws {
        let before = try BureauPages(demo.bureau, knownAt: Moment(Day(number: 10_000)))
        #expect(try before.registerList().allSatisfy { $0.count == 0 && $0.latest == nil })
        let id = try #require(try demo.bureau.store.records(of: "case", knownAt: nil).first).id
        #expect(throws: PageFault.self) { try before.record(register: "case", id: id) }
        #expect(throws: PageFault.self) { try before.caseTimeline(id: id) }
        #expect(try before.home().redItems.isEmpty)
    }

    @Test("what is filed later is on the next page")
    func growth() throws {
        let demo = try DemoPages()
        let pages = demo.pages
        let size = try pages.frame().ledger.size
        let count = try #require(try pages.registerList().first { $0.id == "unit" }).count
        try demo.bureau.store.file([newStation(demo)])
        #expect(try pages.frame().ledger.size == size + 1)
        #expect(try pages.registerList().first { $0.id == "unit" }?.count == count + 1)
        #expect(try pages.findings(query: FindingQuery()).units.contains { $0.id == "新桥派出所（示例）" })
    }

    @Test("after corrections the pages list what pages opened anew would")
    func corrections() throws {
        let demo = try DemoPages(cases: 20)
        let before = try demo.allFindings(FindingQuery())
        let register = try demo.bureau.packs.register("event")
        let at = try #require(register.position(of: "at"))
        // Fifty steps, each a month earlier than it was: some in time become late, some late ones come right.
        let events = try demo.bureau.store.records(of: "event", knownAt: nil)
        let moved = events.enumerated().filter { $0.offset % 5 == 0 }.prefix(50).compactMap {
            _, record -> Filing? in
            guard case .moment(let moment) = record.values[at] else { return nil }
            var values = record.values
            values[at] = .moment(moment.adding(minutes: -30 * 1440))
            return Filing(
                register: "event", id: record.id, values: values, knownAt: DemoPages.asOf,
                actor: demo.bureau.actor)
        }
        try demo.bureau.store.file(moved)
        let after = try demo.allFindings(FindingQuery())
        #expect(after != before)
        let anew = try BureauPages(demo.bureau)
        #expect(try demo.pages.current().findings.map(\.judged) == anew.current().findings.map(\.judged))
        #expect(try demo.pages.current().counts == anew.current().counts)
    }

    private func newStation(_ demo: DemoPages) -> Filing {
        let name = "新桥派出所（示例）"
        return Filing(
            register: "unit", id: name,
            values: [.text(name), .text("station"), .boolean(true), .day(Day(number: 20_000)), .null],
            knownAt: DemoPages.asOf, actor: demo.bureau.actor)
    }
}

extension CellView {
    fileprivate var words: String? {
        if case .text(let text) = self { text } else { nil }
    }
}
