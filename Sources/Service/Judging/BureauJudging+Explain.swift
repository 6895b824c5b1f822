package import Law
package import Ledger
package import Registers
import Storage
import Supervision

extension BureauJudging {
    /// The proofs of one rule's answers: for the record asked about, or for every record of the case.
    package static func explain(
        _ question: JudgingQuestion, source: some RecordSource, packs: BureauPacks
    ) throws -> [Proof] {
        let rule = try packs.rule(question.rule ?? "")
        let tables = try CaseTables(
            packs.rules, from: source, knownAt: question.times.knownAt, caseID: question.caseID)
        let asOf = question.times.asOf
        let proofs =
            if let record = question.record {
                [tables.explain(rule: rule.id, record: record, asOf: asOf)].compactMap(\.self)
            } else {
                tables.explain(rule: rule.id, case: question.caseID ?? "", asOf: asOf)
            }
        guard !proofs.isEmpty else {
            let what = question.record.map { "记录“\($0)”" } ?? "案件“\(question.caseID ?? "")”中"
            throw ServiceError(
                .use, "\(what)没有规则 \(rule.id) 所判断的对象（\(rule.subject)）；规则“\(rule.name)”在此无从适用。")
        }
        return proofs
    }

    /// The same over a folder of NDJSON.
    package static func explain(
        _ question: JudgingQuestion, folder: String, packs: BureauPacks
    ) throws -> [Proof] {
        try explain(question, source: packs.folder(folder), packs: packs)
    }
}

extension Bureau {
    package func explain(_ question: JudgingQuestion) throws -> [Proof] {
        try BureauJudging.explain(question, source: store, packs: packs)
    }
}

extension Bureau {
    /// A proof with the words of the clauses whose texts were imported.
    package func tree(of proof: Proof) throws -> ProofNode { try proof.tree(words: library.lines) }
}

extension Proof {
    package var json: JSONValue { json(tree) }

    /// - Parameter tree: The proof as a tree, with or without the words of its clauses.
    package func json(_ tree: ProofNode) -> JSONValue {
        [
            "rule": .string(rule.id),
            "record": ["register": .string(record.register), "id": .string(record.id)],
            "case": .text(caseID), "asOf": .string(asOf.description),
            "answer": .string(answer.rawValue), "verified": .boolean(isVerified),
            "version": .text(version?.from),
            "observed": .text(observed), "limit": .text(limit),
            "due": .text(due),
            "missing": .array(missing.map { .string($0.name) }), "basis": .array(basis.map(\.json)),
            "counting": .array((counting?.steps ?? []).map { .string($0.description) }),
            "conditions": .array((scope.map { [$0] } ?? []).map(\.json) + questions.map(\.json)),
            "proof": tree.json,
        ]
    }
}

extension Proof.Question {
    /// The condition as the pack writes it, and as a sentence.
    fileprivate var json: JSONValue {
        ["text": .string(text), "words": .string(words), "holds": holds.map(JSONValue.boolean) ?? .null]
    }
}

extension ProofNode {
    var json: JSONValue {
        ["title": .string(title), "value": .string(value), "parts": .array(parts.map(\.json))]
    }
}
