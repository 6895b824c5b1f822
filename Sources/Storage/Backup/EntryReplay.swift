import GRDB
import Ledger

/// Appends entries as bytes, without reading or changing them: trees, but no index.
final class EntryReplay {
    private let insertEntry: Statement
    /// SHA-256 first.
    private let trees: [TreeWriter]

    init(_ database: Database) throws {
        insertEntry = try Statement(database, "INSERT INTO entries (seq, bytes) VALUES (?, ?)")
        trees = try HashAlgorithm.kept(in: database).map { try TreeWriter(database, $0) }
        let size = try Schema.size(database)
        for tree in trees { try tree.catchUp(to: size) }
    }

    func append(_ entry: [UInt8]) throws {
        insertEntry.bind(1, trees[0].tail.size)
        insertEntry.bind(2, entry)
        try insertEntry.run()
        for tree in trees { _ = try entry.withUnsafeBytes { try tree.append($0) } }
    }

    /// Writes the unfinished tiles.
    ///
    /// - Returns: The root of the SHA-256 tree now.
    func finish() throws -> Digest {
        for tree in trees { try tree.finish() }
        return trees[0].root
    }
}
