package import Law
package import Ledger

/// The rule book with what its examples gave.
package struct RuleListing: Sendable {
    package let packs: BureauPacks
    package let examples: [ExampleRun]

    package init(_ packs: BureauPacks) {
        self.packs = packs
        examples = packs.rules.runExamples() + packs.principles.runExamples()
    }

    package var allPassed: Bool { examples.allSatisfy(\.passed) }

    package func examples(of rule: String) -> [ExampleRun] { examples.filter { $0.rule == rule } }

    /// `rules list --json`: rules and principles, in the order of their catalogue numbers.
    package var json: JSONValue {
        .array(
            listed.map { item in
                let results = examples(of: item.id)
                return [
                    "id": .string(item.id), "no": .string(item.number), "name": .string(item.name),
                    "subject": .string(item.topic), "form": .string(item.form),
                    "confidence": .string(item.confidence.rawValue),
                    "versions": .array(
                        item.versions.map { inForce, basis in
                            [
                                "from": .string(inForce.from.description), "until": .text(inForce.until),
                                "basis": .array(basis.map(\.json)),
                            ]
                        }),
                    "examples": .number(results.count),
                    "passed": .number(results.count(where: \.passed)),
                ]
            })
    }

    package var lines: [String] {
        listed.map { item in
            let results = examples(of: item.id)
            let basis = item.versions.last?.basis.map(\.description).joined(separator: "、") ?? ""
            let mark = item.confidence.isVerified ? "" : "（待核）"
            return
                "\(item.number)\t\(item.id)\t\(item.formName)\t例 \(results.count(where: \.passed))/\(results.count)"
                + "\t\(item.name)\(mark)\t\(basis)"
        } + [
            "共 \(packs.rules.rules.count) 条规则、\(packs.principles.principles.count) 条通则，例子 \(examples.count) 个，通过 \(examples.count(where: \.passed)) 个。"
        ]
    }

    package var failureLines: [String] {
        examples.filter { !$0.passed }.map {
            "\($0.place)：\($0.rule)“\($0.title)”\($0.differences.joined(separator: "；"))"
        }
            + ["例子 \(examples.count) 个，通过 \(examples.count(where: \.passed)) 个。"]
    }
}

/// A rule or a principle, as listings show it.
private struct ListedRule {
    let id, number, name, topic, form, formName: String
    let confidence: Rule.Confidence
    let versions: [(inForce: InForce, basis: [Citation])]
}

extension RuleListing {
    private var listed: [ListedRule] {
        let rules = packs.rules.rules.map { rule in
            ListedRule(
                id: rule.id, number: rule.number, name: rule.name, topic: rule.topic,
                form: rule.form.rawValue, formName: rule.form.chinese, confidence: rule.confidence,
                versions: rule.versions.map { ($0.inForce, $0.basis) })
        }
        let principles = packs.principles.principles.map { principle in
            ListedRule(
                id: principle.id, number: principle.number, name: principle.name, topic: principle.topic,
                form: Principle.form, formName: "通则", confidence: principle.confidence,
                versions: principle.versions.map { ($0.inForce, $0.basis) })
        }
        return (principles + rules).sorted { $0.number < $1.number }
    }
}
