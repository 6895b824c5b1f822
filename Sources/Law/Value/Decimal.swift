/// A decimal number as DMN computes: IEEE 754-2008 decimal128, 34 digits, rounded half to even.
///
/// Without infinities, NaN and the two zeros: FEEL has none, what would be one is `nil`, and FEEL's null. Equal numbers
/// are one value: 1.0 and 1 do not differ.
///
/// Source: DMN 1.5, 10.3.2.3.1.
package struct Decimal: Hashable, Sendable {
    /// Below 10 to the 34th; no zero at its end, unless it is zero.
    let coefficient: UInt128
    let exponent: Int
    let isNegative: Bool

    /// Significant digits.
    package static let precision = 34
    /// The least exponent of the last digit and the greatest of the first, of decimal128.
    static let exponents = (least: -6176, most: 6144)

    package static let zero = Decimal(coefficient: 0, exponent: 0, isNegative: false)

    private init(coefficient: UInt128, exponent: Int, isNegative: Bool) {
        self.coefficient = coefficient
        self.exponent = exponent
        self.isNegative = isNegative
    }

    package init(_ whole: Int) {
        self =
            Self.rounded(WideInteger(UInt128(whole.magnitude)), exponent: 0, isNegative: whole < 0) ?? .zero
    }

    package init(_ number: Number) {
        let digits = WideInteger(UInt128(number.ticks.magnitude))
        self = Self.rounded(digits, exponent: -4, isNegative: number.ticks < 0) ?? .zero
    }

    /// Rounds a number of any length to what decimal128 holds.
    ///
    /// - Parameters:
    ///   - isMore: Whether the true value is a little greater in size than the digits say.
    ///   - precision: How many digits are kept; up to 38 while a power is being made.
    /// - Returns: `nil` when it is too great.
    static func rounded(
        _ digits: WideInteger, exponent: Int, isNegative: Bool, isMore: Bool = false,
        precision: Int = precision
    ) -> Decimal? {
        let surplus = max(digits.digits - precision, exponents.least - exponent, 0)
        guard surplus <= 2 * WideInteger.mostPower else { return .zero }
        var (digits, isMore) = (digits, isMore)
        if surplus > WideInteger.mostPower {
            let (quotient, remainder) = digits.divided(by: WideInteger.powers[WideInteger.mostPower])
            (digits, isMore) = (quotient, isMore || remainder > 0)
        }
        let divisor = WideInteger.powers[
            surplus > WideInteger.mostPower ? surplus - WideInteger.mostPower : surplus]
        let (quotient, remainder) = digits.divided(by: divisor)
        let missing = divisor - remainder
        let isHalf = divisor > 1 && remainder == missing
        let goesUp =
            divisor > 1 && (remainder > missing || (isHalf && (isMore || quotient.low % 2 == 1)))
        return normal(quotient.low + (goesUp ? 1 : 0), exponent: exponent + surplus, isNegative: isNegative)
    }

    private static func normal(_ coefficient: UInt128, exponent: Int, isNegative: Bool) -> Decimal? {
        guard coefficient > 0 else { return .zero }
        var (coefficient, exponent) = (coefficient, exponent)
        while coefficient % 10 == 0 { (coefficient, exponent) = (coefficient / 10, exponent + 1) }
        guard exponent + WideInteger(coefficient).digits - 1 <= exponents.most else { return nil }
        return Decimal(coefficient: coefficient, exponent: exponent, isNegative: isNegative)
    }

    package var negated: Decimal {
        coefficient == 0
            ? self : Decimal(coefficient: coefficient, exponent: exponent, isNegative: !isNegative)
    }

    /// How many digits the coefficient has.
    var digits: Int { WideInteger(coefficient).digits }

    /// The number as a field could hold it: at most 14 digits before and 4 after the point.
    package var number: Number? {
        guard exponent >= -4, digits + exponent <= 14 else { return nil }
        let ticks = Int64(coefficient * WideInteger.powers[exponent + 4])
        return Number(ticks: isNegative ? -ticks : ticks)
    }

    /// The whole part, without what stands after the point; `nil` when it has more than 18 digits.
    var truncated: Int? {
        guard exponent < 0 else { return whole }
        guard -exponent < digits else { return 0 }
        let kept = coefficient / WideInteger.powers[-exponent]
        guard kept < WideInteger.powers[18] else { return nil }
        return isNegative ? -Int(kept) : Int(kept)
    }

    /// The whole number, when it is one of at most 18 digits.
    package var whole: Int? {
        guard exponent >= 0, digits + exponent <= 18 else { return nil }
        let whole = Int(coefficient * WideInteger.powers[exponent])
        return isNegative ? -whole : whole
    }
}
