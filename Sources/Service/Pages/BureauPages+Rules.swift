import Law
import Registers
import Supervision

extension BureauPages {
    package func rules() throws -> [RuleLine] {
        let state = try current()
        var broken: [String: Int] = [:]
        for finding in state.findings where finding.standing == .broken {
            broken[finding.judged.rule, default: 0] += 1
        }
        let examples = Dictionary(grouping: listing.examples, by: \.rule)
        return bureau.packs.rules.rules.map { rule in
            line(rule, examples: examples[rule.id] ?? [], broken: broken[rule.id] ?? 0)
        }
    }

    package func rule(id: String) throws -> RuleView {
        guard let rule = bureau.packs.rules.rule(id) else { throw PageFault.notFound("没有规则 \(id)") }
        let runs = listing.examples(of: id)
        let broken = try current().findings.count { $0.standing == .broken && $0.judged.rule == id }
        let words = RuleWords(bureau.packs, rule: rule)
        return RuleView(
            line: line(rule, examples: runs, broken: broken), judges: words.subject,
            pivot: words.wording.label(rule.pivot.name), scope: words.scope, remedy: rule.remedy,
            note: rule.note.map(words.named),
            versions: try rule.versions.map { version in
                RuleVersionView(
                    from: version.inForce.from.description, until: version.inForce.until?.description,
                    clauses: try version.basis.map { try $0.view(in: bureau.library) },
                    terms: words.terms(of: version))
            },
            examples: zip(rule.examples, runs).map { example, run in
                ExampleView(
                    title: words.named(example.title), facts: words.facts(of: example),
                    expected: Standing(example.answer, isVerified: rule.confidence.isVerified)
                        ?? Standing(example.answer), passed: run.passed)
            })
    }

    private func line(_ rule: Rule, examples: [ExampleRun], broken: Int) -> RuleLine {
        RuleLine(
            rule: rule.link, subject: rule.topic, form: rule.form.chinese,
            isVerified: rule.confidence.isVerified, severity: SeverityView(rule.severity),
            basis: rule.versions.last?.basis.map { $0.short(in: laws) }.joined(separator: "；") ?? "",
            examples: examples.count, passed: examples.count(where: \.passed), broken: broken)
    }
}

/// Puts the names of one rule into the words of the registers and facts.
struct RuleWords {
    private let packs: BureauPacks
    private let rule: Rule

    init(_ packs: BureauPacks, rule: Rule) {
        self.packs = packs
        self.rule = rule
    }

    /// A text with the rules that it points at by their names.
    func named(_ text: String) -> String {
        text.replacing(/[a-z]+(?:-[a-z0-9]+)+/) { match in
            packs.rules.rule(String(match.output)).map { "“\($0.number) \($0.name)”" } ?? String(match.output)
        }
    }

    var wording: Wording { packs.wording(of: rule) }

    var subject: String { wording.label(of: rule.subject) }

    var scope: TermLine? {
        rule.scope.map { TermLine(label: "适用条件", text: wording.words($0), code: $0.text) }
    }

    func terms(of version: RuleVersion) -> [TermLine] {
        version.terms(in: wording).map { TermLine(label: $0.label, text: $0.text, code: $0.code) }
    }

    /// What an example's records say, the judged one first; ties between them are left out.
    func facts(of example: RuleExample) -> [TermLine] {
        example.rows.flatMap { row -> [TermLine] in
            guard let register = packs.registers[row.register] else { return [] }
            let isJudged = row.register == rule.subject.register && row.id == RuleExample.this
            let isEvent = row.register == Schema.eventRegister
            let place = isEvent ? register.position(of: Schema.kindField) : nil
            let name = place.map { register.fields[$0].text(of: row.values[$0]) } ?? register.name
            let prefix = isJudged || row.register == Schema.caseRegister ? "" : name + " · "
            return zip(register.fields, row.values).compactMap { field, value in
                guard !value.isNull, !isTie(value), !isEvent || field.id != Schema.kindField else {
                    return nil
                }
                return TermLine(label: prefix + field.label, text: packs.text(of: value, in: field))
            }
        }
    }

    private func isTie(_ value: Value) -> Bool {
        value == .text(RuleExample.caseID) || value == .text(RuleExample.this)
    }
}
