import Glibc

/// A sheet whose rows can be gone through any number of times, without holding them in memory.
package protocol SheetSource {
    /// The sheet's name, for messages; of a CSV file `CSV`.
    var name: String { get }
    var merges: [MergedRange] { get }
    /// Serials count from 1904-01-01, as old Macintosh workbooks do.
    var countsFrom1904: Bool { get }
    /// What the reader of an import should know: formulas, further sheets, the encoding.
    var notices: [String] { get }
    /// Hands over the rows in order, until the body returns `false`.
    func rows(_ body: (SheetRow) -> Bool) throws(SheetError)
}

/// Where a sheet's bytes lie.
package enum SheetBytes {
    case file(path: String)
    case memory([UInt8])

    /// Reads the file type from the first bytes, never from the name.
    package func open(sheet: String? = nil, limits: SheetLimits = SheetLimits()) throws(SheetError)
        -> any SheetSource
    {
        let head = try start(8)
        if head.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) { throw .oldOrEncrypted }
        if head.starts(with: [0x50, 0x4B]) { return try XLSXFile(self, sheet: sheet, limits: limits) }
        return try CSVFile(self, limits: limits)
    }

    /// Whether there is anything to read.
    package var exists: Bool {
        guard case .file(let path) = self else { return true }
        return access(path, F_OK) == 0
    }

    func size() throws(SheetError) -> Int {
        switch self {
        case .memory(let bytes): return bytes.count
        case .file(let path):
            var status = stat()
            guard stat(path, &status) == 0 else { throw .cannotOpen("\(path)（\(Self.reason())）") }
            guard status.st_mode & S_IFMT == S_IFREG else { throw .cannotOpen("\(path)（不是普通文件）") }
            return Int(status.st_size)
        }
    }

    private func start(_ count: Int) throws(SheetError) -> [UInt8] {
        var head: [UInt8] = []
        try chunks { (bytes) throws(SheetError) in
            head = Array(bytes.prefix(count))
            return false
        }
        return head
    }

    /// Hands over the bytes piece by piece, until the body returns `false`.
    func chunks(_ body: (UnsafeRawBufferPointer) throws(SheetError) -> Bool) throws(SheetError) {
        switch self {
        case .memory(let bytes):
            // withUnsafeBytes rethrows untyped errors only, so that the outcome is carried out of it.
            let outcome = bytes.withUnsafeBytes { whole in
                Result { () throws(SheetError) in _ = try body(whole) }
            }
            try outcome.get()
        case .file(let path):
            guard let file = fopen(path, "rb") else { throw .cannotOpen("\(path)（\(Self.reason())）") }
            defer { fclose(file) }
            let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: Self.chunk, alignment: 16)
            defer { buffer.deallocate() }
            while true {
                let count = fread(buffer.baseAddress, 1, Self.chunk, file)
                if count == 0 {
                    guard ferror(file) == 0 else { throw .cannotOpen("\(path)（读取出错）") }
                    return
                }
                guard try body(UnsafeRawBufferPointer(rebasing: buffer[0..<count])) else { return }
            }
        }
    }

    /// Bytes taken from a file at a time.
    static let chunk = 64 << 10

    static func reason() -> String { String(cString: strerror(errno)) }
}
