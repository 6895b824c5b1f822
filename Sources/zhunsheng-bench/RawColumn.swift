import Foundation
import Glibc
import Law

/// One column of the generator as it lies in its file: little-endian numbers of one width.
struct RawColumn {
    let bytes: UnsafeMutableRawBufferPointer
    let width: Int

    private static let widths = ["int32": 4, "int16": 2, "uint8": 1, "bool": 1]
    private static let eventWidths = [
        "e_case_id": 4, "e_seq": 1, "e_kind": 1, "e_ts": 4, "e_ts2": 4, "e_actor": 4,
    ]

    /// Reads the first rows of a file.
    ///
    /// - Throws: A file that is missing, or has fewer rows.
    init(_ name: String, in folder: String, width: Int? = nil, count: Int) throws {
        let path = "\(folder)/\(name).bin"
        let file = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
        defer { try? file.close() }
        self.width = try width ?? Self.eventWidths[name] ?? Self.width(of: name, in: folder)
        bytes = .allocate(byteCount: count * self.width, alignment: 64)
        var filled = 0
        while filled < bytes.count {
            let got = read(file.fileDescriptor, bytes.baseAddress?.advanced(by: filled), bytes.count - filled)
            guard got > 0 else {
                bytes.deallocate()
                throw CocoaError(.fileReadCorruptFile, userInfo: [NSFilePathErrorKey: path])
            }
            filled += got
        }
    }

    private static func width(of name: String, in folder: String) throws -> Int {
        let schema = try JSONDecoder().decode(
            [[String]].self, from: Data(contentsOf: URL(fileURLWithPath: "\(folder)/schema.json")))
        guard let type = schema.first(where: { "c_\($0[0])" == name })?[1], let width = widths[type] else {
            throw CocoaError(.fileReadNoSuchFile, userInfo: [NSFilePathErrorKey: name])
        }
        return width
    }

    /// `partyCount` is `party_count`.
    static func snake(_ name: String) -> String {
        name.reduce(into: "") { $0 += $1.isUppercase ? "_" + $1.lowercased() : String($1) }
    }
}
