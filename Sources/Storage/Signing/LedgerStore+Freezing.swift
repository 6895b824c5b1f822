import GRDB
package import Law
package import Ledger
package import Registers

/// A report on its way to being frozen: what its evidence pack will state.
package struct FrozenReport: Sendable {
    package let title: String
    /// The template's id and the period, which together name the report; freezing it again is a further version.
    package let template: String
    package let period: String
    /// Hash of the packs that judged and counted.
    package let pack: String
    package let documents: [EvidenceManifest.Document]
    package let figures: [EvidenceManifest.Figure]
    package let claims: [EvidenceManifest.Claim]

    package init(
        title: String, template: String, period: String, pack: String, documents: [EvidenceManifest.Document],
        figures: [EvidenceManifest.Figure], claims: [EvidenceManifest.Claim]
    ) {
        self.title = title
        self.template = template
        self.period = period
        self.pack = pack
        self.documents = documents
        self.figures = figures
        self.claims = claims
    }

    /// The record's id.
    static func id(template: String, period: String) -> String { "\(template)/\(period)" }

    /// The register of the store's own in which freezings are recorded.
    package static let declaration = RegisterDeclaration(
        id: "frozen-report", name: "报告定稿记录", about: "每次定稿的清单摘要，证据包由此可证。", key: ["template", "period"],
        happened: "frozenAt",
        fields: [
            FieldDeclaration(id: "template", label: "报告模板", type: .text, isRequired: true),
            FieldDeclaration(id: "period", label: "期间", type: .text, isRequired: true),
            FieldDeclaration(id: "title", label: "标题", type: .text, isRequired: true),
            FieldDeclaration(id: "manifest", label: "清单摘要", type: .text, isRequired: true),
            FieldDeclaration(id: "figures", label: "数字个数", type: .integer, isRequired: true, unit: "个"),
            FieldDeclaration(id: "frozenAt", label: "定稿时间", type: .datetime, isRequired: true),
        ])
}

extension LedgerStore {
    /// Freezes a report: records its manifest in the ledger.
    ///
    /// - Parameters:
    ///   - document: The bytes of its document, kept until the pack is written where witnesses must be waited for.
    ///   - at: The moment of freezing on China's clock.
    package func freeze(
        _ report: FrozenReport, document: [UInt8], actor: Entry.Actor, at moment: Moment
    ) throws -> Freezing {
        let manifest = EvidenceManifest(
            title: report.title, template: report.template, period: report.period, pack: report.pack,
            frozenAt: now(), log: try verifierKey, documents: report.documents, figures: report.figures,
            claims: report.claims)
        let canonical = CanonicalJSON(manifest.json)
        let digest = Digest.sha256(canonical.bytes)
        let id = FrozenReport.id(template: report.template, period: report.period)
        if try witnessPolicy() != nil { try keep(canonical, document, of: id) }
        let filing = Filing(
            register: FrozenReport.declaration.id, id: id,
            values: [
                .text(report.template), .text(report.period), .text(report.title), .text(digest.hex),
                .number(Number(report.figures.count)), .moment(moment),
            ], knownAt: moment, actor: actor, event: "frozen",
            attachments: [Entry.Attachment(size: canonical.bytes.count, sha256: digest)]
                + report.documents.map { Entry.Attachment(size: $0.size, sha256: $0.sha256) })
        return Freezing(manifest: manifest, seq: try file([filing])[0].seq, canonical: canonical)
    }

    /// The pack that proves a frozen report offline.
    ///
    /// - Returns: `nil` while the ledger has a policy and no checkpoint with the freezing in it meets its quorum.
    package func evidence(of freezing: Freezing) throws -> EvidencePack? {
        let signed = try checkpoint()
        guard try witnessPolicy() != nil else { return try evidence(of: freezing, under: signed) }
        // The key that the manifest names, which may have been changed while witnesses were waited for.
        return try witnessedCheckpoint(covering: freezing.seq + 1, signedBy: freezing.manifest.log)
            .map { try evidence(of: freezing, under: $0) }
    }

    private func evidence(of freezing: Freezing, under note: SignedNote) throws -> EvidencePack {
        let size = try Checkpoint(note).size
        let seqs = Set(freezing.manifest.records + [freezing.seq]).sorted()
        return try pool.read { database in
            let tree = try StoredTree(database)
            let entries = try Statement(database, Self.selectEntry)
            let leaves = try seqs.map { seq in
                EvidencePack.Leaf(seq: seq, content: .entry(try Self.entryBytes(seq, entries)))
            }
            let nodes = try SparseProof.nodes(beside: seqs, in: size) { try tree.node(height: $0, index: $1) }
            return EvidencePack(
                manifest: freezing.canonical, frozen: freezing.seq, leaves: leaves, nodes: nodes,
                checkpoint: note)
        }
    }
}
