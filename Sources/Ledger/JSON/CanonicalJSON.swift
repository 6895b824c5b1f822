/// A JSON value as the one byte sequence RFC 8785 gives it: what is hashed, stored and exported.
package struct CanonicalJSON: Hashable, Sendable {
    package let bytes: [UInt8]

    package init(_ value: JSONValue) {
        var writer = JSONWriter()
        writer.write(canonical: value)
        bytes = writer.bytes
    }

    /// Takes bytes that their writer produced in canonical form; `Entry.decode` holds every stored one to it.
    package init(written bytes: [UInt8]) { self.bytes = bytes }

    /// Reads the value back.
    package func value() throws(JSONError) -> JSONValue { try JSONValue(parsing: bytes) }
}

extension JSONValue {
    package var canonical: [UInt8] { CanonicalJSON(self).bytes }
}

extension JSONWriter {
    package mutating func write(canonical value: JSONValue) {
        switch value {
        case .null: write(raw: "null")
        case .boolean(let flag): write(flag)
        case .integer(let number):
            precondition(number.magnitude <= JSONValue.largestInteger.magnitude, "a number beyond 2⁵³ − 1")
            write(number)
        case .string(let text): write(text)
        case .array(let elements): write(canonical: elements)
        case .object(let members): write(canonical: members)
        }
    }

    private mutating func write(canonical elements: [JSONValue]) {
        write(byte: UInt8(ascii: "["))
        for (index, element) in elements.enumerated() {
            if index > 0 { write(byte: UInt8(ascii: ",")) }
            write(canonical: element)
        }
        write(byte: UInt8(ascii: "]"))
    }

    private mutating func write(canonical members: [JSONMember]) {
        write(byte: UInt8(ascii: "{"))
        let sorted = members.sorted { precedes($0.name, $1.name) }
        for (index, member) in sorted.enumerated() {
            precondition(index == 0 || sorted[index - 1].name != member.name, "\(member.name) stands twice")
            if index > 0 { write(byte: UInt8(ascii: ",")) }
            write(member.name)
            write(byte: UInt8(ascii: ":"))
            write(canonical: member.value)
        }
        write(byte: UInt8(ascii: "}"))
    }
}

/// The order of names in canonical JSON: by UTF-16 code units (RFC 8785 section 3.2.3).
package func precedes(_ a: String, _ b: String) -> Bool {
    a.utf16.lexicographicallyPrecedes(b.utf16)
}
