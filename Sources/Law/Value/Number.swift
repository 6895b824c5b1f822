/// A decimal number with four places: exact for yuan and fen, counts, and percentages.
package struct Number: Hashable, Comparable, Sendable {
    /// Ten-thousandths.
    package let ticks: Int64

    package static let scale: Int64 = 10_000

    package init(ticks: Int64) { self.ticks = ticks }
    package init(_ whole: Int) { ticks = Int64(whole) * Self.scale }

    /// Reads `-12`, `3000`, `12.5`; at most four places, no exponent, no grouping.
    package init?(_ text: some StringProtocol) {
        var bytes = Array(text.utf8)[...]
        let isNegative = bytes.first == UInt8(ascii: "-")
        if isNegative { bytes = bytes.dropFirst() }
        let parts = bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard parts.count <= 2, parts[0].count <= 14, let whole = digits(parts[0]) else { return nil }
        var fraction = 0
        if parts.count == 2 {
            guard parts[1].count <= 4, let places = digits(parts[1]) else { return nil }
            fraction = places
            for _ in parts[1].count..<4 { fraction *= 10 }
        }
        let ticks = Int64(whole) * Self.scale + Int64(fraction)
        self.ticks = isNegative ? -ticks : ticks
    }

    package static func < (a: Number, b: Number) -> Bool { a.ticks < b.ticks }

    /// The whole number, when it is one.
    package var whole: Int? { ticks % Self.scale == 0 ? Int(ticks / Self.scale) : nil }
}

extension Number: CustomStringConvertible {
    /// `3000`, `12.5`: no trailing zeros.
    package var description: String {
        let magnitude = ticks.magnitude
        let sign = ticks < 0 ? "-" : ""
        let whole = magnitude / UInt64(Self.scale)
        var fraction = padded(Int(magnitude % UInt64(Self.scale)), 4)
        while fraction.last == "0" { fraction.removeLast() }
        return sign + String(whole) + (fraction.isEmpty ? "" : "." + fraction)
    }
}
