import Glibc
import Ledger

extension DataFolder {
    /// What was erased, outside every backup: a restored backup must not bring it back.
    ///
    /// A symbolic link may stand here, so that it lies on another disk.
    package var erasures: String { path + "/head/erasures" }
}

/// The journal of erasures: a first line, then one line of JSON for each, never changed and each bound to all before it.
///
/// ```
/// zhunsheng/erasures/v1
/// {"actor":["local","operator"],"approvers":["P01","P02"],"at":"2026-11-29T10:30","basis":"…","chain":"…",…}
/// ```
/// `chain` is SHA-256 over the chain before it (32 zero bytes at first) and the line without `chain`.
struct ErasureJournal: Sendable {
    let path: String
    private static let header = "zhunsheng/erasures/v1"

    /// - Throws: `journalBroken` at the first line that is not what was written.
    func read() throws -> [Erasure] { try lines().erasures }

    /// Adds an erasure and waits until the disk has it.
    func append(_ erasure: Erasure) throws {
        try File.locked(path + ".lock") {
            let (erasures, last, whole) = try lines()
            guard !erasures.contains(where: { $0.owner == erasure.owner }) else { return }
            let chain = Self.chain(last, erasure)
            let members = (erasure.json.members ?? []) + [JSONMember("chain", .string(chain.hex))]
            let line = String(decoding: JSONValue.object(members).canonical, as: UTF8.self) + "\n"
            if let whole {
                try File.write(Array((whole + line).utf8), to: path, mode: 0o600)
            } else {
                try File.append(Array(line.utf8), to: path)
            }
        }
    }

    /// - Returns: What is written; and the text to begin anew with, where there is none or its end was cut off.
    private func lines() throws -> (erasures: [Erasure], chain: [UInt8], whole: String?) {
        var chain = [UInt8](repeating: 0, count: Digest.size)
        guard File.exists(path) else { return ([], chain, Self.header + "\n") }
        let text = String(decoding: try File.read(path, limit: File.size(path)), as: UTF8.self)
        guard !text.isEmpty else { return ([], chain, Self.header + "\n") }
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        // A crash may have cut the last line short; what it would have said had not been done yet.
        let isWhole = lines.removeLast().isEmpty
        guard lines.first.map({ $0 == Self.header }) ?? false else {
            throw HiddenError.journalBroken(path: path, line: 1)
        }
        var erasures: [Erasure] = []
        for (number, line) in lines.enumerated().dropFirst() {
            guard let json = try? JSONValue(parsing: Array(line.utf8)), let erasure = Erasure(json),
                Self.chain(chain, erasure).hex == json["chain"]?.string
            else { throw HiddenError.journalBroken(path: path, line: number + 1) }
            chain = Self.chain(chain, erasure).bytes
            erasures.append(erasure)
        }
        return (erasures, chain, isWhole ? nil : lines.joined(separator: "\n") + "\n")
    }

    private static func chain(_ before: [UInt8], _ erasure: Erasure) -> Digest {
        .sha256(before + erasure.json.canonical)
    }
}

extension File {
    /// Where a symbolic link leads, whether or not anything is there yet; the path itself when it is none.
    static func target(of path: String) -> String {
        var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
        let count = readlink(path, &buffer, buffer.count)
        guard count > 0 else { return path }
        let target = String(decoding: buffer[..<count].map(UInt8.init(bitPattern:)), as: UTF8.self)
        guard !target.hasPrefix("/"), let end = path.lastIndex(of: "/") else { return target }
        return "\(path[..<end])/\(target)"
    }

    /// Bytes.
    static func size(_ path: String) throws -> Int {
        var status = stat()
        guard stat(path, &status) == 0 else { throw failure(path, "读取") }
        return Int(status.st_size)
    }

    /// Adds to the end of a file and waits until the disk has it.
    static func append(_ bytes: [UInt8], to path: String) throws {
        let file = open(path, O_WRONLY | O_APPEND | O_CLOEXEC)
        guard file >= 0 else { throw failure(path, "打开") }
        defer { close(file) }
        guard Glibc.write(file, bytes, bytes.count) == bytes.count else { throw failure(path, "写入") }
        guard fsync(file) == 0 else { throw failure(path, "写入磁盘") }
    }
}
