import Foundation
import Testing

@Suite("A deadline, and how it was counted")
struct DeadlineTests {
    private func deadline(_ arguments: String...) throws -> String {
        let program = try Program()
        defer { program.remove() }
        let process = try program.start(["deadline"] + arguments)
        process.process.waitUntilExit()
        return try String(contentsOf: process.output, encoding: .utf8)
    }

    @Test("Thirty days from 5 December end on 4 January 2026, a Sunday that is a working day")
    func makeUpSunday() throws {
        let text = try deadline("case-limit-2025", "--start", "2025-12-05T10:00")
        #expect(text.contains("2026年1月4日"))
        #expect(text.contains("调休"))
        #expect(text.contains("第一百一十八条"))
    }

    @Test("Across the spring festival of 2026 each stretch is counted, left out or rolled")
    func springFestival() throws {
        // 30 days and two extensions, less 12 days of appraisal: 5 March + 12 = 17 March.
        let text = try deadline(
            "case-limit-2025", "--start", "2025-12-05T10:00", "--extend", "--extend", "--exclude",
            "2026-02-01..2026-02-13")
        #expect(text.contains("第1次延长"))
        #expect(text.contains("第2次延长"))
        #expect(text.contains("2026年2月2日至2026年2月13日"))
        #expect(text.contains("2026年3月17日届满"))
    }

    @Test("Where the law leaves open how days are counted, both ends are shown")
    func twoReadings() throws {
        let text = try deadline("served-2-days-security", "--start", "2026-03-06T10:00")
        // Friday: two days roll from Sunday to Monday, two working days end on Tuesday.
        #expect(text.contains("2026年3月9日届满") && text.contains("从宽计算") && text.contains("2026年3月10日届满"))
    }

    @Test("A working-day limit names the days off it passes over")
    func workingDays() throws {
        let text = try deadline("registered-preservation-7-days", "--start", "2026-02-12T10:00")
        #expect(text.contains("春节"))
    }
}
