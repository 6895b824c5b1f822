import Foundation
import Law
import Documents
import Ledger
import Reporting
import Registers
import Storage

/// What an evidence pack holds, in numbers.
package struct FreezeSummary: Sendable {
    package let figures: Int
    package let claims: Int
    /// Entries in the pack, each with its proof.
    package let entries: Int
    package let document: String
}

extension Bureau {
    /// Freezes a report: compiles it, files its manifest, signs, and writes document and evidence pack.
    ///
    /// The document goes beside the pack under the same name, so that both are handed over together.
    package func freeze(_ question: ReportQuestion, to path: String) throws -> FreezeSummary {
        let documentPath = URL(fileURLWithPath: path).deletingPathExtension().appendingPathExtension("docx")
            .path
        try [path, documentPath].forEach(OutputFile.requireWritable)
        let compiled = try compile(question)
        let document = try compiled.bytes(as: .docx)
        let name = URL(fileURLWithPath: documentPath).lastPathComponent
        let report = FrozenReport(
            title: compiled.report.document.title, template: compiled.template, period: compiled.period.name,
            pack: packs.hash.hex,
            documents: [.init(name: name, size: document.count, sha256: .sha256(document))],
            figures: try figures(of: compiled), claims: try claims(of: compiled))
        // Before anything is filed: a full disk must not leave a frozen report that nobody holds.
        try OutputFile.write(document, to: documentPath)
        let pack = try store.freeze(report, actor: actor, at: environment.now())
        try OutputFile.write(pack.bytes, to: path)
        return FreezeSummary(
            figures: report.figures.count, claims: report.claims.count, entries: pack.leaves.count,
            document: documentPath)
    }

    private func figures(of compiled: BureauReport) throws -> [EvidenceManifest.Figure] {
        var seen: Set<String> = []
        return try compiled.report.figures.filter { seen.insert($0.figure.id).inserted }.map { worded in
            let figure = worded.figure
            let measure = packs.indicators.first { $0.id == figure.id }?.recount ?? .stated
            return EvidenceManifest.Figure(
                id: figure.id, value: figure.value.description, unit: figure.unit, phrase: worded.phrase,
                definition: figure.definition, measure: measure,
                records: try seqs(of: figure.records, in: figure.register))
        }
    }

    private func claims(of compiled: BureauReport) throws -> [EvidenceManifest.Claim] {
        try compiled.report.claims.map { claim in
            EvidenceManifest.Claim(
                id: claim.id, holds: claim.holds, sentence: claim.sentence, universe: claim.universe,
                support: claim.support, counter: try seqs(of: claim.counter, in: claim.register))
        }
    }

    /// The entries that carry the records' versions in force.
    private func seqs(of records: [String], in register: String) throws -> [Int] {
        try records.compactMap { try store.record(register, $0)?.seq }
    }
}

extension Indicator {
    /// How a verifier counts the figure again from the entries alone.
    var recount: EvidenceManifest.Measure {
        switch counts {
        case .records: .records
        case .distinct(let field): .distinct(field: field)
        case .sum(let field): .sum(field: field)
        case .elsewhere: .stated
        }
    }
}

/// What checking an evidence pack gave.
package struct EvidenceCheck: Sendable {
    package let isSound: Bool
    package let lines: [String]

    /// Checks a pack with the key it carries: that it agrees with itself, not whose it is.
    package init(file: String) throws {
        guard let data = try? Data(contentsOf: URL(fileURLWithPath: file)) else {
            throw ServiceError(.use, "读不到证据包 \(file)。")
        }
        do throws(ProofError) {
            let finding = try EvidencePack(parsing: Array(data)).verify()
            isSound = true
            lines = [
                "通过：\(finding.manifest.title)，数值 \(finding.manifest.figures.count) 个，"
                    + "由条目重算一致 \(finding.recounted.count) 个；条目 \(finding.entries) 条，全部在检查点之内。",
                "公钥取自证据包本身；请与账本公布的公钥核对，或用 zhunsheng-verify --key。",
            ]
        } catch {
            isSound = false
            lines = ["未通过：\(error)"]
        }
    }
}
