import GRDB
import Ledger

/// One tree's part in the audit: it is built again from the entries, and held to what is stored and to what was signed.
final class TreeAudit {
    let algorithm: HashAlgorithm
    private let hasher: Hasher256
    private let tiles: TileAudit
    private(set) var tail = TreeTail()
    /// The signed root at each signed size.
    private var signed: [Int: Digest] = [:]
    private(set) var largestSigned = 0
    /// The signed sizes not reached yet, the next one last.
    private var ahead: [Int] = []
    private var storedTile: [Digest] = []
    private let fault: (_ what: String, _ seq: Int?) -> Void

    init(
        _ database: Database, _ algorithm: HashAlgorithm,
        fault: @escaping (_ what: String, _ seq: Int?) -> Void
    ) throws {
        self.algorithm = algorithm
        hasher = Hasher256(algorithm)
        tiles = try TileAudit(database, algorithm)
        self.fault = algorithm == .sha256 ? fault : { fault("SM3 树：" + $0, $1) }
    }

    var root: Digest { tail.root(hasher: hasher) }

    /// Takes a checkpoint whose signature holds.
    func expect(_ checkpoint: Checkpoint) {
        if let root = signed[checkpoint.size], root != checkpoint.root {
            fault("\(checkpoint.size) 条处有两个不同的已签署的根：账本分叉过。", nil)
        }
        signed[checkpoint.size] = checkpoint.root
        largestSigned = max(largestSigned, checkpoint.size)
    }

    /// Once all checkpoints are known, and before the first entry.
    func begin() {
        ahead = signed.keys.sorted(by: >)
        requireRoot()
    }

    /// Adds the next entry; `nil` for one that is missing.
    ///
    /// Where the entry disagrees with the tree, the tree goes on with the stored hash: then the checkpoints tell
    /// whether the entry was changed (they agree) or the tree (they do not).
    func extend(with entry: UnsafeRawBufferPointer?) throws {
        let leaf = entry.map { hasher.leaf($0) }
        let seq = tail.size
        if seq.isMultiple(of: Tile.width) { storedTile = try tiles.hashes(level: 0, index: seq / Tile.width) }
        let stored = seq % Tile.width < storedTile.count ? storedTile[seq % Tile.width] : nil
        if let leaf, stored != leaf {
            fault(stored == nil ? "树中没有这一条的哈希。" : "内容与登记时的哈希不符：条目被改动过。", seq)
        }
        try tail.append(stored ?? leaf ?? algorithm.emptyRoot, hasher: hasher) { tile in
            try tiles.check(tile) { fault($0, nil) }
        }
        requireRoot()
    }

    private func requireRoot() {
        guard ahead.last == tail.size, let size = ahead.popLast(), signed[size] != root else { return }
        fault("账本前 \(tail.size) 条的根与已签署的检查点不符：其中有条目或哈希被改动过。", nil)
    }

    /// Compares the unfinished tiles.
    func end() throws { try tiles.checkEnd(tail) { fault($0, nil) } }

    func requireCheckpointsCovered() {
        guard largestSigned > tail.size else { return }
        fault("账本只有 \(tail.size) 条，而签署过 \(largestSigned) 条：末尾的条目被删除，或数据来自旧备份。", nil)
    }
}
