extension JSONParser {
    /// Reads a string that begins here; most hold no escape and are taken in one piece.
    mutating func string() throws(JSONError) -> String {
        guard at < bytes.count else { throw error(.unexpectedEnd) }
        guard bytes[at] == UInt8(ascii: "\"") else { throw error(.unexpectedByte) }
        let start = at + 1
        at = start
        while at < bytes.count {
            switch bytes[at] {
            case UInt8(ascii: "\""):
                at += 1
                return try text(UnsafeBufferPointer(rebasing: bytes[start..<(at - 1)]), from: start)
            case UInt8(ascii: "\\"): return try escapedString(from: start)
            case 0x00...0x1F: throw error(.controlCharacter)
            default: at += 1
            }
        }
        throw error(.unexpectedEnd)
    }

    private mutating func escapedString(from start: Int) throws(JSONError) -> String {
        var content = Array(bytes[start..<at])
        while at < bytes.count {
            switch bytes[at] {
            case UInt8(ascii: "\""):
                at += 1
                return try content.withUnsafeBufferPointer { buffer throws(JSONError) in
                    try text(buffer, from: start)
                }
            case UInt8(ascii: "\\"): try escape(into: &content)
            case 0x00...0x1F: throw error(.controlCharacter)
            default:
                content.append(bytes[at])
                at += 1
            }
        }
        throw error(.unexpectedEnd)
    }

    private func text(_ content: UnsafeBufferPointer<UInt8>, from start: Int) throws(JSONError) -> String {
        guard let text = String(validating: content, as: UTF8.self) else { throw error(.notUTF8, at: start) }
        return text
    }

    private mutating func escape(into content: inout [UInt8]) throws(JSONError) {
        guard at + 1 < bytes.count else { throw error(.unexpectedEnd, at: bytes.count) }
        let letter = bytes[at + 1]
        if letter == UInt8(ascii: "u") { return try unicodeEscape(into: &content) }
        let plain: [UInt8: UInt8] = [
            UInt8(ascii: "\""): 0x22, UInt8(ascii: "\\"): 0x5C, UInt8(ascii: "/"): 0x2F,
            UInt8(ascii: "b"): 0x08,
            UInt8(ascii: "f"): 0x0C, UInt8(ascii: "n"): 0x0A, UInt8(ascii: "r"): 0x0D,
            UInt8(ascii: "t"): 0x09,
        ]
        guard let byte = plain[letter] else { throw error(.badEscape) }
        content.append(byte)
        at += 2
    }

    private mutating func unicodeEscape(into content: inout [UInt8]) throws(JSONError) {
        let start = at
        var code = try codeUnit()
        if (0xD800...0xDBFF).contains(code) {
            guard at < bytes.count, bytes[at] == UInt8(ascii: "\\"), at + 1 < bytes.count,
                bytes[at + 1] == UInt8(ascii: "u")
            else { throw error(.loneSurrogate, at: start) }
            let low = try codeUnit()
            guard (0xDC00...0xDFFF).contains(low) else { throw error(.loneSurrogate, at: start) }
            code = 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00)
        }
        guard let scalar = Unicode.Scalar(code) else { throw error(.loneSurrogate, at: start) }
        content.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    }

    /// Reads `\uXXXX`.
    private mutating func codeUnit() throws(JSONError) -> UInt32 {
        guard at + 6 <= bytes.count else { throw error(.unexpectedEnd, at: bytes.count) }
        var code: UInt32 = 0
        for byte in bytes[(at + 2)..<(at + 6)] {
            guard let digit = hexValue(byte) else { throw error(.badEscape) }
            code = code << 4 + UInt32(digit)
        }
        at += 6
        return code
    }
}
