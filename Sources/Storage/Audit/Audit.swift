import GRDB
import Ledger
import Registers

/// One pass over the ledger, in order of entries, that collects what is wrong.
final class Audit {
    let database: Database
    let tables: [String: RegisterTable]
    let keys: [VerifierKey]
    /// Where a key of the ring came into force, by entry.
    var keyChanges: [(seq: Int, key: VerifierKey)] = []
    private let hasher = Hasher256()
    private var tail = TreeTail()
    /// The signed root at each signed size.
    private var signed: [Int: Digest] = [:]
    private var largestSigned = 0
    /// The signed sizes not reached yet, the next one last.
    private var ahead: [Int] = []
    private var storedTile: [Digest] = []
    private var index: [String: IndexAudit] = [:]
    /// Of the entry before: entries of one register mostly come together.
    private var recent: (register: [UInt8], index: IndexAudit)?
    private var faults: [AuditReport.Fault] = []

    init(_ database: Database, keys: [VerifierKey], tables: [String: RegisterTable]) {
        self.database = database
        self.keys = keys
        self.tables = tables
    }

    var report: AuditReport {
        AuditReport(size: tail.size, root: tail.root(hasher: hasher), signed: largestSigned, faults: faults)
    }

    func fault(_ what: String, seq: Int? = nil) {
        if faults.count < AuditReport.mostFaults { faults.append(.init(seq: seq, what)) }
    }

    /// Turns what SQLite refuses to read into a fault at the place reached.
    func tolerating(_ body: () throws -> Void) {
        do { try body() } catch let error as DatabaseError {
            fault("数据库此处损坏，后面读不出：\(error.message ?? "")", seq: tail.size)
        } catch {
            fault("\(error)", seq: tail.size)
        }
    }

    /// Holds every signed checkpoint to the keys; the roots are compared as the walk reaches their sizes.
    func readCheckpoints(head: Result<(note: SignedNote, checkpoint: Checkpoint), any Error>) {
        tolerating {
            let statement = try Statement(database, "SELECT size, note FROM checkpoints ORDER BY size")
            while try statement.step() {
                readCheckpoint(size: statement.integer(0), Array(statement.blob(1)))
            }
        }
        switch head {
        case .success(let head): readCheckpoint(size: head.checkpoint.size, head.note.bytes)
        case .failure(let error): fault("\(error)")
        }
        ahead = signed.keys.sorted(by: >)
        requireRoot()
    }

    private func readCheckpoint(size: Int, _ bytes: [UInt8]) {
        do {
            let note = try SignedNote(parsing: bytes)
            expect(try held(note, size: size))
        } catch {
            fault("\(size) 条处的检查点无效：\(error)")
        }
    }

    private func expect(_ checkpoint: Checkpoint) {
        if let root = signed[checkpoint.size], root != checkpoint.root {
            fault("\(checkpoint.size) 条处有两个不同的已签署的根：账本分叉过。")
        }
        signed[checkpoint.size] = checkpoint.root
        largestSigned = max(largestSigned, checkpoint.size)
    }

    private func requireRoot() {
        guard ahead.last == tail.size, let size = ahead.popLast(), signed[size] != tail.root(hasher: hasher)
        else {
            return
        }
        fault("账本前 \(tail.size) 条的根与已签署的检查点不符：其中有条目或哈希被改动过。")
    }

    /// Hashes every entry again and builds the tree from nothing.
    func walk(_ progress: (Int, Int) -> Void) throws {
        let total = try Schema.size(database)
        let entries = try Statement(database, "SELECT seq, bytes FROM entries ORDER BY seq")
        let tiles = try TileAudit(database)
        while try entries.step() {
            let seq = entries.integer(0)
            guard seq >= 0 else {
                fault("序号为负的条目，不属于账本。", seq: seq)
                continue
            }
            while tail.size < seq {
                try extend(with: nil, tiles)
                fault("缺少这一条：它已被删除。", seq: tail.size - 1)
            }
            let bytes = entries.blob(1)
            try extend(with: hasher.leaf(bytes), tiles)
            try checkIndexRow(seq, bytes)
            if tail.size.isMultiple(of: 4096) { progress(tail.size, total) }
        }
        try tiles.checkEnd(tail, fault: { self.fault($0) })
        progress(total, total)
    }

    /// Adds the next leaf.
    ///
    /// Where the entry disagrees with the tree, the tree goes on with the stored hash: then the checkpoints tell
    /// whether the entry was changed (they agree) or the tree (they do not).
    private func extend(with leaf: Digest?, _ tiles: TileAudit) throws {
        let seq = tail.size
        if seq.isMultiple(of: Tile.width) { storedTile = try tiles.hashes(level: 0, index: seq / Tile.width) }
        let stored = seq % Tile.width < storedTile.count ? storedTile[seq % Tile.width] : nil
        if let leaf, stored != leaf {
            fault(stored == nil ? "树中没有这一条的哈希。" : "内容与登记时的哈希不符：条目被改动过。", seq: seq)
        }
        try tail.append(stored ?? leaf ?? MerkleTree.emptyRoot, hasher: hasher) { tile in
            try tiles.check(tile) { self.fault($0) }
        }
        requireRoot()
    }

    func requireCheckpointsCovered() {
        guard largestSigned > tail.size else { return }
        fault("账本只有 \(tail.size) 条，而签署过 \(largestSigned) 条：末尾的条目被删除，或数据来自旧备份。")
    }

    private func checkIndexRow(_ seq: Int, _ bytes: UnsafeRawBufferPointer) throws {
        guard let outline = EntryOutline(bytes), let register = outline.plainText(outline.register) else {
            return fault("不是账本条目的格式。", seq: seq)
        }
        guard let audit = try indexAudit(of: register) else { return }
        if let what = try audit.compare(seq, outline) { fault(what, seq: seq) }
    }

    private func indexAudit(of register: UnsafeRawBufferPointer) throws -> IndexAudit? {
        if let recent, recent.register.count == register.count, register.elementsEqual(recent.register) {
            return recent.index
        }
        let name = String(decoding: register, as: UTF8.self)
        guard let table = tables[name] else { return nil }
        let audit = try index[name] ?? IndexAudit(table, database)
        index[name] = audit
        recent = (Array(register), audit)
        return audit
    }

    /// What is left in the index once every entry has had its row.
    func checkIndex() throws {
        for table in tables.values.sorted(by: { $0.declaration.id < $1.declaration.id })
        where try index[table.declaration.id] != nil || database.tableExists(table.plainName) {
            let audit = try index[table.declaration.id] ?? IndexAudit(table, database)
            for seq in try audit.extraRows() { fault("索引中的记录没有对应的条目（台账 \(table.declaration.id)）。", seq: seq) }
            for seq in try audit.wrongVersions() {
                fault("索引中版本的起止时间不对（台账 \(table.declaration.id)）。", seq: seq)
            }
        }
    }
}
