/// The members of an object in an entry, taken one by one; what is left over at the end is unknown.
struct EntryMembers {
    private let object: String
    private var rest: [String: JSONValue] = [:]

    init(_ value: JSONValue, of object: String) throws(EntryError) {
        guard let members = value.members else { throw .invalid(member: object) }
        self.object = object
        for member in members { rest[member.name] = member.value }
    }

    mutating func optional<Result>(
        _ name: String, _ read: (JSONValue) -> Result?
    ) throws(EntryError) -> Result? {
        guard let value = rest.removeValue(forKey: name) else { return nil }
        guard let result = read(value) else { throw .invalid(member: name) }
        return result
    }

    mutating func required<Result>(_ name: String, _ read: (JSONValue) -> Result?) throws(EntryError)
        -> Result
    {
        guard let result = try optional(name, read) else { throw .missing(member: name) }
        return result
    }

    /// Text of at least one character.
    mutating func text(_ name: String) throws(EntryError) -> String {
        try required(name) { $0.string.flatMap { $0.isEmpty ? nil : $0 } }
    }

    /// A kebab-case word, such as a register or an event.
    mutating func name(_ name: String) throws(EntryError) -> String {
        try required(name) { $0.string.flatMap { isKebabCase($0) ? $0 : nil } }
    }

    mutating func count(_ name: String, from least: Int64) throws(EntryError) -> Int {
        try required(name) { $0.integer.flatMap { $0 >= least ? Int($0) : nil } }
    }

    mutating func optionalCount(_ name: String) throws(EntryError) -> Int? {
        try optional(name) { $0.integer.flatMap { $0 >= 0 ? Int($0) : nil } }
    }

    func finish() throws(EntryError) {
        guard let name = rest.keys.min() else { return }
        throw .unknown(member: object == "entry" ? name : "\(object).\(name)")
    }
}

/// `agency-transfer`: lower-case letters, digits and single hyphens, a letter first.
package func isKebabCase(_ text: String) -> Bool {
    guard let first = text.utf8.first, (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(first) else {
        return false
    }
    var isAfterHyphen = false
    for byte in text.utf8 {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"):
            isAfterHyphen = false
        case UInt8(ascii: "-") where !isAfterHyphen: isAfterHyphen = true
        default: return false
        }
    }
    return !isAfterHyphen
}
