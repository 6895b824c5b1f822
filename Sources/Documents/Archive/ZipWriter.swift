import CZip
import Glibc

/// Writes a ZIP archive into memory, with the same bytes for the same content: fixed order, fixed times.
package enum ZipWriter {
    package struct Entry: Sendable {
        package let name: String
        package let content: String

        package init(_ name: String, _ content: String) {
            self.name = name
            self.content = content
        }
    }

    /// 2000-01-01 as MS-DOS writes dates: years since 1980, month, day.
    private static let date: UInt16 = 20 << 9 | 1 << 5 | 1

    /// - Throws: `ZipFault` when memory runs out; nothing else can go wrong.
    package static func archive(_ entries: [Entry]) throws(ZipFault) -> [UInt8] {
        var fault = zip_error_t()
        guard let target = zip_source_buffer_create(nil, 0, 0, &fault) else { throw ZipFault(.open, fault) }
        // Kept once more, so that it outlives the archive that writes into it.
        zip_source_keep(target)
        defer { zip_source_free(target) }
        guard let archive = zip_open_from_source(target, ZIP_TRUNCATE, &fault) else {
            zip_source_free(target)
            throw ZipFault(.open, fault)
        }
        for entry in entries {
            guard add(entry, to: archive) else {
                let fault = zip_get_error(archive).pointee
                zip_discard(archive)
                throw ZipFault(.add(entry.name), fault)
            }
        }
        guard zip_close(archive) == 0 else {
            let fault = zip_get_error(archive).pointee
            zip_discard(archive)
            throw ZipFault(.close, fault)
        }
        return try bytes(of: target)
    }

    private static func add(_ entry: Entry, to archive: OpaquePointer) -> Bool {
        let bytes = Array(entry.content.utf8)
        // libzip frees what it was given with `free`.
        guard let copy = malloc(max(1, bytes.count)) else { return false }
        bytes.withUnsafeBytes { source in
            if let start = source.baseAddress { memcpy(copy, start, source.count) }
        }
        guard let source = zip_source_buffer(archive, copy, zip_uint64_t(bytes.count), 1) else {
            free(copy)
            return false
        }
        let index = zip_file_add(archive, entry.name, source, zip_flags_t(ZIP_FL_ENC_UTF_8))
        guard index >= 0 else {
            zip_source_free(source)
            return false
        }
        return zip_file_set_dostime(archive, zip_uint64_t(index), 0, date, 0) == 0
    }

    private static func bytes(of source: OpaquePointer) throws(ZipFault) -> [UInt8] {
        var stat = zip_stat_t()
        guard zip_source_stat(source, &stat) == 0, zip_source_open(source) == 0 else {
            throw ZipFault(.close, zip_source_error(source).pointee)
        }
        defer { zip_source_close(source) }
        var bytes = [UInt8](repeating: 0, count: Int(stat.size))
        let read = bytes.withUnsafeMutableBytes {
            zip_source_read(source, $0.baseAddress, zip_uint64_t($0.count))
        }
        guard read == Int64(bytes.count) else { throw ZipFault(.close, zip_source_error(source).pointee) }
        return bytes
    }
}

/// Why an archive could not be written.
package struct ZipFault: Error, Hashable, Sendable, CustomStringConvertible {
    package enum Step: Hashable, Sendable {
        case open
        case add(String)
        case close
    }

    package let step: Step
    /// libzip's number for what went wrong.
    package let code: Int32

    fileprivate init(_ step: Step, _ fault: zip_error_t) {
        self.step = step
        code = fault.zip_err
    }

    package var description: String {
        let step =
            switch step {
            case .open: "无法建立压缩包"
            case .add(let name): "无法把 \(name) 写入压缩包"
            case .close: "无法完成压缩包"
            }
        return "\(step)（libzip 错误码 \(code)）；多半是内存不足，请释放内存后重试"
    }
}
