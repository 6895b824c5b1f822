package import Law
package import Ledger

/// One deadline somebody asks about, without any record.
package struct DeadlineQuestion: Sendable {
    package let rule: String
    package let start: Moment
    package let excluded: [Span]
    /// How many extensions were approved.
    package let extensions: Int
    /// `case.complex=true`: what the rule's conditions may ask for.
    package let facts: [String]

    package init(rule: String, start: Moment, excluded: [Span], extensions: Int, facts: [String]) {
        self.rule = rule
        self.start = start
        self.excluded = excluded
        self.extensions = extensions
        self.facts = facts
    }
}

/// A deadline and how it was counted.
package struct DeadlineAnswer: Sendable {
    package let rule: Rule
    package let version: RuleVersion
    package let within: Length
    package let count: DeadlineCount
    /// Where the law leaves open how its days are counted: the longer reading. Nobody is accused before it has passed.
    package let lenient: (within: Length, count: DeadlineCount)?
    package let notes: [String]

    package var lines: [String] {
        ["\(rule.number) \(rule.name)（\(rule.id)，\(version.inForce)）"]
            + version.basis.map { "依据：\($0)" }
            + count.steps.map { "  \($0)" }
            + (lenient.map { ["法律没有写明怎样计日，另从宽计算："] + $0.count.steps.map { "  \($0)" } } ?? [])
            + notes.map { "注意：\($0)" }
    }

    package var json: JSONValue {
        [
            "rule": .string(rule.id), "within": .string(within.description),
            "due": .string(count.due.description), "provisional": .boolean(count.isProvisional),
            "basis": .array(version.basis.map(\.json)), "steps": Self.steps(count),
            "lenient": lenient.map { reading in
                [
                    "within": .string(reading.within.description),
                    "due": .string(reading.count.due.description),
                    "provisional": .boolean(reading.count.isProvisional), "steps": Self.steps(reading.count),
                ]
            } ?? .null,
            "notes": .texts(notes),
        ]
    }

    private static func steps(_ count: DeadlineCount) -> JSONValue {
        .array(count.steps.map { .string($0.description) })
    }
}

extension BureauPacks {
    /// Counts one deadline by a rule of the forms `deadline` and `duration`.
    ///
    /// - Throws: `ServiceError` for an unknown rule, another form, or a limit whose condition the facts leave open.
    package func deadline(_ question: DeadlineQuestion) throws -> DeadlineAnswer {
        let rule = try rule(question.rule)
        let version = rule.versions.first { $0.inForce.contains(question.start.day) } ?? rule.versions[0]
        let form: DeadlineForm
        let rolls: Bool
        switch version.form {
        case .deadline(let deadline): (form, rolls) = (deadline, deadline.rolls)
        case .duration(let duration): (form, rolls) = (duration, duration.rolls)
        default:
            throw ServiceError(.use, "规则 \(rule.id) 的形式是“\(rule.form.chinese)”，没有期限可算。期限和时长形式的规则才行。")
        }
        let within = try limit(of: form, facts: facts(question.facts))
        func count(_ length: Length) -> DeadlineCount {
            let period = Period(
                length, rolls: rolls,
                extension: form.extension.map { Period.Extension(by: $0.by, atMost: $0.atMost) })
            return period.count(
                from: question.start, excluding: question.excluded.map { Exclusion($0, "不计入的期间") },
                extensions: question.extensions, in: rules.pack.calendar)
        }
        return DeadlineAnswer(
            rule: rule, version: version, within: within, count: count(within),
            lenient: form.lenient.map { ($0, count($0)) },
            notes: notes(question, rule: rule, version: version, form: form))
    }

    private func notes(
        _ question: DeadlineQuestion, rule: Rule, version: RuleVersion, form: DeadlineForm
    ) -> [String] {
        var notes: [String] = []
        if !version.inForce.contains(question.start.day) {
            let pivot = wording(of: rule).label(rule.pivot.name)
            notes.append(
                "起算日不在这一版本的施行期间（\(version.inForce)）内；判断案件时由“\(pivot)”选定版本，此处按要求照这一版本计算。")
        }
        let known = Set(form.limits.flatMap { $0.condition?.expression.names ?? [] })
        for fact in question.facts.map({ $0.prefix { $0 != "=" } }) where !known.contains(String(fact)) {
            notes.append(
                "这一期限不看事实“\(fact)”，未使用；它看的有：\(known.isEmpty ? "无" : known.sorted().joined(separator: "、"))。")
        }
        let most = form.extension?.atMost ?? 0
        if question.extensions > most {
            notes.append(most == 0 ? "这一期限不能延长，延长未计入。" : "延长以 \(most) 次为限，超出的未计入。")
        }
        if !rule.confidence.isVerified { notes.append("待核：这条规则尚未在法律文本中核对，只供参考。") }
        return notes
    }

    private func limit(of form: DeadlineForm, facts: [String: Value]) throws -> Length {
        for limit in form.limits {
            guard let condition = limit.condition else { return limit.within }
            // A fact nobody gave is taken as not so: the answer is the ordinary limit unless its exception is claimed.
            let answer = condition.expression.evaluate { facts[$0] ?? .null }
            if answer == .boolean(true) { return limit.within }
        }
        throw ServiceError(
            .use,
            "这条规则的每个期限都附条件，请用 --fact 给出事实：\(form.limits.compactMap(\.condition?.text).joined(separator: "；"))。"
        )
    }

    private func facts(_ texts: [String]) throws -> [String: Value] {
        var facts: [String: Value] = [:]
        for text in texts {
            let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
            guard parts.count == 2 else {
                throw ServiceError(.use, "--fact 应写作 名称=值，如 case.complex=true；却是“\(text)”。")
            }
            facts[parts[0]] = Self.value(parts[1])
        }
        return facts
    }

    private static func value(_ text: String) -> Value {
        switch text {
        case "true": return .boolean(true)
        case "false": return .boolean(false)
        default: break
        }
        if let number = Number(text) { return .number(number) }
        if let day = Day(text) { return .day(day) }
        if let moment = Moment(text) { return .moment(moment) }
        return .text(text)
    }
}

extension Citation {
    /// As `basis` stands in every JSON document.
    package var json: JSONValue {
        var members = [JSONMember("law", .string(law)), JSONMember("article", .string(article))]
        if let paragraph { members.append(JSONMember("paragraph", .number(paragraph))) }
        if let item { members.append(JSONMember("item", .number(item))) }
        return .object(members)
    }
}
