import Law
import Ledger

/// The rule book as one reads it: by subject, every rule with its clauses, conditions, changes and examples.
package struct RuleChapters: Sendable {
    struct Chapter: Sendable {
        let topic: String
        var entries: [RuleEntry]
    }

    let hash: String
    let count: Int
    let chapters: [Chapter]

    package init(_ packs: BureauPacks) {
        let listing = RuleListing(packs)
        let examples = Dictionary(grouping: listing.examples, by: \.rule)
        var chapters: [Chapter] = []
        func add(_ entry: RuleEntry, to topic: String) {
            if chapters.last?.topic != topic { chapters.append(Chapter(topic: topic, entries: [])) }
            chapters[chapters.count - 1].entries.append(entry)
        }
        for principle in packs.principles.principles {
            add(RuleEntry(principle, examples: examples[principle.id] ?? []), to: principle.topic)
        }
        for rule in packs.rules.rules {
            add(RuleEntry(rule, packs.wording(of: rule), examples: examples[rule.id] ?? []), to: rule.topic)
        }
        hash = packs.hash.hex
        count = packs.rules.rules.count
        self.chapters = chapters
    }
}

/// One rule or principle of the book.
struct RuleEntry: Sendable {
    struct Version: Sendable {
        let inForce: String
        let basis: [String]
        let terms: [RuleTerm]
        /// What became otherwise when this version came into force: `期限：8小时，原为24小时`.
        let changes: [String]
    }

    let id: String
    let title: String
    /// Form, severity and what is judged.
    let marks: [String]
    let isVerified: Bool
    /// Where it applies, and the moment that picks the version; of a principle what it says.
    let lines: [RuleTerm]
    let versions: [Version]
    let closing: [RuleTerm]
    let examples: [ExampleRun]
}

extension RuleEntry {
    init(_ rule: Rule, _ wording: Wording, examples: [ExampleRun]) {
        id = rule.id
        title = "\(rule.number) \(rule.name)"
        marks = [
            rule.form.chinese, rule.severity.chinese, "判断对象：\(wording.label(of: rule.subject))",
        ]
        isVerified = rule.confidence.isVerified
        let scope = rule.scope.map {
            RuleTerm(label: "适用于", text: wording.words($0), code: $0.text)
        }
        lines =
            [scope].compactMap(\.self) + [
                RuleTerm(label: "选定版本的时点", text: wording.label(rule.pivot.name), code: nil)
            ]
        let terms = rule.versions.map { $0.terms(in: wording) }
        versions = rule.versions.enumerated().map { place, version in
            Version(
                inForce: version.inForce.description, basis: version.basis.map(\.description),
                terms: terms[place],
                changes: place == 0 ? [] : Self.changes(from: terms[place - 1], to: terms[place]))
        }
        closing =
            [RuleTerm(label: "怎么办", text: rule.remedy, code: nil)]
            + (rule.note.map { [RuleTerm(label: "说明", text: $0, code: nil)] } ?? [])
        self.examples = examples
    }

    init(_ principle: Principle, examples: [ExampleRun]) {
        id = principle.id
        title = "\(principle.number) \(principle.name)"
        marks = ["通则"]
        isVerified = principle.confidence.isVerified
        lines = [RuleTerm(label: "内容", text: principle.says, code: nil)]
        versions = principle.versions.map {
            Version(
                inForce: $0.inForce.description, basis: $0.basis.map(\.description), terms: [], changes: [])
        }
        closing = principle.note.map { [RuleTerm(label: "说明", text: $0, code: nil)] } ?? []
        self.examples = examples
    }

    /// Label by label what is said now and was not before; a label may stand several times.
    static func changes(from old: [RuleTerm], to new: [RuleTerm]) -> [String] {
        var labels: [String] = []
        for term in old + new where !labels.contains(term.label) { labels.append(term.label) }
        return labels.compactMap { label in
            let before = old.filter { $0.label == label }.map(\.text)
            let now = new.filter { $0.label == label }.map(\.text)
            guard before != now else { return nil }
            if before.isEmpty { return "\(label)：新增 \(now.joined(separator: "；"))" }
            if now.isEmpty { return "\(label)：不再有（原为 \(before.joined(separator: "；"))）" }
            return "\(label)：\(now.joined(separator: "；"))，原为 \(before.joined(separator: "；"))"
        }
    }
}
