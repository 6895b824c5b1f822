import Foundation
import Law
import Pack
import PackFiles
import Testing

@Suite("The working-day calendar")
struct WorkCalendarTests {
    @Test(
        "It agrees with the collected notices day by day",
        .enabled(if: collected != nil, "../shared is not here"))
    func agreesWithNotices() throws {
        var kinds: [Day: Substring] = [:]
        for line in try #require(collected).split(whereSeparator: \.isNewline).dropFirst() {
            let cells = line.split(separator: ",")
            kinds[day(String(cells[0]))] = cells[1]
        }
        #expect(kinds.count > 200)
        for date in china.covers {
            let expected = kinds[date].map { $0 == "workday" } ?? (date.weekday <= 5)
            #expect(china.isWorking(date) == expected, "\(date)")
        }
        #expect(kinds.keys.allSatisfy(china.covers.contains))
    }

    @Test(
        "It says why",
        arguments: [
            ("2026-01-04", true, "2026年元旦调休上班"), ("2026-01-03", false, "2026年元旦假期"),
            ("2026-01-05", true, "工作日"),
            ("2026-02-14", true, "2026年春节调休上班"), ("2026-02-15", false, "2026年春节假期"),
            ("2026-02-23", false, "2026年春节假期"), ("2026-02-24", true, "工作日"),
            ("2026-02-28", true, "2026年春节调休上班"),
            ("2026-03-01", false, "周末"), ("2022-12-31", false, "2023年元旦假期"), ("2020-02-03", true, "工作日"),
        ])
    func reasons(date: String, works: Bool, why: String) {
        #expect(china.isWorking(day(date)) == works)
        #expect(china.reason(for: day(date)).description == why)
    }

    @Test(
        "The last of a number of working days, across make-up days and holidays",
        arguments: [
            ("2026-01-02", 1, "2026-01-04"), ("2026-01-02", 2, "2026-01-05"), ("2025-12-31", 1, "2026-01-04"),
            ("2026-02-13", 1, "2026-02-14"), ("2026-02-14", 1, "2026-02-24"), ("2026-02-14", 5, "2026-02-28"),
            ("2026-02-14", 6, "2026-03-02"), ("2026-03-06", 1, "2026-03-09"), ("2026-03-07", 1, "2026-03-09"),
            ("2026-03-07", 0, "2026-03-07"), ("2026-09-18", 2, "2026-09-21"),
        ])
    func workingDayAfter(start: String, count: Int, last: String) {
        #expect(china.workingDay(count, after: day(start)) == day(last))
    }

    @Test(
        "The first working day on or after",
        arguments: [
            ("2026-02-15", "2026-02-24"), ("2026-02-14", "2026-02-14"), ("2026-01-01", "2026-01-04"),
            ("2026-03-01", "2026-03-02"), ("2026-03-02", "2026-03-02"),
        ])
    func firstWorkingDay(date: String, first: String) {
        #expect(china.firstWorkingDay(onOrAfter: day(date)) == day(first))
    }

    @Test(
        "Distances and positions agree with walking, inside what is published and far outside",
        arguments: [
            "1959-03-01", "1969-12-25", "2018-12-20", "2019-09-20", "2022-12-20", "2026-01-20", "2026-12-20",
            "2061-05-05",
        ])
    func agreesWithWalking(start: String) {
        let first = day(start)
        var seen = 0
        for date in first.adding(days: 1)...first.adding(days: 60) {
            let works = china.isWorking(date)
            if works { seen += 1 }
            #expect(china.workingDays(after: first, through: date) == seen)
            if works { #expect(china.workingDay(seen, after: first) == date) }
            #expect(china.isWorking(china.firstWorkingDay(onOrAfter: date)))
            if !china.covers.contains(date) { #expect(works == (date.weekday <= 5)) }
        }
        #expect(seen > 30)
    }

    @Test("What no notice settles is known to be open")
    func published() {
        #expect(china.isPublished(day("2018-12-29"), through: day("2026-12-28")))
        #expect(!china.isPublished(day("2018-12-28"), through: day("2026-12-28")))
        #expect(!china.isPublished(day("2026-12-28"), through: day("2026-12-29")))
    }

    @Test(
        "A calendar that contradicts itself is refused",
        arguments: [
            ("off: [2026-01-01], work: [2026-01-05]", "“2026-01-05”无法采用：不是周末，不必列为调休上班日"),
            ("off: [2026-01-03..2026-01-04], work: [2026-01-04]", "“2026-01-04”无法采用：已在“元旦”中安排过"),
            ("off: [2027-01-01]", "“2027-01-01”无法采用：不在 covers 的期间之内"),
            (
                "off: [2026-01-03..2026-01-01]",
                "此处应为日期，或前早后晚的一段日期，如 2026-02-15..2026-02-23，却是“2026-01-03..2026-01-01”"
            ),
            ("work: [2026-01-04]", "缺少必填的键“off”"),
            ("off: [2026-01-01], why: x", "不认识的键“why”；可用的键：name、off、work"),
        ])
    func refused(notice: String, message: String) throws {
        let text = "covers: {from: 2026-01-01, until: 2026-12-28}\nnotices:\n  - {name: 元旦, \(notice)}\n"
        let node = try YAMLFile.parse(text, file: "calendar.yaml")
        let error = #expect(throws: PackError.self) { try WorkCalendar(node) }
        #expect(error?.description.hasSuffix("：" + message) == true, "\(String(describing: error))")
        #expect(error?.place.line == 3)
    }

    @Test("A calendar that ends before it begins is refused")
    func backwards() throws {
        let node = try YAMLFile.parse(
            "covers: {from: 2026-01-02, until: 2026-01-01}\nnotices: []\n", file: "c.yaml")
        let error = #expect(throws: PackError.self) { try WorkCalendar(node) }
        #expect(error?.description == "c.yaml:1:35：“2026-01-01”无法采用：早于开始日期 2026-01-02")
    }
}

private let collected = try? String(
    contentsOf: repository.appending(path: "../shared/law/holidays.csv"), encoding: .utf8)
