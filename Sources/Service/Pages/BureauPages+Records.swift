import Law
import Ledger
import Registers
import Storage
import Supervision

extension BureauPages {
    package func record(register id: String, id record: String) throws -> RecordView {
        let state = try current()
        let register = try declaration(id)
        let versions = try bureau.versions(id, record, knownAt: knownAt)
        guard let last = versions.last else {
            throw PageFault.notFound("台账“\(register.name)”没有记录 \(record)")
        }
        let labels = RecordLabels(bureau, knownAt: knownAt)
        let judged = state.tables.judge([record], of: id, asOf: state.times.asOf)
        return RecordView(
            register: try line(of: register, state), record: labels.link(last),
            caseID: try caseID(of: last, in: register), fields: try labels.fields(of: last, in: register),
            revisions: try versions.map { version in
                RevisionView(
                    number: version.revision, knownAt: version.knownAt.pageText, seq: version.seq,
                    values: try labels.cells(of: version, in: register))
            },
            judgements: try views(judged, state, labels),
            entry: try last.seq.map { try entryProof($0) })
    }

    /// The case that a record is, names, or reaches through its event.
    private func caseID(of record: Record, in register: RegisterDeclaration) throws -> String? {
        if register.id == Schema.caseRegister { return record.id }
        for field in register.fields where !field.isList {
            switch field.type {
            case .reference(Schema.caseRegister):
                if let id = register.value(field.id, of: record).id { return id }
            case .reference(Schema.eventRegister) where register.id != Schema.eventRegister:
                let event = try declaration(Schema.eventRegister)
                guard let id = register.value(field.id, of: record).id,
                    let found = try bureau.record(event.id, id, knownAt: knownAt)
                else { continue }
                return event.value(Schema.caseField, of: found).id
            default: continue
            }
        }
        return nil
    }

    package func receipt(register id: String, id record: String) throws -> Download {
        let register = try declaration(id)
        guard let seq = try bureau.record(id, record, knownAt: knownAt)?.seq else {
            throw PageFault.notFound("台账“\(register.name)”没有记录 \(record)")
        }
        do {
            let name = record.map { $0 == "/" || $0 == "\\" ? "-" : String($0) }.joined()
            return Download(
                name: "回执 \(id) \(name).tlog-proof", mediaType: "text/plain; charset=utf-8",
                bytes: try bureau.store.receipt(seq).bytes)
        } catch StorageError.notSigned {
            throw PageFault.badQuestion("这条记录在最近的检查点之后登记，签署下一个检查点后才能出具回执")
        }
    }

    private func entryProof(_ seq: Int) throws -> EntryProof {
        let leaf = try bureau.store.entryBytes(seq).withUnsafeBytes { Hasher256().leaf($0) }
        return EntryProof(seq: seq, leafHash: leaf.hex, inclusion: try inclusion(seq))
    }

    private func inclusion(_ seq: Int) throws -> InclusionView? {
        do {
            let proof = try bureau.store.receipt(seq)
            let signed = try Checkpoint(proof.checkpoint)
            return InclusionView(
                treeSize: signed.size, root: signed.root.hex, path: proof.hashes.map(\.hex),
                checkpoint: checkpointView(proof.checkpoint))
        } catch StorageError.notSigned {
            return nil
        }
    }
}
