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
    /// Freezes a report: records its manifest in the ledger, signs, and gives the pack that proves it offline.
    ///
    /// - Parameter at: The moment of freezing on China's clock.
    package func freeze(_ report: FrozenReport, actor: Entry.Actor, at moment: Moment) throws -> EvidencePack
    {
        let manifest = EvidenceManifest(
            title: report.title, template: report.template, period: report.period, pack: report.pack,
            frozenAt: now(), log: try verifierKey, documents: report.documents, figures: report.figures,
            claims: report.claims)
        let canonical = CanonicalJSON(manifest.json)
        let digest = Digest.sha256(canonical.bytes)
        let filing = Filing(
            register: FrozenReport.declaration.id, id: "\(report.template)/\(report.period)",
            values: [
                .text(report.template), .text(report.period), .text(report.title), .text(digest.hex),
                .number(Number(report.figures.count)), .moment(moment),
            ], knownAt: moment, actor: actor, event: "frozen",
            attachments: [Entry.Attachment(size: canonical.bytes.count, sha256: digest)]
                + report.documents.map { Entry.Attachment(size: $0.size, sha256: $0.sha256) })
        let frozen = try file([filing])[0].seq
        let note = try checkpoint()
        return try evidence(canonical, frozen: frozen, records: manifest.records, under: note)
    }

    private func evidence(
        _ manifest: CanonicalJSON, frozen: Int, records: [Int], under note: SignedNote
    ) throws -> EvidencePack {
        let size = try Checkpoint(note).size
        let seqs = Set(records + [frozen]).sorted()
        return try pool.read { database in
            let tree = try StoredTree(database)
            let entries = try Statement(database, Self.selectEntry)
            let leaves = try seqs.map { seq in
                EvidencePack.Leaf(seq: seq, content: .entry(try Self.entryBytes(seq, entries)))
            }
            let nodes = try SparseProof.nodes(beside: seqs, in: size) { try tree.node(height: $0, index: $1) }
            return EvidencePack(
                manifest: manifest, frozen: frozen, leaves: leaves, nodes: nodes, checkpoint: note)
        }
    }
}
