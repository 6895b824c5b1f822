import GRDB
import Law
import Ledger
import Registers

/// Appends filings within one transaction: entry, tree and index row together.
///
/// Lives as long as the writing connection, so that a single filing need not prepare its statements again.
final class EntryAppender {
    private let database: Database
    private let tables: [String: RegisterTable]
    private let hidden: HiddenWriter
    private var indexes: [String: IndexWriter] = [:]
    private let insertEntry: Statement
    private let selectEntry: Statement
    private let storedSize: Statement
    private let lastTable: Statement
    private let keepsSM3: Statement
    private var knownTable = 0
    /// Of SHA-256, and of SM3 where the ledger keeps one.
    private var trees: [TreeWriter]
    private var lastRecordedAt: UTCTime
    private var fields = JSONWriter(capacity: 1024)
    private var entry = JSONWriter(capacity: 2048)

    init(_ database: Database, tables: [String: RegisterTable], hidden: HiddenStore) throws {
        self.database = database
        self.tables = tables
        self.hidden = HiddenWriter(hidden)
        insertEntry = try Statement(database, "INSERT INTO entries (seq, bytes) VALUES (?, ?)")
        selectEntry = try Statement(database, "SELECT bytes FROM entries WHERE seq = ?")
        storedSize = try Statement(database, Schema.sizeQuery)
        lastTable = try Statement(database, "SELECT max(rowid) FROM sqlite_master")
        keepsSM3 = try Statement(database, HashAlgorithm.keptQuery)
        trees = [try TreeWriter(database, .sha256)]
        lastRecordedAt = UTCTime(milliseconds: .min)
    }

    var size: Int { trees[0].tail.size }

    /// Takes up the ledger where another process has left it.
    func catchUp() throws {
        let size = try Schema.size(storedSize)
        if size != self.size || size == 0 {
            lastRecordedAt = UTCTime(milliseconds: .min)
            if size > 0 { lastRecordedAt = try stored(size - 1).recordedAt }
        }
        try takeUpSM3()
        for tree in trees { try tree.catchUp(to: size) }
    }

    /// A tree that another process asked for meanwhile came with tables of its own.
    private func takeUpSM3() throws {
        defer { lastTable.reset() }
        guard try lastTable.step(), case let table = lastTable.integer(0), table != knownTable else { return }
        knownTable = table
        defer { keepsSM3.reset() }
        if trees.count == 1, try keepsSM3.step() { trees.append(try TreeWriter(database, .sm3)) }
    }

    func append(_ filing: Filing, now: UTCTime) throws -> Receipt {
        let index = try index(of: filing.register)
        let latest = try index.latestVersion(of: filing.id)
        let filing = try closed(filing, in: index.table, over: latest?.seq)
        fields.clear()
        do { try index.table.coding.write(filing.values, into: &fields) } catch {
            throw StorageError.coding(register: filing.register, id: filing.id, error)
        }
        if let latest, let receipt = try unchanged(filing, latest) { return receipt }
        lastRecordedAt = max(now, lastRecordedAt)
        let revision = (latest?.revision ?? 0) + 1
        let seq = size
        let leaf = try write(filing, revision: revision, previous: latest?.seq, in: index.table)
        try index.insert(
            seq: seq, id: filing.id, revision: revision, knownAt: filing.knownAt, values: filing.values)
        return Receipt(
            register: filing.register, id: filing.id, seq: seq, revision: revision, leaf: leaf,
            isUnchanged: false)
    }

    /// The filing without its hidden fields, which are kept beside the ledger.
    private func closed(_ filing: Filing, in table: RegisterTable, over latest: Int?) throws -> Filing {
        guard table.hidesSomething else { return filing }
        return try hidden.close(filing, in: table, over: try latest.map { try stored($0) }) { register, id in
            try index(of: register).latestVersion(of: id).map { ($0.seq, try stored($0.seq)) }
        }
    }

    /// Whether any version of the record is filed.
    func holds(_ filing: Filing) throws -> Bool {
        try index(of: filing.register).latestVersion(of: filing.id) != nil
    }

    /// Writes what filings hide, and the unfinished tiles; the last act before the commit.
    func finish() throws {
        try hidden.flush()
        for tree in trees { try tree.finish() }
    }

    private func index(of register: String) throws -> IndexWriter {
        if let index = indexes[register] { return index }
        guard let table = tables[register] else { throw StorageError.unknownRegister(register) }
        let index = try IndexWriter(table, database)
        indexes[register] = index
        return index
    }

    /// The receipt of the current version, when a filing says nothing that it does not say already.
    private func unchanged(_ filing: Filing, _ latest: (seq: Int, revision: Int)) throws -> Receipt? {
        guard filing.event == nil else { return nil }
        let current = try stored(latest.seq)
        guard current.fields.bytes == fields.bytes, current.commitments == filing.commitments,
            current.attachments == filing.attachments
        else { return nil }
        let leaf = try stored(latest.seq) { trees[0].hash($0) }
        return Receipt(
            register: filing.register, id: filing.id, seq: latest.seq, revision: latest.revision, leaf: leaf,
            isUnchanged: true)
    }

    private func write(
        _ filing: Filing, revision: Int, previous: Int?, in table: RegisterTable
    ) throws -> Digest {
        let entry = Entry(
            register: filing.register, record: filing.id, revision: revision, previous: previous,
            event: filing.event ?? (revision == 1 ? "filed" : "revised"),
            happenedAt: table.happenedAt(filing.values), knownAt: CivilTime(filing.knownAt),
            recordedAt: lastRecordedAt, actor: filing.actor, basis: filing.basis, retention: filing.retention,
            fields: CanonicalJSON(written: fields.bytes), commitments: filing.commitments,
            attachments: filing.attachments)
        do { try entry.encode(into: &self.entry) } catch {
            throw StorageError.entry(register: filing.register, id: filing.id, error)
        }
        insertEntry.bind(1, size)
        insertEntry.bind(2, self.entry.bytes)
        try insertEntry.run()
        return try self.entry.bytes.withUnsafeBytes { bytes in
            let leaf = try trees[0].append(bytes)
            for tree in trees.dropFirst() { _ = try tree.append(bytes) }
            return leaf
        }
    }

    private func stored(_ seq: Int) throws -> Entry {
        try stored(seq) { try Entry(decoding: $0) }
    }

    private func stored<Result>(_ seq: Int, _ read: (UnsafeRawBufferPointer) throws -> Result) throws
        -> Result
    {
        defer { selectEntry.reset() }
        selectEntry.bind(1, seq)
        guard try selectEntry.step() else { throw StorageError.noEntry(seq: seq) }
        return try read(selectEntry.blob(0))
    }
}

extension RegisterTable {
    /// When the thing happened, as far as the record says.
    func happenedAt(_ values: [Value]) -> CivilTime? {
        guard let position = declaration.position(of: declaration.happened) else { return nil }
        switch values[position] {
        case .day(let day): return CivilTime(day)
        case .moment(let moment): return CivilTime(moment)
        default: return nil
        }
    }
}
