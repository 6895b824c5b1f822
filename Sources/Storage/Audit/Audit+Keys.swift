import GRDB
import Ledger
import Registers

extension Audit {
    /// Reads from the index which key was in force where; that the index says what the entries say is shown later.
    func readKeyChanges() throws {
        guard let table = tables[KeyChange.declaration.id], try database.tableExists(table.plainName)
        else { return }
        let statement = try Statement(
            database, "SELECT seq, \(RegisterTable.column("new")) FROM \(table.name) ORDER BY seq")
        while try statement.step() {
            let (seq, text) = (statement.integer(0), statement.text(1))
            guard let key = keys.first(where: { $0.text == text }) else {
                fault(
                    "账本记载启用的公钥不在 keys/ledger.vkey 中（更换若曾中断，请再运行 zhunsheng ledger key rotate）：\(text)",
                    seq: seq)
                continue
            }
            keyChanges.append((seq, key))
        }
        requireKnownOrigin()
    }

    /// Of each algorithm only the first key came without an entry; any other that did was slipped in.
    private func requireKnownOrigin() {
        for algorithm in [VerifierKey.Algorithm.ed25519, .sm2] {
            let unrecorded = keys.filter { key in
                key.algorithm == algorithm && !keyChanges.contains { $0.key == key }
            }
            for key in unrecorded.dropLast() {
                fault("keys/ledger.vkey 中有账本没有记载的公钥：\(key.text)")
            }
        }
    }

    /// The Ed25519 key that has to sign a checkpoint of a size: the last one that an entry below it brought into force.
    private func keyInForce(at size: Int) -> VerifierKey? {
        let changes = keyChanges.filter { $0.key.algorithm == .ed25519 }
        if let change = changes.last(where: { $0.seq < size }) { return change.key }
        return keys.last { key in key.algorithm == .ed25519 && !changes.contains { $0.key == key } }
    }

    /// What a note of a tree says, when the key in force at its size signed it.
    func held(_ note: SignedNote, size: Int, in tree: HashAlgorithm) throws(NoteError) -> Checkpoint {
        let named = { (key: VerifierKey) in key.named(tree.origin(of: key.name)) }
        let checkpoint = try Checkpoint(note, signedBy: keys.map(named))
        guard checkpoint.size == size else { throw .badCheckpoint }
        if let key = keyInForce(at: size), try !note.verify(by: keys.map(named)).contains(named(key)) {
            throw .retiredKey
        }
        return checkpoint
    }
}
