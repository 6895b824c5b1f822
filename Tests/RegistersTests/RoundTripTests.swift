import Documents
import Foundation
import Law
import Registers
import Testing

@Suite("What is exported and imported again is the same")
struct RoundTripTests {
    @Test("every register, generated values, as XLSX, CSV and NDJSON", arguments: 0..<6)
    func everyRegister(seed: Int) throws {
        let registers = try PackRegisters.load()
        for register in registers.registers {
            var maker = RecordMaker(seed: UInt64(seed))
            let records = (0..<8).map { maker.record($0, of: register) }
            for format in ["xlsx", "csv", "ndjson"] {
                let path = NSTemporaryDirectory() + UUID().uuidString + "." + format
                defer { try? FileManager.default.removeItem(atPath: path) }
                let export = RegisterExport(register, showsPrivate: true)
                if format == "ndjson" {
                    let text = try records.map { try export.line($0) + "\n" }.joined()
                    try text.write(toFile: path, atomically: true, encoding: .utf8)
                } else {
                    try export.table.write(records.map(export.row), to: path)
                }
                let importer = RegisterImport(register, of: registers, knownAt: OfficeSheet.knownAt) {
                    .record(id: $1)
                }
                let plan = try importer.plan(RegisterFile.open(.file(path: path), named: path))
                #expect(plan.records == records, "\(register.id) as \(format), seed \(seed)")
                #expect(plan.refused == [] && plan.ignored.isEmpty && plan.notices == [])
            }
        }
    }
}

@Suite("Refusal sheets of hostile files")
struct HostileRefusalTests {
    @Test(
        "a heading and a cell that begin like formulas stay text, and an overlong line is cut",
        arguments: ["xlsx", "csv"])
    func disarmed(format: String) throws {
        let problem = RefusedRow.Problem(column: 0, heading: "=HYPERLINK(1)", field: nil, fault: .notDate)
        let long = String(repeating: "长", count: 40_000)
        let refused = RefusedRow(row: 2, cells: ["=cmd", long], problems: [problem])
        let register = try #require(try PackRegisters.load()["unit"])
        let sheet = RefusalSheet([refused], headings: ["=HYPERLINK(1)", "线"], register: register)
        let path = NSTemporaryDirectory() + UUID().uuidString + "." + format
        defer { try? FileManager.default.removeItem(atPath: path) }
        try sheet.write(to: path)
        var texts: [[String?]] = []
        let source = try SheetBytes.file(path: path).open()
        try source.rows {
            texts.append($0.cells.map { $0?.text })
            return true
        }
        #expect(texts[0] == ["原行号", "=HYPERLINK(1)", "原因：=HYPERLINK(1)", "线"])
        #expect(texts[1][1] == "=cmd" && texts[1][3]?.hasSuffix("……（以下略）") == true && source.notices == [])
        if format == "csv" {
            let text = try String(contentsOf: URL(filePath: path), encoding: .utf8)
            #expect(text.contains(",'=HYPERLINK(1),") && text.contains(",'=cmd,"))
        }
    }
}

/// Records with values of every type, the awkward ones on purpose.
struct RecordMaker {
    private var state: UInt64

    init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1 }

    private static let texts = [
        "合计", "=1+1", "-5", "@a", "'x", "'=x", "＝2", "a,b", "说\"好\"", "第一行\n第二行", "0012", "2026", "是", "ＡＢ１２",
        "_x0041_", "填表人：甲",
        "甲、乙；丙", "注", "序号", "46026", "1E5", "𠮷", "（括号）", "清公法〔2025〕1号", "a  b",
    ]

    mutating func record(_ number: Int, of register: RegisterDeclaration) -> Record {
        Record(
            register: register.id, id: number == 0 ? "合计" : "R-\(number)", knownAt: OfficeSheet.knownAt,
            values: register.fields.map { value(of: $0) })
    }

    private mutating func value(of field: FieldDeclaration) -> Value {
        if !field.isRequired, below(3) == 0 { return .null }
        guard field.isList else { return single(field.type) }
        return .list((0...below(3)).map { _ in single(field.type) })
    }

    private mutating func single(_ type: FieldType) -> Value {
        switch type {
        case .text: .text(Self.texts[below(Self.texts.count)])
        case .integer: .number(Number(below(2_000_000) - 1000))
        case .decimal: .number(Number(ticks: Int64(below(9_000_000_000)) - 1_000_000))
        case .date: .day(Day(number: Int32(below(47_000))))
        case .datetime: .moment(Moment(minutes: Int32(below(47_000 * 1440))))
        case .boolean: .boolean(below(2) == 0)
        case .code(let codes): .text(codes[below(codes.count)].id)
        case .reference: .text("号/\(below(50))")
        }
    }

    /// SplitMix64.
    private mutating func below(_ bound: Int) -> Int {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return Int((z ^ (z >> 31)) % UInt64(bound))
    }
}
