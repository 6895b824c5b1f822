import Glibc

extension File {
    static func remove(_ path: String) throws {
        guard unlink(path) == 0 || errno == ENOENT else { throw failure(path, "删除") }
    }

    /// What a folder holds, sorted; nothing that is hidden or still being written.
    static func names(in path: String) throws -> [String] {
        guard let folder = opendir(path) else { throw failure(path, "读取目录") }
        defer { closedir(folder) }
        var names: [String] = []
        while let entry = readdir(folder) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if !name.hasPrefix("."), !name.hasSuffix(".new") { names.append(name) }
        }
        return names.sorted()
    }
}
