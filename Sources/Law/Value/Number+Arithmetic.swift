extension Number {
    /// - Returns: `nil`, as all of these do, when the result does not fit.
    package func plus(_ other: Number) -> Number? { Self.exact(ticks.addingReportingOverflow(other.ticks)) }

    package func minus(_ other: Number) -> Number? {
        Self.exact(ticks.subtractingReportingOverflow(other.ticks))
    }

    /// Rounded to four places, half to even, as DMN rounds.
    package func times(_ other: Number) -> Number? {
        let product = ticks.magnitude.multipliedFullWidth(by: other.ticks.magnitude)
        return Self.rounded(product, over: UInt64(Self.scale), isNegative: (ticks < 0) != (other.ticks < 0))
    }

    private static func exact(_ result: (partialValue: Int64, overflow: Bool)) -> Number? {
        result.overflow ? nil : Number(ticks: result.partialValue)
    }

    private static func rounded(
        _ dividend: (high: UInt64, low: UInt64), over divisor: UInt64, isNegative: Bool
    ) -> Number? {
        guard dividend.high < divisor else { return nil }
        var (quotient, remainder) = divisor.dividingFullWidth(dividend)
        let missing = divisor - remainder
        if remainder > missing || (remainder == missing && quotient % 2 == 1) { quotient += 1 }
        guard let ticks = Int64(exactly: quotient) else { return nil }
        return Number(ticks: isNegative ? -ticks : ticks)
    }
}
