import Glibc

/// UTF-8 or GB18030, decided by the whole text: what is valid UTF-8 is UTF-8, everything else must be GB18030.
enum TextEncoding {
    case utf8
    case gb18030

    static func of(_ bytes: SheetBytes) throws(SheetError) -> TextEncoding {
        var check = UTF8Check()
        var isFirst = true
        try bytes.chunks { (piece) throws(SheetError) in
            if isFirst, piece.count > 1,
                (piece[0], piece[1]) == (0xFF, 0xFE) || (piece[0], piece[1]) == (0xFE, 0xFF)
            {
                throw .notText(why: "编码是 UTF-16")
            }
            isFirst = false
            guard !piece.contains(0) else { throw .notText(why: "含有二进制内容") }
            check.take(piece)
            return true
        }
        return check.isValid ? .utf8 : .gb18030
    }
}

/// Whether bytes that come in pieces are UTF-8 (RFC 3629, section 4).
struct UTF8Check {
    private var pending = 0
    private var low: UInt8 = 0x80
    private var high: UInt8 = 0xBF
    private var hasFailed = false

    var isValid: Bool { !hasFailed && pending == 0 }

    mutating func take(_ piece: UnsafeRawBufferPointer) {
        guard !hasFailed else { return }
        for byte in piece {
            if pending > 0 {
                guard byte >= low, byte <= high else { return hasFailed = true }
                (low, high) = (0x80, 0xBF)
                pending -= 1
            } else if byte >= 0x80 {
                guard begin(byte) else { return hasFailed = true }
            }
        }
    }

    private mutating func begin(_ byte: UInt8) -> Bool {
        switch byte {
        case 0xC2...0xDF: pending = 1
        case 0xE0: (pending, low) = (2, 0xA0)
        case 0xED: (pending, high) = (2, 0x9F)
        case 0xE1...0xEF: pending = 2
        case 0xF0: (pending, low) = (3, 0x90)
        case 0xF1...0xF3: pending = 3
        case 0xF4: (pending, high) = (3, 0x8F)
        default: return false
        }
        return true
    }
}

/// GB18030 → UTF-8 in pieces, through the C library.
final class GB18030Decoder {
    private let converter: iconv_t
    /// The beginning of a character whose rest is in the next piece.
    private var rest: [UInt8] = []

    init() throws(SheetError) {
        guard let converter = iconv_open("UTF-8", "GB18030"), Int(bitPattern: converter) != -1 else {
            throw .notText(why: "本机不支持 GB18030 编码")
        }
        self.converter = converter
    }

    deinit { iconv_close(converter) }

    func decode(_ piece: UnsafeRawBufferPointer) throws(SheetError) -> [UInt8] {
        var input = rest.map { CChar(bitPattern: $0) } + piece.map { CChar(bitPattern: $0) }
        // A byte of GB18030 becomes at most two of UTF-8.
        var output = [CChar](repeating: 0, count: input.count * 2 + 8)
        var inputLeft = input.count
        var outputLeft = output.count
        let failure = input.withUnsafeMutableBufferPointer { source in
            output.withUnsafeMutableBufferPointer { target in
                var from = source.baseAddress
                var to = target.baseAddress
                return iconv(converter, &from, &inputLeft, &to, &outputLeft) == -1 ? errno : 0
            }
        }
        // What is left over is the beginning of one character: at most three of its four bytes.
        guard failure == 0 || (failure == EINVAL && inputLeft < 4) else {
            throw .notText(why: "既不是 UTF-8，也不是 GB18030")
        }
        rest = input.suffix(inputLeft).map { UInt8(bitPattern: $0) }
        return output.prefix(output.count - outputLeft).map { UInt8(bitPattern: $0) }
    }

    func finish() throws(SheetError) {
        guard rest.isEmpty else { throw .notText(why: "文件在一个汉字中间断开") }
    }
}
