import Foundation
import Law
import Ledger
import Storage

/// What reading the whole ledger back gave, and when.
struct PageAudit: Sendable {
    let at: Moment
    let report: AuditReport
}

extension BureauPages {
    package func ledger() throws -> LedgerView {
        let store = bureau.store
        let size = try store.size()
        if size <= PageLimits.auditedEntries, lastAudit()?.report.size != size {
            keep(PageAudit(at: bureau.environment.now(), report: try store.verify()))
        }
        let last = try store.lastCheckpoint()
        let audit = lastAudit()
        return LedgerView(
            line: try ledgerLine(), origin: store.origin, verifierKeys: try store.verifierKeys.map(\.text),
            root: try store.root().hex, checkpoint: checkpointView(last.note), verifiedAt: audit?.at.pageText,
            faults: audit?.report.faults.map { LedgerFaultLine(seq: $0.seq ?? size, what: $0.what) } ?? [])
    }

    func ledgerLine() throws -> LedgerLine {
        let size = try bureau.store.size()
        let last = try bureau.store.lastCheckpoint()
        let faults = lastAudit()?.report.faults ?? []
        return LedgerLine(
            size: size, checkpointAt: signedAt?.pageText, uncovered: size - last.checkpoint.size,
            witnessedAt: nil,
            fault: faults.first.map { faults.count == 1 ? $0.what : "\($0.what)等 \(faults.count) 处" })
    }

    func checkpointView(_ note: SignedNote) -> CheckpointView {
        CheckpointView(
            signedAt: signedAt?.pageText ?? "时间不明", note: String(decoding: note.bytes, as: UTF8.self),
            witnesses: [])
    }

    /// When the last checkpoint was written, by this machine's clock: a checkpoint itself names no time.
    private var signedAt: Moment? {
        let attributes = try? FileManager.default.attributesOfItem(atPath: bureau.store.folder.head)
        guard let date = attributes?[.modificationDate] as? Date else { return nil }
        return Moment(millisecondsUTC: Int64(date.timeIntervalSince1970 * 1000))
    }
}
