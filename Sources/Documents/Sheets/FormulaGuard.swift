/// Keeps spreadsheet programs from running text of a CSV file as a formula.
///
/// Text that begins with a dangerous character gets an apostrophe before it; so does text that already has
/// apostrophes before one, so that taking one away always gives back what was written.
enum FormulaGuard {
    private static let dangerous: Set<Unicode.Scalar> = ["=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r"]

    static func added(to text: String) -> String { isDangerous(text[...]) ? "'" + text : text }

    static func removed(from text: String) -> String {
        guard text.first == "'", isDangerous(text.dropFirst()) else { return text }
        return String(text.dropFirst())
    }

    private static func isDangerous(_ text: Substring) -> Bool {
        text.unicodeScalars.first { $0 != "'" }.map(dangerous.contains) ?? false
    }
}
