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
    /// Those of the policy that cosigned the pack's checkpoint; empty without a policy.
    package let witnesses: [String]
    /// An earlier freezing that waited for witnesses was finished, and nothing was filed.
    package let isResumed: Bool
}

extension Bureau {
    /// Freezes a report: compiles it, files its manifest, signs, and writes document and evidence pack.
    ///
    /// The document goes beside the pack, so that both are handed over together. With a witness policy the pack is
    /// written once a checkpoint with the freezing in it meets the quorum; until then the freezing waits, and freezing
    /// the same report again goes on with it instead of filing another.
    ///
    /// - Parameter isAnew: Give up a freezing that waits, and compile the report again.
    package func freeze(_ question: ReportQuestion, to path: String, isAnew: Bool = false) throws
        -> FreezeSummary
    {
        let period = try period(question.period).name
        try OutputFile.requireWritable(path)
        let waiting = isAnew ? nil : try store.awaiting(template: question.template, period: period)
        let (freezing, document) = try waiting ?? freeze(question, besides: path)
        let documentPath = Self.path(of: freezing.manifest.documents.first?.name, besides: path)
        try OutputFile.requireWritable(documentPath)
        guard let pack = try store.evidence(of: freezing) ?? askedFor(freezing) else {
            throw ServiceError(.data, try waitingWords(freezing))
        }
        try OutputFile.write(document, to: documentPath)
        try OutputFile.write(pack.bytes, to: path)
        try store.finished(freezing)
        return FreezeSummary(
            figures: freezing.manifest.figures.count, claims: freezing.manifest.claims.count,
            entries: pack.leaves.count, document: documentPath,
            witnesses: try store.witnessPolicy()?.standing(of: pack.checkpoint).names ?? [],
            isResumed: waiting != nil)
    }

    private func freeze(_ question: ReportQuestion, besides path: String) throws -> (Freezing, [UInt8]) {
        let compiled = try compile(question)
        let document = try compiled.bytes(as: .docx)
        let pack = URL(fileURLWithPath: path)
        let name = pack.deletingPathExtension().appendingPathExtension("docx").lastPathComponent
        try OutputFile.requireWritable(Self.path(of: name, besides: path))
        let report = FrozenReport(
            title: compiled.report.document.title, template: compiled.template, period: compiled.period.name,
            pack: packs.hash.hex,
            documents: [.init(name: name, size: document.count, sha256: .sha256(document))],
            figures: try figures(of: compiled), claims: try claims(of: compiled))
        // Before anything is filed: a full disk must not leave a frozen report that nobody holds.
        try OutputFile.write(document, to: Self.path(of: name, besides: path))
        return (try store.freeze(report, document: document, actor: actor, at: environment.now()), document)
    }

    /// Asks the witnesses that have an address, and looks again.
    private func askedFor(_ freezing: Freezing) throws -> EvidencePack? {
        let round = try askWitnesses()
        guard !round.accuses else { throw ServiceError(.ledger, round.lines.joined(separator: "\n")) }
        return try store.evidence(of: freezing)
    }

    private func waitingWords(_ freezing: Freezing) throws -> String {
        "报告已定稿入账（第 \(freezing.seq) 条），证据包还没有写出：包含它的检查点尚未达到见证政策的要求。\n"
            + "请经网络（zhunsheng ledger witness ask）或文件（ledger witness export --out 文件，对方 sign，再 ledger witness accept 回件）取得见证，"
            + "然后再次运行同一条 report freeze 命令，会接着完成这次定稿，不再另行入账；要放弃这次、重新编制，加 --anew。"
    }

    private static func path(of name: String?, besides path: String) -> String {
        URL(fileURLWithPath: path).deletingLastPathComponent().appendingPathComponent(name ?? "report.docx")
            .path
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

    /// Checks a pack offline.
    ///
    /// - Parameter policy: A file that says whose key the ledger has and whose cosignatures count; without one the key is
    ///   the one that the pack carries, which shows that it agrees with itself, and no quorum is checked.
    package init(file: String, policy: String? = nil) throws {
        guard let data = try? Data(contentsOf: URL(fileURLWithPath: file)) else {
            throw ServiceError(.use, "读不到证据包 \(file)。")
        }
        let policy = try policy.map {
            try WitnessPolicy(parsing: try WitnessOffice.bytes(of: $0, WitnessPolicy.largest))
        }
        do throws(ProofError) {
            let pack = try EvidencePack(parsing: Array(data))
            let finding = try pack.verify(by: policy?.logs.map(\.key))
            let seen = try pack.checkpoint.witnessWords(by: policy)
            isSound = true
            lines =
                [
                    "通过：\(finding.manifest.title)，数值 \(finding.manifest.figures.count) 个，"
                        + "由条目重算一致 \(finding.recounted.count) 个；条目 \(finding.entries) 条，全部在检查点之内。", seen,
                ] + (policy == nil ? ["公钥取自证据包本身；请与账本公布的公钥核对，或用 --policy、zhunsheng-verify --key。"] : [])
        } catch {
            isSound = false
            lines = ["未通过：\(error)"]
        }
    }
}
