import GRDB
import Ledger
package import Registers

/// What an insider with the database, and perhaps the keys, can do to a data folder. For `ledger attack`, which
/// works on a copy of its own making, and for tests.
package struct Tampering: Sendable {
    let folder: DataFolder
    private let registers: [RegisterDeclaration]

    package init(at path: String, registers: [RegisterDeclaration]) {
        folder = DataFolder(path)
        self.registers = registers
    }

    /// A copy of a data folder with everything that an insider has: databases, head, keys.
    package static func copy(_ path: String, to target: String) throws {
        let folder = DataFolder(path)
        try File.makeFolder(target)
        for kind in [BackupManifest.Kind.data, .keys] {
            let files = BackupFiles(folder: folder, kind: kind)
            if kind == .data { try files.copy(DataFolder.databaseName, to: target) }
            for file in try files.list() { try files.copy(file, to: target) }
        }
        for file in ["head/checkpoint", "head/checkpoint.sm3", "head/erasures"]
        where File.exists(path + "/" + file) {
            try File.makeFolder(target + "/head")
            _ = try File.copy(path + "/" + file, to: target + "/" + file, mode: 0o600)
        }
    }

    /// Changes one digit in the fields of an entry where it lies, and nothing else.
    package func edit(_ seq: Int) throws {
        try write { database in
            var bytes = try Self.entry(seq, database)
            try Self.changeDigit(&bytes, seq)
            try database.execute(
                sql: "UPDATE entries SET bytes = ? WHERE seq = ?", arguments: [Blob(bytes), seq])
        }
    }

    /// Changes one digit in the fields of an entry's bytes: another number, or another day.
    package static func changeDigit(_ bytes: inout [UInt8], _ seq: Int) throws {
        let digits = UInt8(ascii: "0")...UInt8(ascii: "8")
        let fields = bytes.withUnsafeBytes { EntryOutline($0)?.fields }
        guard let fields, let place = fields.last(where: { digits.contains(bytes[$0]) }) else {
            throw StorageError.damaged(seq: seq)
        }
        bytes[place] += 1
    }

    /// Changes the list of entries at will, and computes every hash, tile and index row anew, so that all of it agrees.
    package func rewrite(_ change: (inout [[UInt8]]) throws -> Void) throws {
        try write { database in
            var entries = try Blob.fetchAll(database, sql: "SELECT bytes FROM entries ORDER BY seq").map(
                \.bytes)
            try change(&entries)
            let trees = try HashAlgorithm.kept(in: database)
            for table in ["entries"] + trees.flatMap({ [$0.tiles, $0.edge, $0.innerNodes] }) {
                try database.execute(sql: "DELETE FROM \(table)")
            }
            let replay = try EntryReplay(database)
            for entry in entries { try replay.append(entry) }
            _ = try replay.finish()
            for tree in trees {
                try database.execute(
                    sql: "DELETE FROM \(tree.checkpoints) WHERE size > ?", arguments: [entries.count])
            }
            try LedgerStore.derive(Array(LedgerStore.tables(for: registers).values), in: database)
        }
    }

    /// Signs every old size of every tree again as it is now, and puts the last of them in the place of the head.
    package func signAnew() throws {
        let keys = try KeyRing.read(from: folder)
        for (algorithm, note) in try write({ database in
            try HashAlgorithm.kept(in: database).map { ($0, try Self.signAnew($0, keys, database)) }
        }) {
            try HeadFile(folder: folder, algorithm).create(note)
        }
    }

    /// - Returns: The last checkpoint, of all that there is.
    private static func signAnew(
        _ algorithm: HashAlgorithm, _ keys: KeyRing, _ database: Database
    ) throws -> SignedNote {
        let (tree, size) = (try StoredTree(database, algorithm), try Schema.size(database))
        let origin = algorithm.origin(of: keys.verifiers[0].name)
        func sign(_ size: Int) throws -> SignedNote {
            let note = Checkpoint(origin: origin, size: size, root: try tree.root(of: size))
                .signed(by: keys.signing.map { $0.named(origin) })
            try database.execute(
                sql: "INSERT OR REPLACE INTO \(algorithm.checkpoints) (size, note) VALUES (?, ?)",
                arguments: [size, Blob(note.bytes)])
            return note
        }
        for old in try Int.fetchAll(database, sql: "SELECT size FROM \(algorithm.checkpoints)") {
            _ = try sign(old)
        }
        return try sign(size)
    }

    /// Takes the newest row of a register out of the index, so that no page and no check sees it; the entry stays.
    package func hideNewest(of register: String) throws {
        guard let table = LedgerStore.tables(for: registers)[register] else {
            throw StorageError.unknownRegister(register)
        }
        try write {
            try $0.execute(
                sql: "DELETE FROM \(table.name) WHERE seq = (SELECT max(seq) FROM \(table.name))")
        }
    }

    private static func entry(_ seq: Int, _ database: Database) throws -> [UInt8] {
        guard
            let entry = try Blob.fetchOne(
                database, sql: "SELECT bytes FROM entries WHERE seq = ?", arguments: [seq])
        else { throw StorageError.noEntry(seq: seq) }
        return entry.bytes
    }

    private func write<Result>(_ body: (Database) throws -> Result) throws -> Result {
        let pool = try LedgerStore.openPool(folder)
        defer { try? pool.close() }
        return try pool.write(body)
    }
}
