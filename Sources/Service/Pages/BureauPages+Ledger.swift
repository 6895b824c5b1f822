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
        let last = try store.lastCosigned()
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
            witness: WitnessLine(try bureau.witnessing(), at: bureau.environment.ledgerClock()),
            fault: faults.first.map { faults.count == 1 ? $0.what : "\($0.what)等 \(faults.count) 处" })
    }

    func checkpointView(_ note: SignedNote) -> CheckpointView {
        CheckpointView(
            signedAt: signedAt?.pageText ?? "时间不明", note: String(decoding: note.bytes, as: UTF8.self),
            witnesses: witnessNames(on: note))
    }

    /// Names are shown of witnesses in the ledger's policy only, and only where their signatures hold.
    private func witnessNames(on note: SignedNote) -> [String] {
        (try? bureau.store.witnessPolicy()?.standing(of: note).names) ?? []
    }

    /// When the last checkpoint was written, by this machine's clock: a checkpoint itself names no time.
    private var signedAt: Moment? {
        let attributes = try? FileManager.default.attributesOfItem(atPath: bureau.store.folder.head)
        guard let date = attributes?[.modificationDate] as? Date else { return nil }
        return Moment(millisecondsUTC: Int64(date.timeIntervalSince1970 * 1000))
    }
}

extension WitnessLine {
    init(_ witnessing: Witnessing, at now: UTCTime) {
        let warning: String? =
            if !witnessing.hasPolicy {
                "尚未见证：没有外部单位见证"
            } else if witnessing.last == nil {
                "尚未见证"
            } else if witnessing.isLate(at: now) {
                "已超过 \(Witnessing.alarmHours) 小时未见证"
            } else {
                nil
            }
        self.init(at: witnessing.last?.time.chinaText, since: witnessing.since, warning: warning)
    }
}
