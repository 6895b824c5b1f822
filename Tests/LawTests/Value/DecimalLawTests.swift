import Law
import Testing

/// The same arithmetic, digit by digit as on paper.
private enum Paper {
    static func product(_ a: [Int], _ b: [Int]) -> [Int] {
        var cells = [Int](repeating: 0, count: a.count + b.count)
        for (i, x) in a.reversed().enumerated() {
            for (j, y) in b.reversed().enumerated() { cells[i + j] += x * y }
        }
        for place in cells.indices.dropLast() {
            cells[place + 1] += cells[place] / 10
            cells[place] %= 10
        }
        return Array(cells.reversed())
    }

    /// The first `count` digits of a quotient from its first digit that is not zero, rounded half to even, and the
    /// power of ten of the last.
    static func quotient(_ a: Int, _ b: Int, digits count: Int) -> (digits: [Int], power: Int) {
        var (rest, digits, power) = (a % b, String(a / b).compactMap(\.wholeNumberValue), 0)
        if digits == [0] { digits = [] }
        while digits.count < count {
            rest *= 10
            power -= 1
            if !digits.isEmpty || rest / b > 0 { digits.append(rest / b) }
            rest %= b
        }
        if 2 * rest > b || (2 * rest == b && digits[digits.count - 1] % 2 == 1) {
            digits = sum(digits, one: digits.count - 1)
        }
        return (digits, power)
    }

    private static func sum(_ digits: [Int], one place: Int) -> [Int] {
        var digits = digits
        guard place >= 0 else { return [1] + digits }
        digits[place] += 1
        guard digits[place] == 10 else { return digits }
        digits[place] = 0
        return sum(digits, one: place - 1)
    }
}

@Suite("Decimal: laws, from seeds")
struct DecimalLawTests {
    private func digits(_ count: Int, _ random: inout SplitMix64) -> [Int] {
        (0..<count).map {
            $0 == 0 ? Int.random(in: 1...9, using: &random) : Int.random(in: 0...9, using: &random)
        }
    }

    private func text(_ digits: [Int]) -> String { digits.map(String.init).joined() }

    private func any(_ random: inout SplitMix64) throws -> Decimal {
        let written = text(digits(Int.random(in: 1...34, using: &random), &random))
        let power = Int.random(in: -40...40, using: &random)
        let sign = Bool.random(using: &random) ? "-" : ""
        return try #require(Decimal("\(sign)\(written)e\(power)"))
    }

    @Test("Products of 17 digits are what paper says", arguments: 0..<200)
    func products(seed: Int) throws {
        var random = SplitMix64(seed: seed)
        let (a, b) = (digits(Int.random(in: 1...17, using: &random), &random), digits(17, &random))
        let (x, y) = (try #require(Decimal(text(a))), try #require(Decimal(text(b))))
        #expect(x.times(y) == Decimal(text(Paper.product(a, b))))
    }

    @Test("Quotients are what paper says, to the last of 34 digits", arguments: 0..<200)
    func quotients(seed: Int) throws {
        var random = SplitMix64(seed: seed)
        let a = Int.random(in: 1...999_999_999, using: &random)
        let b = Int.random(in: 1...999_999, using: &random)
        let paper = Paper.quotient(a, b, digits: 34)
        #expect(Decimal(a).divided(by: Decimal(b)) == Decimal("\(text(paper.digits))e\(paper.power)"))
    }

    @Test("Order does not matter to a sum or product; a number less itself is nothing", arguments: 0..<200)
    func commutes(seed: Int) throws {
        var random = SplitMix64(seed: seed)
        let (a, b) = (try any(&random), try any(&random))
        #expect(a.plus(b) == b.plus(a))
        #expect(a.times(b) == b.times(a))
        #expect(a.minus(a) == .zero)
        #expect(a.minus(b) == b.minus(a)?.negated)
        #expect(a.divided(by: a) == Decimal(1))
        #expect(Decimal(a.description) == a)
    }

    @Test("Sums that fit are exact, and order follows the difference", arguments: 0..<200)
    func sums(seed: Int) throws {
        var random = SplitMix64(seed: seed)
        let range = -1_000_000_000_000_000_000...1_000_000_000_000_000_000
        let (a, b) = (Int.random(in: range, using: &random), Int.random(in: range, using: &random))
        #expect(Decimal(a).plus(Decimal(b)) == Decimal(a + b))
        #expect((Decimal(a) < Decimal(b)) == (a < b))
        let (x, y) = (try any(&random), try any(&random))
        let difference = try #require(x.minus(y))
        #expect((x < y) == (difference < .zero))
    }

    @Test("Rounding moves a sum by no more than half of its last place", arguments: 0..<200)
    func rounding(seed: Int) throws {
        var random = SplitMix64(seed: seed)
        let (a, b) = (try any(&random), try any(&random))
        let sum = try #require(a.plus(b))
        // What the sum has lost is found by taking it apart again; it is small beside both.
        let lost = try #require(sum.minus(a)?.minus(b))
        let part = try #require(Decimal("1e-33"))
        let most = try #require(max(a, a.negated).plus(max(b, b.negated))?.times(part))
        #expect(max(lost, lost.negated) <= most)
    }
}
