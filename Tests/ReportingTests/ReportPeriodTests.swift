import Law
import Reporting
import Testing

@Suite("Report periods")
struct ReportPeriodTests {
    @Test(
        "four forms",
        arguments: [
            ("2025", "2025-01-01", "2025-12-31", "2025年"),
            ("2025-Q1", "2025-01-01", "2025-03-31", "2025年第一季度"),
            ("2025-Q4", "2025-10-01", "2025-12-31", "2025年第四季度"),
            ("2024-02", "2024-02-01", "2024-02-29", "2024年2月"),
            ("2025-12", "2025-12-01", "2025-12-31", "2025年12月"),
            ("2025-01-01..2025-06-30", "2025-01-01", "2025-06-30", "2025年1月1日至2025年6月30日"),
        ])
    func forms(name: String, from: String, until: String, chinese: String) throws {
        let period = try #require(ReportPeriod(name))
        #expect(period.from.description == from)
        #expect(period.until.description == until)
        #expect(period.chinese == chinese)
    }

    @Test(
        "anything else is refused",
        arguments: [
            "", "25", "2025-13", "2025-Q5", "2025-Q", "2025年", "20251", "2025-1", "2025-06-30..2025-01-01",
            "2025-02-30..2025-03-01", "２０２５",
        ])
    func refused(name: String) { #expect(ReportPeriod(name) == nil) }
}
