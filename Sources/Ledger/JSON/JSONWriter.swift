/// Writes JSON tokens into bytes, with the escapes that RFC 8785 section 3.2.2.2 prescribes.
package struct JSONWriter {
    package private(set) var bytes: [UInt8] = []

    package init(capacity: Int = 256) { bytes.reserveCapacity(capacity) }

    /// Empties the writer and keeps its memory, so one writer serves a million records.
    package mutating func clear() { bytes.removeAll(keepingCapacity: true) }

    package mutating func write(byte: UInt8) { bytes.append(byte) }

    /// Writes text that is already JSON.
    package mutating func write(raw text: StaticString) {
        bytes.append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    package mutating func write(raw other: [UInt8]) { bytes.append(contentsOf: other) }

    package mutating func write(_ number: Int64) {
        if number < 0 { bytes.append(UInt8(ascii: "-")) }
        write(digitsOf: number.magnitude)
    }

    package mutating func write(_ flag: Bool) {
        if flag { write(raw: "true") } else { write(raw: "false") }
    }

    package mutating func write(_ text: String) {
        var text = text
        bytes.append(UInt8(ascii: "\""))
        text.withUTF8 { write(escaping: $0) }
        bytes.append(UInt8(ascii: "\""))
    }

    /// Writes a number with leading zeros, as dates need them.
    package mutating func write(_ number: Int, width: Int) {
        let start = bytes.count
        var rest = number
        for _ in 0..<width {
            bytes.append(UInt8(ascii: "0") + UInt8(rest % 10))
            rest /= 10
        }
        bytes[start...].reverse()
    }

    private mutating func write(digitsOf number: UInt64) {
        guard number >= 10 else { return bytes.append(UInt8(ascii: "0") + UInt8(number)) }
        let start = bytes.count
        var rest = number
        while rest > 0 {
            bytes.append(UInt8(ascii: "0") + UInt8(rest % 10))
            rest /= 10
        }
        bytes[start...].reverse()
    }

    private mutating func write(escaping text: UnsafeBufferPointer<UInt8>) {
        var start = 0
        for (index, byte) in text.enumerated()
        where byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") {
            bytes.append(contentsOf: text[start..<index])
            write(escape: byte)
            start = index + 1
        }
        bytes.append(contentsOf: text[start...])
    }

    private mutating func write(escape byte: UInt8) {
        bytes.append(UInt8(ascii: "\\"))
        switch byte {
        case 0x08: bytes.append(UInt8(ascii: "b"))
        case 0x09: bytes.append(UInt8(ascii: "t"))
        case 0x0A: bytes.append(UInt8(ascii: "n"))
        case 0x0C: bytes.append(UInt8(ascii: "f"))
        case 0x0D: bytes.append(UInt8(ascii: "r"))
        case 0x00...0x1F:
            write(raw: "u00")
            bytes.append(contentsOf: hexDigits(byte))
        default: bytes.append(byte)
        }
    }
}
