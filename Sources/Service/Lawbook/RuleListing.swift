package import Law
package import Ledger

/// The rule book with what its examples gave.
package struct RuleListing: Sendable {
    package let packs: BureauPacks
    package let examples: [RuleBook.ExampleRun]

    package init(_ packs: BureauPacks) {
        self.packs = packs
        examples = packs.rules.runExamples()
    }

    package var allPassed: Bool { examples.allSatisfy(\.passed) }

    package func examples(of rule: String) -> [RuleBook.ExampleRun] { examples.filter { $0.rule == rule } }

    /// `rules list --json`.
    package var json: JSONValue {
        .array(
            packs.rules.rules.map { rule in
                let results = examples(of: rule.id)
                return [
                    "id": .string(rule.id), "no": .string(rule.number), "name": .string(rule.name),
                    "subject": .string(rule.topic), "form": .string(rule.form.rawValue),
                    "confidence": .string(rule.confidence.rawValue),
                    "versions": .array(
                        rule.versions.map { version in
                            [
                                "from": .string(version.inForce.from.description),
                                "until": .text(version.inForce.until),
                                "basis": .array(version.basis.map(\.json)),
                            ]
                        }),
                    "examples": .number(results.count),
                    "passed": .number(results.count(where: \.passed)),
                ]
            })
    }

    package var lines: [String] {
        packs.rules.rules.map { rule in
            let results = examples(of: rule.id)
            let basis = rule.versions.last?.basis.map(\.description).joined(separator: "、") ?? ""
            let mark = rule.confidence.isVerified ? "" : "（待核）"
            return
                "\(rule.number)\t\(rule.id)\t\(rule.form.chinese)\t例 \(results.count(where: \.passed))/\(results.count)"
                + "\t\(rule.name)\(mark)\t\(basis)"
        } + [
            "共 \(packs.rules.rules.count) 条规则，例子 \(examples.count) 个，通过 \(examples.count(where: \.passed)) 个。"
        ]
    }

    package var failureLines: [String] {
        examples.filter { !$0.passed }.map {
            "\($0.place)：\($0.rule)“\($0.title)”\($0.differences.joined(separator: "；"))"
        }
            + ["例子 \(examples.count) 个，通过 \(examples.count(where: \.passed)) 个。"]
    }
}
