package import Ledger

/// A ledger as static files that any reader of C2SP tlog-tiles understands: read back, by its own checkpoint.
package struct StaticLog: Sendable {
    package let path: String
    package let note: SignedNote
    package let checkpoint: Checkpoint

    /// - Throws: `ExportError.notALog` when there is no checkpoint there, or none that one of the keys signed.
    package init(at path: String, keys: [VerifierKey]) throws {
        self.path = path
        do {
            note = try SignedNote(
                parsing: try File.read(path + "/" + TilePath.checkpoint, limit: SignedNote.largest))
            checkpoint = try Checkpoint(note, signedBy: keys)
        } catch {
            throw ExportError.notALog(path: path)
        }
    }

    /// Hands over the entries from a number on, in order, up to the checkpoint's size. Nothing is believed of them
    /// here: whoever takes them compares the root.
    func entries(from first: Int, _ take: ([UInt8]) throws -> Void) throws {
        for index in (first / Tile.width)..<((checkpoint.size + Tile.width - 1) / Tile.width) {
            let start = index * Tile.width
            let width = min(Tile.width, checkpoint.size - start)
            let file = TilePath.entries(index: index, width: width)
            guard let bytes = try? File.read(path + "/" + file, limit: EntryBundle.largest),
                let entries = EntryBundle.entries(parsing: bytes, count: width)
            else { throw ExportError.badFile(path: path + "/" + file) }
            for entry in entries.dropFirst(max(0, first - start)) { try take(entry) }
        }
    }
}

/// Why a static log could not be written or read.
package enum ExportError: Error, Hashable, Sendable {
    /// The folder holds something else.
    case occupied(path: String)
    case notALog(path: String)
    case badFile(path: String)
    /// What was exported earlier is not what the ledger begins with now.
    case forked(path: String, size: Int)
    /// The folder holds more than the ledger has signed now.
    case behind(path: String, exported: Int, signed: Int)
}

extension ExportError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .occupied(let path): "\(path) 里有别的文件，没有写入。请给出一个空文件夹，或先前导出的文件夹。"
        case .notALog(let path): "\(path) 里没有本账本签署的 checkpoint，不能当作账本的副本使用。请核对路径。"
        case .badFile(let path): "\(path) 缺少或不是应有的条目，这份副本不完整。请换一份副本。"
        case .forked(let path, let size):
            "\(path) 先前导出的前 \(size) 条与现在的账本不一致：账本被改写过。没有写入；请保留两者并运行 zhunsheng ledger verify。"
        case .behind(let path, let exported, let signed):
            "\(path) 先前导出了 \(exported) 条，而账本现在只签署到 \(signed) 条：账本可能来自旧备份。没有写入。"
        }
    }
}
