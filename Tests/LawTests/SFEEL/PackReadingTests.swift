import Law
import Pack
import Testing

@Suite("Days, lengths and conditions in a pack")
struct PackReadingTests {
    private func node(_ text: String) -> PackNode {
        PackNode(.scalar(text), at: PackPlace(file: "rules/x.yaml", line: 12, column: 7))
    }

    @Test("Each is refused at its place, with what it should be")
    func refused() {
        func message(_ read: () throws(PackError) -> Void) -> String {
            do { try read() } catch { return error.description }
            return "accepted"
        }
        #expect(
            message { () throws(PackError) in _ = try node("2026-02-30").day }
                == "rules/x.yaml:12:7：此处应为日期，如 2026-01-04，却是“2026-02-30”")
        #expect(
            message { () throws(PackError) in _ = try node("2026-02-03").moment }
                == "rules/x.yaml:12:7：此处应为时间，如 2026-01-04T10:30，却是“2026-02-03”")
        #expect(
            message { () throws(PackError) in _ = try node("30 日").length }
                == "rules/x.yaml:12:7：此处应为期间，如 8 hours、30 minutes、30 days、7 working days、6 months"
                + "（1 day 用单数，至多9999），却是“30 日”")
        #expect(
            message { () throws(PackError) in _ = try node("a = ").expression }
                == "rules/x.yaml:12:7：“a = ”无法采用：第5个字处，此处应为值、名称或括号，却是结尾")
    }

    @Test("Each is read")
    func read() throws {
        #expect(try node("2026-02-03").day == day("2026-02-03"))
        #expect(try node("2026-02-03").days == day("2026-02-03")...day("2026-02-03"))
        #expect(try node("2026-02-03..2026-02-05").days == day("2026-02-03")...day("2026-02-05"))
        #expect(try node("2026-02-03T08:00").moment == moment("2026-02-03T08:00"))
        #expect(try node("7 working days").length == Length(7, .workingDays))
        #expect(try node("a = 1").expression == Expression.parse("a=1"))
    }

    @Test("The examples of the format's page are conditions")
    func page() throws {
        let page = try repositoryFile("Docs/formats/s-feel.md")
        let block = page.split(separator: "```", omittingEmptySubsequences: false)[1]
        let examples = block.split(separator: "\n").map(String.init)
        #expect(examples.count == 5)
        for example in examples { #expect(throws: Never.self) { try Expression.parse(example) } }
    }
}
