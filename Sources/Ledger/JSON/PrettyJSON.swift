extension JSONValue {
    /// The value for people: two spaces a level, members in the order they were written, a final newline.
    package var pretty: String {
        var writer = JSONWriter()
        writer.write(pretty: self, indent: 0)
        writer.write(byte: UInt8(ascii: "\n"))
        return String(decoding: writer.bytes, as: UTF8.self)
    }
}

extension JSONWriter {
    fileprivate mutating func write(pretty value: JSONValue, indent: Int) {
        switch value {
        case .array(let elements) where !elements.isEmpty:
            write(byte: UInt8(ascii: "["))
            for (index, element) in elements.enumerated() {
                write(lineAt: indent + 1, first: index == 0)
                write(pretty: element, indent: indent + 1)
            }
            write(closing: UInt8(ascii: "]"), indent: indent)
        case .object(let members) where !members.isEmpty:
            write(byte: UInt8(ascii: "{"))
            for (index, member) in members.enumerated() {
                write(lineAt: indent + 1, first: index == 0)
                write(member.name)
                write(raw: ": ")
                write(pretty: member.value, indent: indent + 1)
            }
            write(closing: UInt8(ascii: "}"), indent: indent)
        default: write(canonical: value)
        }
    }

    private mutating func write(lineAt indent: Int, first: Bool) {
        if !first { write(byte: UInt8(ascii: ",")) }
        write(byte: UInt8(ascii: "\n"))
        for _ in 0..<indent { write(raw: "  ") }
    }

    private mutating func write(closing bracket: UInt8, indent: Int) {
        write(byte: UInt8(ascii: "\n"))
        for _ in 0..<indent { write(raw: "  ") }
        write(byte: bracket)
    }
}
