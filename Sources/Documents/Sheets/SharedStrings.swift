/// The strings that cells refer to by number: one block of bytes and where each ends, no allocation per string.
final class SharedStrings: XMLVisitor {
    private var bytes: [UInt8] = []
    private var ends: [UInt32] = []
    private var isInText = false
    private var isInPhonetic = false
    private let limits: SheetLimits

    private init(limits: SheetLimits) { self.limits = limits }

    static func read(
        _ part: String?, of archive: ZipArchive, limits: SheetLimits
    ) throws(SheetError) -> SharedStrings {
        let strings = SharedStrings(limits: limits)
        guard let part, archive.contains(part) else { return strings }
        try XMLStream.read(part, of: archive, limits: limits, strings)
        return strings
    }

    subscript(_ index: Int) -> String? {
        guard ends.indices.contains(index) else { return nil }
        let start = index == 0 ? 0 : Int(ends[index - 1])
        return CellText.decoded(bytes[start..<Int(ends[index])])
    }

    func open(_ name: XMLName, _: XMLAttributes) {
        switch name {
        case "t": isInText = true
        // The reading of the characters for sorting, not content.
        case "rPh": isInPhonetic = true
        default: break
        }
    }

    func close(_ name: XMLName) {
        switch name {
        case "t": isInText = false
        case "rPh": isInPhonetic = false
        case "si": ends.append(UInt32(bytes.count))
        default: break
        }
    }

    func text(_ piece: UnsafeRawBufferPointer) throws(SheetError) {
        guard isInText, !isInPhonetic else { return }
        guard bytes.count + piece.count <= limits.sharedStringBytes else {
            throw .overLimit(what: "共享文字", limit: limits.sharedStringBytes >> 20, unit: "MB")
        }
        bytes.append(contentsOf: piece)
    }
}

/// Text as XLSX stores it.
enum CellText {
    /// Undoes `_x000D_`, by which XLSX writes characters that XML does not hold (ECMA-376 Part 1, 22.9.2.19).
    static func decoded(_ bytes: some RandomAccessCollection<UInt8>) -> String {
        let text = String(decoding: bytes, as: UTF8.self)
        guard bytes.count >= 7, bytes.contains(UInt8(ascii: "_")) else { return text }
        var kept = String.UnicodeScalarView()
        var rest = text.unicodeScalars[...]
        while let first = rest.first {
            if let scalar = escape(rest) {
                kept.append(scalar)
                rest = rest.dropFirst(7)
            } else {
                kept.append(first)
                rest = rest.dropFirst()
            }
        }
        return String(kept)
    }

    /// Text that looks like such an escape, with its first underscore escaped.
    static func encoded(_ text: String) -> String {
        guard text.contains("_x") else { return text }
        var kept = String.UnicodeScalarView()
        var rest = text.unicodeScalars[...]
        while let first = rest.first {
            if escape(rest) != nil { kept.append(contentsOf: "_x005F".unicodeScalars) }
            kept.append(first)
            rest = rest.dropFirst()
        }
        return String(kept)
    }

    private static func escape(_ rest: String.UnicodeScalarView.SubSequence) -> Unicode.Scalar? {
        let head = Array(rest.prefix(7))
        guard head.count == 7, head[0] == "_", head[1] == "x", head[6] == "_",
            head[2..<6].allSatisfy(\.properties.isASCIIHexDigit)
        else { return nil }
        let digits = head[2..<6].map { String($0) }.joined()
        return UInt32(digits, radix: 16).flatMap(Unicode.Scalar.init)
    }
}
