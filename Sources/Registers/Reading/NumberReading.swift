import Documents
import Law

/// Numbers as offices write them; estimates are refused.
enum NumberReading {
    private static let estimates = ["余", "约", "多", "近", "左右", "以上", "以下", "超", "大概", "不少于", "几"]

    /// Reads `1,200`, `３０场` where the field counts 场, `-2.5`.
    static func read(_ cell: SheetCell, unit: String?) throws(ValueFault) -> Number {
        switch cell.kind {
        case .text: return try read(cell.text, unit: unit)
        case .number: return try read(stored: cell.text)
        case .date, .datetime, .boolean: throw .notNumber
        case .error: throw .errorCell(cell.text)
        }
    }

    private static func read(_ text: String, unit: String?) throws(ValueFault) -> Number {
        if let number = Number(text) { return number }
        var plain = FullWidth.ordinary(text).filter { !$0.isWhitespace }
        guard !estimates.contains(where: plain.contains) else { throw .imprecise }
        if let unit, plain.hasSuffix(unit) { plain.removeLast(unit.count) }
        guard let number = Number(try ungrouped(plain)) else {
            throw Double(plain) == nil ? .notNumber : .tooManyPlaces
        }
        return number
    }

    /// Takes the commas out of `1,234,567`; any other comma is not a number's.
    private static func ungrouped(_ text: String) throws(ValueFault) -> String {
        guard text.contains(",") else { return text }
        let whole = text.prefix { $0 != "." }
        let groups = whole.split(separator: ",", omittingEmptySubsequences: false)
        let first = groups[0].drop { $0 == "-" }
        guard (1...3).contains(first.count), groups.dropFirst().allSatisfy({ $0.count == 3 }) else {
            throw .notNumber
        }
        return groups.joined() + text.dropFirst(whole.count)
    }

    /// A number cell holds a binary fraction, which must lie within a hundredth of a tick of four places.
    private static func read(stored text: String) throws(ValueFault) -> Number {
        if let number = Number(text) {
            guard number.ticks.magnitude < 1_000_000_000_000_000 * UInt64(Number.scale) else {
                throw .digitsLost
            }
            return number
        }
        guard let value = Double(text) else { throw .notNumber }
        guard value.magnitude < 100_000_000_000_000 else { throw .digitsLost }
        let ticks = value * Double(Number.scale)
        guard (ticks - ticks.rounded()).magnitude < 0.01 else { throw .tooManyPlaces }
        return Number(ticks: Int64(ticks.rounded()))
    }
}
