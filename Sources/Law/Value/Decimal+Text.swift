extension Decimal {
    /// Reads `-12`, `.5`, `125.4321987654`, `1.2e-3`.
    ///
    /// - Returns: `nil` for anything else, for more than 34 significant digits, and for what is too great.
    package init?(_ text: some StringProtocol) {
        var bytes = Array(text.utf8)[...]
        let isNegative = bytes.first == UInt8(ascii: "-")
        if isNegative { bytes = bytes.dropFirst() }
        let halves = bytes.split(maxSplits: 1, omittingEmptySubsequences: false) {
            $0 == UInt8(ascii: "e") || $0 == UInt8(ascii: "E")
        }
        var power = 0
        if halves.count == 2 {
            guard let read = Self.power(halves[1]) else { return nil }
            power = read
        }
        let parts = halves[0].split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard parts.count <= 2,
            let places = parts.dropFirst().map(\.count).first ?? (parts[0].isEmpty ? nil : 0),
            parts.count == 1 || places > 0
        else { return nil }
        var coefficient: UInt128 = 0
        var written = parts.joined().drop { $0 == UInt8(ascii: "0") }
        while written.last == UInt8(ascii: "0") {
            written = written.dropLast()
            power += 1
        }
        guard written.count <= Self.precision else { return nil }
        for byte in written {
            guard (0x30...0x39).contains(byte) else { return nil }
            coefficient = coefficient * 10 + UInt128(byte - 0x30)
        }
        guard
            let number = Self.rounded(
                WideInteger(coefficient), exponent: power - places, isNegative: isNegative)
        else { return nil }
        self = number
    }

    /// A power of ten of up to five digits: beyond them every number is too great or nothing.
    private static func power(_ text: ArraySlice<UInt8>) -> Int? {
        let sign = text.first
        let isSigned = sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+")
        let spelled = isSigned ? text.dropFirst() : text
        guard spelled.count <= 5, let power = Law.digits(spelled) else { return nil }
        return sign == UInt8(ascii: "-") ? -power : power
    }
}

extension Decimal: CustomStringConvertible {
    /// `125.4321987654`, without zeros at the end; with a power of ten, `1E+100`, where there would be many zeros.
    package var description: String {
        let sign = isNegative ? "-" : ""
        var digits = String(coefficient)
        if exponent >= 0 {
            guard digits.count + exponent <= 2 * Self.precision else { return sign + scientific(digits) }
            return sign + digits + String(repeating: "0", count: coefficient == 0 ? 0 : exponent)
        }
        guard -exponent <= 2 * Self.precision else { return sign + scientific(digits) }
        if digits.count <= -exponent {
            digits = String(repeating: "0", count: 1 - exponent - digits.count) + digits
        }
        return sign + digits.dropLast(-exponent) + "." + digits.suffix(-exponent)
    }

    private func scientific(_ digits: String) -> String {
        let power = exponent + digits.count - 1
        let rest = digits.dropFirst()
        return digits.prefix(1) + (rest.isEmpty ? "" : "." + rest) + "E" + (power < 0 ? "" : "+")
            + String(power)
    }
}
