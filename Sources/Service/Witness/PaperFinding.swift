package import Ledger
import Storage

/// What comparing typed-in lines with the ledger gave.
package struct PaperFinding: Sendable {
    package let paper: PaperCheckpoint
    package let outcome: Outcome

    package enum Outcome: Hashable, Sendable {
        case same
        case otherLedger(String)
        /// The ledger has fewer entries than the paper says.
        case shrunk
        case otherRoot(Digest)
    }

    package var isSound: Bool { outcome == .same }

    init(file: String, folder: String) throws {
        let text = String(decoding: try WitnessOffice.bytes(of: file, SignedNote.largest), as: UTF8.self)
        guard let paper = PaperCheckpoint(text) else {
            throw ServiceError(
                .data, "\(file) 不是检查点的三行：账本名称、条数、根（64 位十六进制或 base64）各一行。请对照纸面重新录入。")
        }
        self.paper = paper
        let origin = try LedgerStore.origin(at: folder)
        if paper.origin != origin {
            outcome = .otherLedger(origin)
        } else if let root = try LedgerStore.root(of: paper.size, at: folder) {
            outcome = root == paper.root ? .same : .otherRoot(root)
        } else {
            outcome = .shrunk
        }
    }

    package var line: String {
        let size = paper.size
        return switch outcome {
        case .same: "与纸面一致：账本的前 \(size) 条就是纸面所记的 \(size) 条。"
        case .otherLedger(let origin): "与纸面不符：纸面是账本 \(paper.origin) 的，本账本是 \(origin)。"
        case .shrunk: "与纸面不符：账本现在不到 \(size) 条，纸面所记的记录有的已不在账本中。"
        case .otherRoot(let root):
            "与纸面不符：账本前 \(size) 条的根是 \(root.hex)，纸面是 \(paper.root.hex)。请先核对录入；录入无误，则账本被改写过。"
        }
    }

    var json: JSONValue {
        [
            "size": .number(paper.size), "root": .string(paper.root.hex), "same": .boolean(isSound),
            "words": .string(line),
        ]
    }
}
