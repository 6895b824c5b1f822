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
    /// SHA-256 first; none when the tables of the tree cannot be read.
    private(set) var trees: [TreeAudit] = []
    /// Entries reached.
    private var reached = 0
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
        AuditReport(
            size: reached, root: trees.first?.root ?? MerkleTree.emptyRoot,
            signed: trees.first?.largestSigned ?? 0, faults: faults)
    }

    func fault(_ what: String, seq: Int? = nil) {
        if faults.count < AuditReport.mostFaults { faults.append(.init(seq: seq, what)) }
    }

    /// Turns what SQLite refuses to read into a fault at the place reached.
    func tolerating(_ body: () throws -> Void) {
        do { try body() } catch let error as DatabaseError {
            fault("数据库此处损坏，后面读不出：\(error.message ?? "")", seq: reached)
        } catch {
            fault("\(error)", seq: reached)
        }
    }

    /// Holds every signed checkpoint of a tree to the keys; the roots are compared as the walk reaches their sizes.
    ///
    func addTree(_ algorithm: HashAlgorithm, head: Result<HeadFile.State, any Error>) throws {
        let tree = try TreeAudit(database, algorithm) { [unowned self] in fault($0, seq: $1) }
        trees.append(tree)
        tolerating {
            let statement = try Statement(
                database, "SELECT size, note FROM \(algorithm.checkpoints) ORDER BY size")
            while try statement.step() {
                readCheckpoint(of: tree, size: statement.integer(0), Array(statement.blob(1)))
            }
        }
        switch head {
        case .success(let head): readCheckpoint(of: tree, size: head.checkpoint.size, head.note.bytes)
        case .failure(let error): fault("\(error)")
        }
        tree.begin()
    }

    /// A tree that was signed and whose tables are gone.
    func requireTrees(of heads: [Result<HeadFile.State, any Error>]) {
        for case .success(let head) in heads where head.checkpoint.size > 0 {
            guard !trees.contains(where: { $0.algorithm == head.checkpoint.algorithm }) else { continue }
            fault("签署过 \(head.checkpoint.size) 条的树（\(head.checkpoint.origin)）不在数据库中：它的表被删除。")
        }
    }

    private func readCheckpoint(of tree: TreeAudit, size: Int, _ bytes: [UInt8]) {
        do {
            tree.expect(try held(try SignedNote(parsing: bytes), size: size, in: tree.algorithm))
        } catch {
            fault("\(size) 条处的检查点无效：\(error)")
        }
    }

    /// Hashes every entry again and builds each tree from nothing.
    func walk(_ progress: (Int, Int) -> Void) throws {
        let total = try Schema.size(database)
        let entries = try Statement(database, "SELECT seq, bytes FROM entries ORDER BY seq")
        while try entries.step() {
            let seq = entries.integer(0)
            guard seq >= 0 else {
                fault("序号为负的条目，不属于账本。", seq: seq)
                continue
            }
            while reached < seq {
                try extend(with: nil)
                fault("缺少这一条：它已被删除。", seq: reached - 1)
            }
            let bytes = entries.blob(1)
            try extend(with: bytes)
            try checkIndexRow(seq, bytes)
            if reached.isMultiple(of: 4096) { progress(reached, total) }
        }
        for tree in trees { try tree.end() }
        progress(total, total)
    }

    private func extend(with entry: UnsafeRawBufferPointer?) throws {
        for tree in trees { try tree.extend(with: entry) }
        reached += 1
    }

    func requireCheckpointsCovered() { trees.forEach { $0.requireCheckpointsCovered() } }

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
