import Law
import Registers

/// Puts a proof into the lines of a page.
struct ProofWriter {
    let bureau: Bureau
    let labels: RecordLabels

    func view(_ proof: Proof) throws -> ProofView {
        let asked = (proof.scope.map { [$0] } ?? []) + proof.questions
        let facts = [proof.pivot] + asked.flatMap(\.facts) + proof.facts
        var lines: [FactLine] = []
        for fact in facts {
            let line = try line(fact, of: proof.rule.subject)
            if !lines.contains(where: { $0.label == line.label && $0.source == line.source }) {
                lines.append(line)
            }
        }
        lines += proof.frames.map { FactLine(label: $0.title, value: $0.text, source: nil) }
        var counting = proof.counting?.steps.map(CountingLine.init) ?? []
        if let lenient = proof.lenientCounting {
            counting.append(CountingLine(kind: .start, when: "", amount: "", reason: "法律没有明确规定，另从宽计算"))
            counting += lenient.steps.map(CountingLine.init)
        }
        let found = proof.finding.map { "核查所见：\($0)。" } ?? ""
        return ProofView(facts: lines, counting: counting, conclusion: proof.conclusion + found)
    }

    private func line(_ fact: Proof.Fact, of subject: Subject) throws -> FactLine {
        let more = fact.sources.count > 1 ? "（依据 \(fact.sources.count) 条记录）" : ""
        return FactLine(
            label: fact.role.isEmpty ? fact.label : "\(fact.label)（\(fact.role)）",
            value: fact.value.isNull ? nil : try shown(fact, subject) + more,
            source: try fact.sources.first.map { try labels.link($0.register, $0.id) })
    }

    /// A reference by its record's label; anything else in the words of its field.
    private func shown(_ fact: Proof.Fact, _ subject: Subject) throws -> String {
        switch fact.value {
        case .moment(let moment): return moment.pageText
        case .day(let day): return day.description
        case .text(let id):
            return try target(of: fact, subject).map { try labels.link($0, id).label } ?? fact.shown
        case .list(let values):
            guard let target = target(of: fact, subject) else { return fact.shown }
            return try values.map { try $0.id.map { try labels.link(target, $0).label } ?? $0.description }
                .joined(separator: "、")
        default: return fact.shown
        }
    }

    /// The register that a field's values name records of.
    private func target(of fact: Proof.Fact, _ subject: Subject) -> String? {
        let isOfCase = fact.name.hasPrefix("case.")
        let register = schema.register(isOfCase ? Schema.caseRegister : subject.register)
        let field = register?.field(isOfCase ? String(fact.name.dropFirst(5)) : fact.name)
        guard case .reference(let target)? = field?.kind else { return nil }
        return target
    }

    private var schema: Schema { bureau.packs.rules.pack.schema }
}

extension CountingLine {
    /// One step of counting; the reason is the law's part, the other columns the numbers'.
    init(_ step: DeadlineStep) {
        switch step {
        case .start(let moment, let byClock):
            self.init(.start, moment.pageText, "", byClock ? "起算，按分钟计算" : "起算，当日不计入")
        case .rule(let length): self.init(.term, "", length.chinese, "法律规定的期间")
        case .extended(let number, let length): self.init(.extended, "", length.chinese, "第\(number)次延长")
        case .months(let count, let first, let last):
            self.init(.counted, "\(first) 至 \(last)", "\(count)个月", "共\(first.days(until: last))日")
        case .counted(let days, let unit, let reason):
            self.init(
                .counted, Self.shown(days), Length(days.count, unit).chinese, reason.map { "\($0)" } ?? "")
        case .off(let days, let reason): self.init(.excluded, Self.shown(days), "", "\(reason)")
        case .excluded(let days, let count, let unit, let reasons):
            self.init(
                .excluded, Self.shown(days), Length(count, unit).chinese, reasons.joined(separator: "、"))
        case .countedByClock(let span):
            self.init(.counted, Self.shown(span), Measured.clock(span.minutes), "")
        case .excludedByClock(let span, let reasons):
            self.init(
                .excluded, Self.shown(span), Measured.clock(span.minutes), reasons.joined(separator: "、"))
        case .rolled(let day, let reason, let next):
            self.init(.rolled, next.description, "", "末日 \(day) 为\(reason)，顺延")
        case .due(let moment, let byClock):
            self.init(.due, moment.dueText, "", byClock ? "届满" : "届满，当日终了前办理均不逾期")
        case .unmoved(let day, _), .provisional(let day):
            self.init(.due, day.description, "", step.description)
        }
    }

    private init(_ kind: Kind, _ when: String, _ amount: String, _ reason: String) {
        self.init(kind: kind, when: when, amount: amount, reason: reason)
    }

    private static func shown(_ days: ClosedRange<Day>) -> String {
        days.count == 1 ? days.lowerBound.description : "\(days.lowerBound) 至 \(days.upperBound)"
    }

    private static func shown(_ span: Span) -> String { "\(span.from.pageText) 至 \(span.until.pageText)" }
}
