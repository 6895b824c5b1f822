import Ledger
import Registers
import Storage

extension Bureau {
    package func ledgerStatus() throws -> LedgerStatus {
        let last = try store.lastCosigned()
        return LedgerStatus(
            origin: store.origin, keys: try ledgerKeys(), size: try store.size(),
            note: String(decoding: last.note.bytes, as: UTF8.self), checkpoint: last.checkpoint,
            sm3: try store.trees().contains(.sm3) ? store.lastCheckpoint(of: .sm3).checkpoint : nil,
            age: try checkpointAge(), lastSignedEntryAt: try store.lastSignedEntryTime(),
            witnessing: try store.witnessing(), now: environment.ledgerClock())
    }

    /// Signs the ledger as it stands and gives the note.
    package func signCheckpoint() throws -> String {
        try store.checkpoint()
        return String(decoding: try store.lastCosigned().note.bytes, as: UTF8.self)
    }

    /// Writes the receipt of a record's last revision, signing first when it is newer than the last checkpoint.
    ///
    /// - Parameter card: Where a sheet for paper goes; `nil` makes none.
    package func writeReceipt(
        register: String, id: String, fromSM3Tree: Bool = false, to path: String, card: String? = nil
    ) throws {
        let register = try packs.register(register)
        guard let seq = try store.record(register.id, id)?.seq else {
            throw ServiceError(.use, "台账“\(register.name)”没有记录“\(id)”。")
        }
        guard try !fromSM3Tree || store.trees().contains(.sm3) else {
            throw ServiceError(.use, "账本没有 SM3 树，不能由它出具回执。请先运行 zhunsheng ledger sm3 enable。")
        }
        for place in [path] + [card].compactMap(\.self) { try OutputFile.requireWritable(place) }
        try store.checkpoint()
        let proof = try store.receipt(seq, in: fromSM3Tree ? .sm3 : .sha256)
        try OutputFile.write(proof.bytes, to: path)
        guard let card else { return }
        let page = try ReceiptCard(proof: proof, registerName: register.name).page()
        try OutputFile.write(Array(page.utf8), to: card)
    }

    /// Keeps a second tree over the entries, with SM3.
    ///
    /// - Returns: What was done, in a line for a person.
    package func enableSM3Tree() throws -> String {
        try store.enableSM3Tree()
        let state = try store.lastCheckpoint(of: .sm3).checkpoint
        return "已建立 SM3 树 \(state.origin)：\(state.size) 条，根 \(state.root.hex)。"
    }

    /// Audits a ledger that may be too damaged to be opened and, where it is sound, what it commits to beside itself.
    package static func verifyLedger(
        at folder: String, paper: String? = nil, environment: Environment,
        progress: (_ done: Int, _ total: Int) -> Void = { _, _ in }
    ) throws -> LedgerAudit {
        let registers = try installedPacks(in: folder).registers.registers
        var report = try LedgerStore.verify(at: folder, registers: registers, progress: progress)
        if report.isSound {
            let store = try LedgerStore(at: folder, registers: registers, now: environment.ledgerClock)
            defer { try? store.close() }
            report = report.adding(try store.hiddenFaults())
        }
        return LedgerAudit(
            report: report, paper: try paper.map { try PaperFinding(file: $0, folder: folder) },
            witnessing: try? LedgerStore.witnessing(at: folder), now: environment.ledgerClock())
    }

    package func rebuildIndex(checkOnly: Bool) throws -> IndexRebuild {
        if checkOnly { return IndexRebuild(differences: try store.rebuildCheck(), isCheck: true) }
        try store.rebuild()
        return IndexRebuild(differences: [:], isCheck: false)
    }
}
