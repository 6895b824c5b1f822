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
            pivot: words.label(rule.pivot.name), scope: rule.scope?.text, remedy: rule.remedy,
            note: rule.note,
            versions: rule.versions.map { version in
                RuleVersionView(
                    from: version.inForce.from.description, until: version.inForce.until?.description,
                    clauses: version.basis.map { $0.view(in: laws) },
                    terms: version.terms.map { TermLine(label: $0.label, text: words.explained($0.text)) })
            },
            examples: zip(rule.examples, runs).map { example, run in
                ExampleView(
                    title: example.title, facts: words.facts(of: example),
                    expected: Standing(example.answer, isVerified: rule.confidence.isVerified)
                        ?? Standing(example.answer), passed: run.passed)
            })
    }

    private func line(_ rule: Rule, examples: [RuleBook.ExampleRun], broken: Int) -> RuleLine {
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

    private var schema: Schema { packs.rules.pack.schema }

    var subject: String { schema.label(of: rule.subject) }

    /// The label of a field or fact; the name itself where there is none.
    func label(_ name: String) -> String { known(name) ?? name }

    /// A lone name with its label before it; anything longer as the pack has it.
    func explained(_ text: String) -> String { known(text).map { "\($0)（\(text)）" } ?? text }

    private func known(_ name: String) -> String? {
        if name == "asOf" { return "判断时点" }
        let isOfCase = name.hasPrefix("case.")
        let own = isOfCase ? String(name.dropFirst(5)) : name
        let register = isOfCase ? Schema.caseRegister : rule.subject.register
        if let field = schema.register(register)?.field(own) { return field.label }
        return packs.rules.pack.facts.declarations.first { $0.name == own }?.label
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
                return TermLine(label: prefix + field.label, text: field.text(of: value))
            }
        }
    }

    private func isTie(_ value: Value) -> Bool {
        value == .text(RuleExample.caseID) || value == .text(RuleExample.this)
    }
}
