import Law
import Testing

@Suite("Decimal: 34 digits, rounded half to even, as DMN has numbers")
struct DecimalTests {
    private func number(_ text: String) throws -> Decimal { try #require(Decimal(text), "\(text)") }

    private let nines = String(repeating: "9", count: 34)
    private let thousand = "1" + String(repeating: "0", count: 33)

    @Test(
        "Read and written",
        arguments: [
            ("125.4321987654", "125.4321987654"), ("-.872", "-0.872"), ("0.00001", "0.00001"),
            ("1.50", "1.5"),
            ("007", "7"), ("-0", "0"), ("1e3", "1000"), ("1.2E-3", "0.0012"), ("1e100", "1E+100"),
            ("-12e-70", "-1.2E-69"), ("0e9999", "0"), ("1e-6176", "1E-6176"), ("1e-6177", "0"),
        ])
    func text(written: String, shown: String) throws {
        #expect(try number(written).description == shown)
    }

    @Test(
        "What is no number, or too long or great for one",
        arguments: [
            "", ".", "-", "1.", "1..2", "1,5", "１", "1e", "e3", "1e6145", "--1", "1 ",
            "12345678901234567890123456789012345",
        ])
    func refused(text: String) { #expect(Decimal(text) == nil) }

    @Test("Equal numbers are one value")
    func equal() throws {
        #expect(try number("1.0") == number("1"))
        #expect(Set([try number("100"), try number("1e2"), Decimal(100)]).count == 1)
        #expect(Value(try number("2.5")) == .number(Number(ticks: 25_000)))
        #expect(Value(try number("0.00001")).decimal == (try number("1e-5")))
    }

    @Test("One third, two thirds and what lies at a half")
    func rounding() throws {
        let three = Decimal(3)
        #expect(Decimal(1).divided(by: three)?.description == "0." + String(repeating: "3", count: 34))
        #expect(Decimal(2).divided(by: three)?.description == "0." + String(repeating: "6", count: 33) + "7")
        #expect(try number(nines).plus(Decimal(1))?.description == "1" + String(repeating: "0", count: 34))
        // Just below a power of ten the half lies at an odd digit, just above at an even one.
        #expect(try number(nines).plus(number("0.5")) == number("1e34"))
        #expect(try number(thousand).plus(number("0.5")) == number(thousand))
        #expect(try number(thousand).plus(number("0.51"))?.minus(number(thousand)) == Decimal(1))
        #expect(try number(thousand).plus(number("1.5"))?.minus(number(thousand)) == Decimal(2))
    }

    @Test("A number beyond the digits of another only tells to which side a half goes")
    func farApart() throws {
        #expect(try number("1e100").plus(Decimal(1)) == number("1e100"))
        #expect(try number("1e100").minus(number("1e20")) == number("1e100"))
        #expect(try Decimal(1).minus(number("1e-34")) == number("0." + nines))
        let half = try number(thousand).plus(number("0.5e-1"))
        #expect(try half == number(thousand))
        #expect(try number("1e-6000").plus(number("5e33")) == number("5e33"))
        #expect(try number("5e33").minus(number("1e-6000")) == number("5e33"))
    }

    @Test("At the ends: too great is nothing, too small is rounded to the last place there is")
    func ends() throws {
        #expect(try number("9e6144").times(Decimal(10)) == nil)
        #expect(try number("9e6144").plus(number("9e6144")) == nil)
        #expect(try number("5e-6176").divided(by: Decimal(2)) == number("2e-6176"))
        #expect(try number("7e-6176").divided(by: Decimal(2)) == number("4e-6176"))
        #expect(try number("1e-6176").times(number("1e-6176")) == .zero)
        #expect(Decimal(1).divided(by: .zero) == nil)
    }

    @Test(
        "Powers",
        arguments: [
            ("10", "-5", "0.00001"), ("-2", "3", "-8"), ("7", "0", "1"), ("0", "0", "1"),
            ("1.5", "2", "2.25"),
        ])
    func powers(base: String, exponent: String, result: String) throws {
        #expect(try number(base).raised(to: number(exponent)) == number(result))
    }

    @Test("Powers without a meaning, or too great")
    func noPowers() throws {
        #expect(try Decimal(4).raised(to: number("0.5")) == nil)
        #expect(Decimal(2).raised(to: Decimal(1_000_000_000)) == nil)
        #expect(Decimal(10).raised(to: Decimal(6145)) == nil)
        #expect(Decimal(0).raised(to: Decimal(-1)) == nil)
    }

    @Test("What a field could hold is a Number, one digit more is not")
    func fields() throws {
        #expect(try number("99999999999999.9999").number == Number("99999999999999.9999"))
        #expect(try number("100000000000000").number == nil)
        #expect(try number("0.00005").number == nil)
        #expect(try number("-0.0005").number == Number(ticks: -5))
    }
}
