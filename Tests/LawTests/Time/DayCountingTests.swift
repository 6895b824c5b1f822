import Law
import Pack
import Testing

@Suite("Which 日 are working days, by the law that sets the period")
struct DayCountingTests {
    @Test(
        "the national laws count as they say",
        arguments: [
            ("CF21", 7, Length.Unit.workingDays), ("CF21", 15, .days), ("CF21", 90, .days),
            ("CF21", 2, .workingDays),
            ("QZ", 10, .workingDays), ("QZ", 11, .days), ("FY23", 10, .workingDays), ("FY23", 60, .days),
            ("XK19", 45, .workingDays),
        ])
    func nationalLaws(law: String, days: Int, unit: Length.Unit) throws {
        #expect(try NationalPack.rulePack().laws.unit(ofDays: days, under: law) == unit)
    }

    @Test("a law without such a clause leaves it to the rule")
    func silentLaw() throws {
        #expect(try NationalPack.rulePack().laws.unit(ofDays: 2, under: "ZA25") == nil)
    }

    @Test(
        "周岁 are full on the day after the birthday",
        arguments: [
            ("2010-03-05", "2024-03-05", 13), ("2010-03-05", "2024-03-06", 14),
            ("2008-02-29", "2026-02-28", 17),
            ("2008-02-29", "2026-03-01", 18), ("2008-02-29", "2024-02-29", 15),
            ("2008-02-29", "2024-03-01", 16),
            ("2026-03-05", "2026-03-05", 0), ("2026-03-05", "2020-01-01", 0),
        ])
    func fullYears(born: String, on: String, years: Int) {
        #expect(day(born).fullYears(on: day(on)) == years)
    }
}
