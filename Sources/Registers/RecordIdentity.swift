package import Law
import Ledger

/// The id of a record that came without one: readable, and the same for the same key.
package enum RecordIdentity {
    /// Characters of an id before it is shortened.
    static let longest = 60

    /// The values of the register's key joined by `/`, such as `2025-12-04/square/人民广场`.
    ///
    /// Full-width letters and digits become ordinary and spaces go, so that two spellings of one key meet. What is too long, or holds a character
    /// that parts the values of a list, is shortened and ends in `~` and ten digits of the SHA-256 of the whole.
    /// - Returns: `nil` when every value of the key is null.
    package static func id(of values: [Value], in register: RegisterDeclaration) -> String? {
        var parts = register.key.map { field in
            register.position(of: field).map { part(values[$0]) } ?? ""
        }
        guard parts.contains(where: { !$0.isEmpty }) else { return nil }
        while parts.last == "" { parts.removeLast() }
        let whole = parts.map { $0.isEmpty ? "-" : $0 }.joined(separator: "/")
        // No text has more characters than bytes, and bytes are counted faster.
        let isShort = whole.utf8.count <= longest || whole.count <= longest
        guard !isShort || CellList.parts(whole) else { return whole }
        let start = whole.prefix(longest - 11).unicodeScalars.filter { !CellList.isSeparator($0) }
        return String(String.UnicodeScalarView(start)) + "~" + Digest.sha256(Array(whole.utf8)).hex.prefix(10)
    }

    /// How a sheet and an index spell the same natural key.
    static func lookupKey(_ parts: [String]) -> String {
        FullWidth.squeezed(parts.filter { !$0.isEmpty }.joined(separator: "/"))
    }

    private static func part(_ value: Value) -> String {
        guard !value.isNull else { return "" }
        let text =
            if case .list(let values) = value { values.map(\.description).joined(separator: "+") } else {
                value.description
            }
        return FullWidth.squeezed(text)
    }
}
