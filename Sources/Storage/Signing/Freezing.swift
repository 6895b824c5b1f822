package import Ledger
import Registers

/// A report whose manifest is an entry of the ledger, on its way to an evidence pack.
package struct Freezing: Sendable {
    package let manifest: EvidenceManifest
    /// The freezing's entry.
    package let seq: Int
    let canonical: CanonicalJSON
}

extension DataFolder {
    /// Where the manifest and the document of a report wait until its checkpoint is witnessed.
    ///
    /// - Parameter report: The id of its record in the register of frozen reports.
    func awaiting(_ report: String) -> String {
        witness + "/frozen-" + Digest.sha256(Array(report.utf8)).hex
    }
}

extension LedgerStore {
    /// Keeps a report's manifest and document until its pack is written, so that the wait for witnesses outlives the
    /// program and no second freezing is filed.
    func keep(_ manifest: CanonicalJSON, _ document: [UInt8], of report: String) throws {
        let place = folder.awaiting(report)
        try File.makeFolder(folder.witness)
        try File.makeFolder(place)
        try File.write(document, to: place + "/document", mode: 0o600)
        // Last, since it is what a later start looks for.
        try File.write(manifest.bytes, to: place + "/manifest", mode: 0o600)
    }

    /// The freezing of a report that still waits for its pack, with its document; `nil` when none does.
    package func awaiting(template: String, period: String) throws -> (freezing: Freezing, document: [UInt8])?
    {
        let report = FrozenReport.id(template: template, period: period)
        let place = folder.awaiting(report)
        guard File.exists(place + "/manifest"),
            let seq = try record(FrozenReport.declaration.id, report)?.seq
        else { return nil }
        let bytes = try File.read(place + "/manifest", limit: EvidencePack.largest)
        // A crash may have come before the entry; then it is another freezing's, and this one never happened.
        guard try entry(seq).attachments.contains(where: { $0.sha256 == .sha256(bytes) }) else { return nil }
        let canonical = CanonicalJSON(try JSONValue(parsing: String(decoding: bytes, as: UTF8.self)))
        let manifest = try EvidenceManifest(canonical.value())
        return (
            Freezing(manifest: manifest, seq: seq, canonical: canonical),
            try File.read(place + "/document", limit: EvidencePack.largest)
        )
    }

    /// Forgets what was kept, once the pack is written.
    package func finished(_ freezing: Freezing) throws {
        let report = FrozenReport.id(template: freezing.manifest.template, period: freezing.manifest.period)
        for name in ["/manifest", "/document"] { try File.remove(folder.awaiting(report) + name) }
    }
}
