import CZip
import Glibc

/// The parts of a zip file, looked up by name and inflated piece by piece. Nothing is ever unpacked to disk.
final class ZipArchive {
    private let archive: OpaquePointer
    /// What libzip reads from when the file came as bytes; it must outlive the archive.
    private let memory: UnsafeMutableRawPointer?
    private let limits: SheetLimits

    init(_ bytes: SheetBytes, limits: SheetLimits) throws(SheetError) {
        let size = try bytes.size()
        guard size <= limits.fileBytes else {
            throw .overLimit(what: "文件大小", limit: limits.fileBytes >> 20, unit: "MB")
        }
        (archive, memory) = try Self.open(bytes, size: size)
        self.limits = limits
        try checkDirectory()
    }

    deinit {
        zip_discard(archive)
        memory?.deallocate()
    }

    private static func open(
        _ bytes: SheetBytes, size: Int
    ) throws(SheetError) -> (OpaquePointer, UnsafeMutableRawPointer?) {
        let broken = SheetError.notWorkbook(why: "压缩包不完整或已损坏")
        switch bytes {
        case .file(let path):
            var code: Int32 = 0
            guard let archive = zip_open(path, ZIP_RDONLY, &code) else { throw broken }
            return (archive, nil)
        case .memory(let bytes):
            let memory = UnsafeMutableRawPointer.allocate(byteCount: max(size, 1), alignment: 16)
            bytes.withUnsafeBytes { whole in
                if let start = whole.baseAddress { memory.copyMemory(from: start, byteCount: size) }
            }
            guard let source = zip_source_buffer_create(memory, zip_uint64_t(size), 0, nil) else {
                memory.deallocate()
                throw broken
            }
            guard let archive = zip_open_from_source(source, ZIP_RDONLY, nil) else {
                zip_source_free(source)
                memory.deallocate()
                throw broken
            }
            return (archive, memory)
        }
    }

    /// Adds up what the directory declares before a byte is inflated, and refuses names that aim outside.
    private func checkDirectory() throws(SheetError) {
        let count = zip_get_num_entries(archive, 0)
        guard count <= limits.parts else { throw .overLimit(what: "压缩包内文件数", limit: limits.parts, unit: "个") }
        var total: UInt64 = 0
        for index in 0..<zip_uint64_t(max(0, count)) {
            let status = try status(of: index)
            guard let text = status.name else { continue }
            let name = String(cString: text)
            let steps = name.split(separator: "/", omittingEmptySubsequences: false)
            guard !name.hasPrefix("/"), !name.contains("\\"), !steps.contains("..") else {
                throw .suspiciousPart(name)
            }
            guard status.encryption_method == UInt16(ZIP_EM_NONE) else { throw .oldOrEncrypted }
            total = total.addingReportingOverflow(status.size).partialValue
            guard status.size <= UInt64(limits.unpackedBytes), total <= UInt64(limits.unpackedBytes) else {
                throw .overLimit(what: "解压后的大小", limit: limits.unpackedBytes >> 20, unit: "MB")
            }
        }
    }

    private func status(of index: zip_uint64_t) throws(SheetError) -> zip_stat_t {
        var status = zip_stat_t()
        zip_stat_init(&status)
        guard zip_stat_index(archive, index, 0, &status) == 0 else {
            throw .damaged(part: "目录", why: "第\(index + 1)个文件的条目读不出")
        }
        return status
    }

    func contains(_ part: String) -> Bool { zip_name_locate(archive, part, 0) >= 0 }

    /// The names of all parts below a folder.
    func parts(under folder: String) -> [String] {
        let count = max(0, zip_get_num_entries(archive, 0))
        return (0..<zip_uint64_t(count)).compactMap { index in
            zip_get_name(archive, index, 0).map { String(cString: $0) }
        }.filter { $0.hasPrefix(folder) }
    }

    /// Inflates a part into pieces, an empty one last; the body returns `false` to stop early.
    func inflate(
        _ part: String, _ body: (UnsafeRawBufferPointer) throws(SheetError) -> Bool
    ) throws(SheetError) {
        let index = zip_name_locate(archive, part, 0)
        guard index >= 0 else { throw .damaged(part: part, why: "缺少这个部分") }
        let status = try status(of: zip_uint64_t(index))
        guard let file = zip_fopen_index(archive, zip_uint64_t(index), 0) else {
            throw .damaged(part: part, why: "打不开")
        }
        defer { zip_fclose(file) }
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: SheetBytes.chunk, alignment: 16)
        defer { buffer.deallocate() }
        var inflated = 0
        while true {
            let count = Int(zip_fread(file, buffer.baseAddress, zip_uint64_t(SheetBytes.chunk)))
            guard count >= 0 else { throw .damaged(part: part, why: "解压出错") }
            inflated += count
            try check(inflated, of: status, part: part)
            guard try body(UnsafeRawBufferPointer(rebasing: buffer[0..<count])), count > 0 else { return }
        }
    }

    /// The directory may lie: what really comes out counts.
    private func check(_ inflated: Int, of status: zip_stat_t, part: String) throws(SheetError) {
        guard UInt64(inflated) <= status.size else { throw .damaged(part: part, why: "解压后比目录所记的大") }
        let packed = max(1, Int(clamping: status.comp_size))
        guard inflated <= limits.ratioFrom || inflated / packed <= limits.inflationRatio else {
            throw .overLimit(what: "\(part) 的压缩比", limit: limits.inflationRatio, unit: "倍")
        }
    }
}
