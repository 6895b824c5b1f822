import Law
import Pack
import PackFiles
import Registers
import Testing

@Suite("Retention classes")
struct RetentionTests {
    private static func read(_ keep: String) throws -> RetentionClass? {
        let text = "classes:\n  - {code: years-10, name: 某, keep: \(keep), basis: 某表}\n"
        return try RetentionClasses([YAMLFile.parse(text, file: "r.yaml")])["years-10"]
    }

    @Test(
        "The time runs from 1 January after the year it happened in",
        arguments: [
            ("10 years", "2016-03-02", "2027-01-01"), ("10 years", "2016-12-31", "2027-01-01"),
            ("1 year", "2024-02-29", "2026-01-01"), ("6 months", "2025-01-01", "2026-07-01"),
            ("1 month", "2025-01-01", "2026-02-01"),
        ])
    func expiry(keep: String, happened: String, expiry: String) throws {
        let kept = try #require(try Self.read(keep))
        #expect(try kept.expiry(of: #require(Day(happened))) == Day(expiry))
    }

    @Test("What is permanent never expires")
    func permanent() throws {
        let kept = try #require(try Self.read("permanent"))
        #expect(try kept.expiry(of: #require(Day("1949-10-01"))) == nil)
    }

    @Test(
        "Other spellings are refused with their place",
        arguments: ["10 year", "1 years", "10", "0 years", "ten years", "forever"])
    func refused(keep: String) {
        let error = #expect(throws: PackError.self) { try Self.read(keep) }
        #expect(error?.description.hasPrefix("r.yaml:2:37：“\(keep)”无法采用") == true)
    }

    @Test("Two classes of one code, and a register whose class is not there, are errors")
    func codes() throws {
        let line = "  - {code: a, name: 某, keep: 1 year, basis: 某表}\n"
        let twice = try YAMLFile.parse("classes:\n" + line + line, file: "r.yaml")
        #expect(throws: PackError.self) { try RetentionClasses([twice]) }
        let classes = try RetentionClasses([YAMLFile.parse("classes:\n" + line, file: "r.yaml")])
        let register = { (code: String) in
            try YAMLFile.parse(HiddenDeclarationTests.text + "\nretention: \(code)\n", file: "a.yaml")
        }
        try classes.check([register("a")])
        let error = #expect(throws: PackError.self) { try classes.check([register("b")]) }
        #expect(error?.description.hasPrefix("a.yaml:12:12：引用的保管期限类别“b”不存在") == true)
    }
}
