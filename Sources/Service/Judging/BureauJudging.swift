import Foundation
import Law
package import Ledger
package import Registers
import Storage
package import Supervision

/// What somebody asks to be judged.
package struct JudgingQuestion: Sendable {
    package let times: Times
    package let caseID: String?
    package let rule: String?
    package let record: String?

    package init(times: Times, caseID: String? = nil, rule: String? = nil, record: String? = nil) {
        self.times = times
        self.caseID = caseID
        self.rule = rule
        self.record = record
    }
}

/// A judging run with the packs that made it.
package struct BureauJudging: Sendable {
    package let packs: BureauPacks
    package let run: JudgingRun
    /// What could not be read in a folder of NDJSON: told beside the findings, since it makes answers 不明.
    package let notices: [String]

    package static func run(
        _ question: JudgingQuestion, source: some RecordSource, packs: BureauPacks, notices: [String] = []
    ) throws -> BureauJudging {
        if let rule = question.rule { _ = try packs.rule(rule) }
        let tables = try CaseTables(
            packs.rules, from: source, knownAt: question.times.knownAt, caseID: question.caseID)
        return BureauJudging(
            packs: packs, run: tables.judge(asOf: question.times.asOf, rule: question.rule), notices: notices)
    }

    /// Judges a folder with one NDJSON file a register, without any database.
    package static func run(
        _ question: JudgingQuestion, folder: String, packs: BureauPacks
    ) throws -> BureauJudging {
        let source = try packs.folder(folder)
        return try run(
            question, source: source, packs: packs,
            notices: source.unreadable.map(\.description) + packs.unreadFiles(in: folder))
    }
}

extension BureauPacks {
    /// - Throws: `ServiceError` when there is nothing to judge: no findings in no records would look like compliance.
    func folder(_ path: String) throws -> NDJSONFolder {
        let names = try lineFiles(in: path)
        guard names.contains(where: isRegister) else {
            throw ServiceError(
                .use,
                "\(path) 里没有任何一本台账的 NDJSON，没有可检查的内容。每本台账一个文件，如 case.ndjson、event.ndjson；代码见 Docs/formats/registers.md。"
            )
        }
        do throws(ImportError) {
            return try NDJSONFolder(path, registers: registers)
        } catch {
            throw ServiceError(.data, "\(path)：\(error)")
        }
    }
}

extension BureauPacks {
    private func lineFiles(in path: String) throws -> [String] {
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: path) else {
            throw ServiceError(.use, "读不到文件夹 \(path)，没有检查任何内容。请检查 --from 的路径和权限。")
        }
        return names.filter { $0.hasSuffix(".ndjson") && $0 != Bureau.answersFile }.sorted()
    }

    private func isRegister(_ file: String) -> Bool { registers[String(file.dropLast(7))] != nil }

    /// Files that look like registers and are none: perhaps a misspelled name.
    func unreadFiles(in path: String) throws -> [String] {
        try lineFiles(in: path).filter { !isRegister($0) }.map { "\($0) 不是任何一本台账的代码，未读入" }
    }
}

extension Bureau {
    package func judge(_ question: JudgingQuestion) throws -> BureauJudging {
        if let caseID = question.caseID, try store.record("case", caseID) == nil {
            throw ServiceError(.use, "没有案件“\(caseID)”。请核对案件编号（页面“台账—行政案件台账”可查）。")
        }
        return try BureauJudging.run(question, source: store, packs: packs)
    }
}

extension BureauJudging {
    /// `check --json`.
    package var json: JSONValue {
        [
            "pack": .string(packs.hash.hex), "asOf": .string(run.asOf.description),
            "knownAt": .text(run.knownAt),
            "judged": .number(run.judged), "notices": .texts(notices),
            "findings": .array(run.findings.map(\.json)),
        ]
    }

    /// The summary and the first findings, for a terminal.
    package func lines(limit: Int) -> [String] {
        let shown = run.findings.compactMap { finding in Standing(finding).map { (finding, $0) } }
        let summary = [Standing.broken, .cannotTell, .notYetDue, .pending].map { standing in
            "\(standing.word) \(shown.count { $0.1 == standing })"
        }.joined(separator: "，")
        let urgent = shown.filter(\.1.needsLooking)
        let listed = urgent.isEmpty ? shown : urgent
        return notices.map { "注意：\($0)" }
            + ["判断 \(run.judged) 条记录（截至 \(run.asOf.chinese)）：\(summary)。"]
            + listed.prefix(limit).map { line($0, $1) }
            + (listed.count > limit ? ["……另有 \(listed.count - limit) 条；--limit 多列，--json 全部。"] : [])
    }

    private func line(_ finding: JudgedRecord, _ standing: Standing) -> String {
        let name = packs.rules.rule(finding.rule)?.name ?? finding.rule
        var parts = ["\(standing.word)  \(finding.rule)  \(finding.record)  \(name)"]
        if let observed = finding.observed { parts.append("实际 \(Measured.shown(observed))") }
        if let limit = finding.limit { parts.append("限度 \(Measured.shown(limit))") }
        if let due = finding.due { parts.append("期限 \(due.chinese)") }
        if !finding.missingLabels.isEmpty {
            parts.append("缺：\(finding.missingLabels.joined(separator: "、"))")
        }
        if let basis = finding.basis.first { parts.append("\(basis)") }
        return parts.joined(separator: "；")
    }
}

extension JudgedRecord {
    /// One element of `findings` in `check --json`.
    package var json: JSONValue {
        [
            "rule": .string(rule), "version": .text(version),
            "record": ["register": .string(register), "id": .string(record)],
            "case": .text(caseID), "answer": .string(answer.rawValue),
            "verified": .boolean(isVerified), "severity": .string(severity.rawValue),
            "observed": .text(observed), "limit": .text(limit),
            "due": .text(due),
            "missing": .texts(missing), "basis": basis.first?.json ?? .null,
            "furtherBasis": .array(basis.dropFirst().map(\.json)),
        ]
    }
}
