/// Each operation is exact before it is rounded once; `nil` when the result is too great, or has no meaning.
extension Decimal {
    package func plus(_ other: Decimal) -> Decimal? {
        if coefficient == 0 { return other }
        if other.coefficient == 0 { return self }
        let (upper, lower) = exponent >= other.exponent ? (self, other) : (other, self)
        let shift = upper.exponent - lower.exponent
        guard upper.digits + shift <= 2 * WideInteger.mostPower else {
            return upper.plus(beyondItsDigits: lower)
        }
        let a = WideInteger(upper.coefficient).timesTen(to: shift)
        let b = WideInteger(lower.coefficient)
        if upper.isNegative == lower.isNegative {
            return Self.rounded(a + b, exponent: lower.exponent, isNegative: lower.isNegative)
        }
        return a >= b
            ? Self.rounded(a - b, exponent: lower.exponent, isNegative: upper.isNegative)
            : Self.rounded(b - a, exponent: lower.exponent, isNegative: lower.isNegative)
    }

    /// A sum with a number so small that it only tells to which side a half goes.
    private func plus(beyondItsDigits small: Decimal) -> Decimal? {
        let room = Self.precision + 6 - digits
        let own = WideInteger(coefficient).timesTen(to: room)
        let isAway = isNegative == small.isNegative
        return Self.rounded(
            isAway ? own : own - WideInteger(1), exponent: exponent - room, isNegative: isNegative,
            isMore: true)
    }

    package func minus(_ other: Decimal) -> Decimal? { plus(other.negated) }

    package func times(_ other: Decimal) -> Decimal? { times(other, precision: Self.precision) }

    private func times(_ other: Decimal, precision: Int) -> Decimal? {
        Self.rounded(
            WideInteger(coefficient, times: other.coefficient), exponent: exponent + other.exponent,
            isNegative: isNegative != other.isNegative, precision: precision)
    }

    package func divided(by other: Decimal) -> Decimal? { divided(by: other, precision: Self.precision) }

    private func divided(by other: Decimal, precision: Int) -> Decimal? {
        guard other.coefficient != 0 else { return nil }
        guard coefficient != 0 else { return .zero }
        // Two digits more than are kept: what is left over tells to which side a half goes.
        let room = min(precision + 2 + other.digits, 2 * WideInteger.mostPower) - digits
        let (quotient, remainder) = WideInteger(coefficient).timesTen(to: room)
            .divided(by: other.coefficient)
        return Self.rounded(
            quotient, exponent: exponent - other.exponent - room, isNegative: isNegative != other.isNegative,
            isMore: remainder > 0, precision: precision)
    }

    /// The greatest size of an exponent (DMN 1.5, table 54).
    static let mostExponent = 999_999_999

    /// Computed with four digits more than are kept.
    ///
    /// - Returns: `nil` also when the exponent is no whole number, which DMN leaves to the product.
    package func raised(to exponent: Decimal) -> Decimal? {
        guard let times = exponent.whole, abs(times) <= Self.mostExponent else { return nil }
        let wide = WideInteger.mostPower
        guard let power = Self.power(self, abs(times), precision: wide),
            let result = times < 0 ? Decimal(1).divided(by: power, precision: wide) : power
        else { return nil }
        return Self.rounded(
            WideInteger(result.coefficient), exponent: result.exponent, isNegative: result.isNegative)
    }

    private static func power(_ base: Decimal, _ exponent: Int, precision: Int) -> Decimal? {
        var (result, square, rest) = (Decimal(1), base, exponent)
        while rest > 0 {
            if rest % 2 == 1 {
                guard let product = result.times(square, precision: precision) else { return nil }
                result = product
            }
            rest /= 2
            guard rest > 0 else { break }
            guard let next = square.times(square, precision: precision) else { return nil }
            square = next
        }
        return result
    }
}

extension Decimal: Comparable {
    package static func < (a: Decimal, b: Decimal) -> Bool {
        guard a.isNegative == b.isNegative else { return a.isNegative }
        return a.isNegative ? a.isLess(inSizeThan: b, orMore: true) : a.isLess(inSizeThan: b, orMore: false)
    }

    /// Whether it is smaller in size; or, asked so, greater.
    private func isLess(inSizeThan other: Decimal, orMore: Bool) -> Bool {
        let (a, b) = orMore ? (other, self) : (self, other)
        guard a.coefficient != 0, b.coefficient != 0 else { return a.coefficient == 0 && b.coefficient != 0 }
        let (first, second) = (a.digits + a.exponent, b.digits + b.exponent)
        guard first == second else { return first < second }
        let width = max(a.digits, b.digits)
        return a.coefficient * WideInteger.powers[width - a.digits]
            < b.coefficient * WideInteger.powers[width - b.digits]
    }
}
