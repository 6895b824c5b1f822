import Documents
import Law
import Registers
import Testing

@Suite("Cells read into values")
struct ReadingTests {
    private func read(
        _ cell: SheetCell, _ type: FieldType, unit: String? = nil, from1904: Bool = false
    ) throws -> Value {
        let field = FieldDeclaration(id: "f", label: "某", type: type, unit: unit)
        return try FieldReader(field, of: RegisterSet(registers: []), countsFrom1904: from1904) { _, _ in
            .none
        }.value(of: cell)
    }

    private func fault(_ cell: SheetCell, _ type: FieldType, unit: String? = nil) -> ValueFault? {
        #expect(throws: ValueFault.self, "\(cell.text)") { try read(cell, type, unit: unit) }
    }

    @Test(
        "one day in all its spellings",
        arguments: [
            "2026-01-04", "2026-1-4", "2026.1.4", "2026/1/4", "2026年1月4日", "2026 年 1 月 4 日", "２０２６年１月４日",
            "20260104",
            "2026年1月4号", "2026年1月4日（星期日）", "2026.01.04 08:30", " 2026-01-04\u{3000}", "2026年1月4日8时30分",
        ])
    func days(text: String) throws {
        #expect(try read(SheetCell(text), .date) == .day(try #require(Day("2026-01-04"))))
    }

    @Test(
        "what leaves the day open is refused",
        arguments: [
            ("2026年1月", ValueFault.incompleteDate), ("1月4日", .incompleteDate), ("2026-01", .incompleteDate),
            ("26.1.4", .notDate),
            ("2026-02-30", .notDate), ("2026.1.4-1.6", .notDate), ("去年底", .notDate),
            ("2026-1-4 25:00", .notDate),
            ("1026-01-04", .implausibleYear(1026)), ("2026-1-4 8:30 9:30", .notDate), ("202601040", .notDate),
        ])
    func badDays(text: String, wanted: ValueFault) {
        #expect(fault(SheetCell(text), .date) == wanted)
    }

    @Test("serial numbers count from 1900, or from 1904 where the workbook says so")
    func serials() throws {
        let day = Value.day(try #require(Day("2026-01-04")))
        #expect(try read(SheetCell("46026", kind: .date), .date) == day)
        #expect(try read(SheetCell("46026", kind: .number), .date) == day)
        #expect(try read(SheetCell("20260104", kind: .number), .date) == day)
        #expect(try read(SheetCell("44564", kind: .date), .date, from1904: true) == day)
        #expect(fault(SheetCell("2026", kind: .number), .date) == .incompleteDate)
        #expect(fault(SheetCell("3", kind: .number), .date) == .notDate)
        #expect(fault(SheetCell("1", kind: .boolean), .date) == .notDate)
    }

    @Test("a time of day is read, to the minute, and never invented")
    func moments() throws {
        let moment = Value.moment(try #require(Moment("2026-01-04T15:30")))
        for text in [
            "2026-01-04 15:30", "2026-01-04T15:30:59", "2026年1月4日15时30分", "2026年1月4日下午3时30分",
            "2026.1.4 15：30",
        ] {
            #expect(try read(SheetCell(text), .datetime) == moment, "\(text)")
        }
        #expect(try read(SheetCell("46026.645833333336", kind: .datetime), .datetime) == moment)
        #expect(try read(SheetCell("46026.645833333336", kind: .number), .datetime) == moment)
        #expect(
            try read(SheetCell("46026", kind: .datetime), .datetime)
                == .moment(try #require(Moment("2026-01-04T00:00"))))
        #expect(fault(SheetCell("46026", kind: .date), .datetime) == .noTimeOfDay)
        #expect(fault(SheetCell("2026-01-04"), .datetime) == .noTimeOfDay)
    }

    @Test("every minute of a day survives its serial number")
    func minutes() throws {
        for minute in 0..<1440 {
            let serial = 46026 + Double(minute) / 1440
            let read = try read(SheetCell("\(serial)", kind: .datetime), .datetime)
            #expect(read == .moment(Moment(Day(number: 20457), hour: minute / 60, minute: minute % 60)))
        }
    }

    @Test(
        "numbers",
        arguments: [
            ("30", 30), ("３０", 30), ("1,200", 1200), ("30场", 30), (" 30 场 ", 30), ("-2", -2), ("007", 7),
        ])
    func numbers(text: String, wanted: Int) throws {
        #expect(try read(SheetCell(text), .integer, unit: "场") == .number(Number(wanted)))
    }

    @Test(
        "estimates and other non-numbers are refused",
        arguments: [
            ("30余", ValueFault.imprecise), ("约50", .imprecise), ("多场", .imprecise), ("近百", .imprecise),
            ("100以上", .imprecise),
            ("三十", .notNumber), ("1,2", .notNumber), ("12.5", .notWhole), ("30人", .notNumber),
            ("1.23456", .tooManyPlaces), ("-", .notNumber),
        ])
    func badNumbers(text: String, wanted: ValueFault) {
        #expect(fault(SheetCell(text), .integer, unit: "场") == wanted)
    }

    @Test("binary fractions become the decimal that was meant; lost digits are noticed")
    func storedNumbers() throws {
        #expect(
            try read(SheetCell("0.30000000000000004", kind: .number), .decimal)
                == .number(try #require(Number("0.3"))))
        #expect(try read(SheetCell("1.2E3", kind: .number), .integer) == .number(Number(1200)))
        #expect(fault(SheetCell("0.123456", kind: .number), .decimal) == .tooManyPlaces)
        #expect(fault(SheetCell("3.4011119900101E+17", kind: .number), .text) == .digitsLost)
        #expect(fault(SheetCell("1E+17", kind: .number), .decimal) == .digitsLost)
        #expect(fault(SheetCell("#REF!", kind: .error), .decimal) == .errorCell("#REF!"))
        #expect(fault(SheetCell("46026", kind: .date), .text) == .dateInTextColumn)
    }

    @Test("yes, no, and neither")
    func booleans() throws {
        for text in ["是", "√", "有", "Y", "1"] {
            #expect(try read(SheetCell(text), .boolean) == .boolean(true))
        }
        for text in ["否", "×", "无", "Ｎ", "0"] {
            #expect(try read(SheetCell(text), .boolean) == .boolean(false))
        }
        #expect(try read(SheetCell(" "), .boolean) == .null, "an empty cell is not no")
        #expect(fault(SheetCell("未知"), .boolean) == .notYesOrNo)
    }

    @Test("a code by its label, its id, or its label with other punctuation")
    func codes() throws {
        let type = FieldType.code([.init(id: "a-b", label: "甲（乙）"), .init(id: "c", label: "丙")])
        for text in ["甲（乙）", "甲(乙)", "甲乙", "a-b"] { #expect(try read(SheetCell(text), type) == .text("a-b")) }
        #expect(fault(SheetCell("丁"), type) == .notInList(allowed: ["甲（乙）", "丙"]))
    }

    @Test("lists are parted by any of the marks offices use")
    func lists() throws {
        let field = FieldDeclaration(id: "f", label: "某", type: .text, isList: true, isRequired: true)
        let reader = FieldReader(field, of: RegisterSet(registers: [])) { _, _ in .none }
        #expect(
            try reader.value(of: SheetCell("甲、乙，丙,丁；戊;己\n庚、")) == .list("甲乙丙丁戊己庚".map { .text(String($0)) }))
        #expect(throws: ValueFault.missing) { try reader.value(of: SheetCell("、")) }
        #expect(throws: ValueFault.missing) { try reader.value(of: nil) }
    }
}
