/// A whole number of 256 bits: room for the exact product of two coefficients of 34 digits before it is rounded.
struct WideInteger: Equatable, Comparable {
    var high: UInt128
    var low: UInt128

    init(_ low: UInt128) { self.init(high: 0, low: low) }

    init(high: UInt128, low: UInt128) {
        self.high = high
        self.low = low
    }

    init(_ a: UInt128, times b: UInt128) {
        let product = a.multipliedFullWidth(by: b)
        self.init(high: product.high, low: product.low)
    }

    static func < (a: WideInteger, b: WideInteger) -> Bool { (a.high, a.low) < (b.high, b.low) }

    /// - Precondition: The sum fits.
    static func + (a: WideInteger, b: WideInteger) -> WideInteger {
        let (low, carry) = a.low.addingReportingOverflow(b.low)
        return WideInteger(high: a.high + b.high + (carry ? 1 : 0), low: low)
    }

    /// - Precondition: `a` is not less than `b`.
    static func - (a: WideInteger, b: WideInteger) -> WideInteger {
        let (low, borrow) = a.low.subtractingReportingOverflow(b.low)
        return WideInteger(high: a.high - b.high - (borrow ? 1 : 0), low: low)
    }

    /// - Precondition: The product fits: at most 76 digits.
    func timesTen(to power: Int) -> WideInteger {
        guard power > Self.mostPower else { return times(Self.powers[power]) }
        return times(Self.powers[Self.mostPower]).timesTen(to: power - Self.mostPower)
    }

    private func times(_ factor: UInt128) -> WideInteger {
        let product = low.multipliedFullWidth(by: factor)
        return WideInteger(high: high * factor + product.high, low: product.low)
    }

    func divided(by divisor: UInt128) -> (quotient: WideInteger, remainder: UInt128) {
        let (upper, rest) = high.quotientAndRemainder(dividingBy: divisor)
        let (lower, remainder) = divisor.dividingFullWidth((rest, low))
        return (WideInteger(high: upper, low: lower), remainder)
    }

    /// How many decimal digits it has; 1 for zero.
    var digits: Int {
        guard high > 0 else { return Self.digits(low) }
        let (upper, _) = divided(by: Self.powers[Self.mostPower])
        return Self.mostPower + upper.digits
    }

    private static func digits(_ value: UInt128) -> Int {
        powers.dropFirst().prefix { $0 <= value }.count + 1
    }

    /// 10 to the 38th is the highest power that 128 bits hold.
    static let mostPower = 38
    static let powers: [UInt128] = (0..<mostPower).reduce(into: [1]) { powers, place in
        powers.append(powers[place] * 10)
    }
}
