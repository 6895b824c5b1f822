import GRDB
package import Ledger

/// What an insider can do to private fields with the two databases that hold them.
extension Tampering {
    /// Exchanges what two envelopes of a group hold, ciphertexts and keys both, and leaves everything else as it was.
    package func exchangeEnvelopes(of register: String, _ group: String) throws {
        for path in [folder.envelopes, folder.envelopeKeys] {
            try write(to: path) { database in
                let rows = try Row.fetchAll(
                    database,
                    sql:
                        "SELECT rowid, bytes FROM hidden WHERE register = ? AND grp = ? ORDER BY record LIMIT 2",
                    arguments: [register, group])
                guard rows.count == 2 else { throw StorageError.unknownRegister(register) }
                for (row, other) in [(rows[0], rows[1]), (rows[1], rows[0])] {
                    try database.execute(
                        sql: "UPDATE hidden SET bytes = ? WHERE rowid = ?",
                        arguments: [other["bytes"] as DatabaseValue, row["rowid"] as DatabaseValue])
                }
            }
        }
    }

    /// Deletes a private group of a record, key and ciphertext, without a word in the ledger.
    package func dropEnvelope(of owner: PrivateContent.Owner) throws {
        for path in [folder.envelopes, folder.envelopeKeys] {
            try write(to: path) {
                try $0.execute(
                    sql: "DELETE FROM hidden WHERE register = ? AND record = ? AND grp = ?",
                    arguments: [owner.register, owner.record, owner.group])
            }
        }
    }

    private func write(to path: String, _ body: (Database) throws -> Void) throws {
        let queue = try DatabaseQueue(path: path)
        defer { try? queue.close() }
        try queue.write(body)
    }
}
