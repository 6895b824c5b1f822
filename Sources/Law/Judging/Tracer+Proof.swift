extension Tracer {
    /// The full proof of one record's answer under one rule, whatever the answer.
    ///
    /// - Returns: `nil` when there is no such rule, or the tables hold no such record of the rule's subject.
    package func proof(rule id: String, record: String) -> Proof? {
        guard let place = book.place(of: id), let table = book.layout.number(of: book.rules[place].subject),
            let row = tables.tables[table].row(of: record),
            let trace = trace(rule: place, row: row)
        else { return nil }
        return proof(trace)
    }

    /// The records of a case that a rule judges.
    package func records(ofCase id: String, rule: String) -> [String] {
        guard let rule = book.rule(rule), let table = book.layout.number(of: rule.subject) else { return [] }
        return tables.rows(of: table, caseID: id).map { tables.tables[table].ids[$0] }
    }

    private func proof(_ trace: Trace) -> Proof {
        let rule = trace.rule
        let version = trace.version.map { rule.versions[$0] }
        let isJudged = trace.scope == Truth.yes && version != nil
        let plan = isJudged ? trace.versionPlan : nil
        let (counting, lenient) = countings(trace)
        return Proof(
            rule: rule,
            record: Proof.Source(
                register: rule.subject.register, id: tables.tables[trace.table].ids[trace.row]),
            caseID: tables.caseID(of: trace.row, in: trace.table), asOf: asOf, answer: trace.verdict.answer,
            pivot: fact("版本依据", trace.plan.pivot.binding, trace), version: version?.inForce,
            scope: trace.plan.scope.map { question($0, trace.scope, trace) },
            questions: plan?.conditions.map { question($0, trace.machine.truth[$0.register][0], trace) }
                ?? [],
            facts: plan?.roles.map { fact($0.role, $0.binding, trace) } ?? [],
            frames: trace.scope == Truth.no ? [] : frames(trace), counting: counting,
            lenientCounting: lenient, observed: trace.observed, limit: trace.heldAgainst, due: trace.due,
            missing: trace.missing.map { ($0.name, $0.label) },
            basis: (version ?? rule.versions.last)?.basis ?? [],
            displaced: (version ?? rule.versions.last)?.displaces ?? [],
            finding: version.flatMap { isJudged ? reason($0, trace) : nil })
    }

    private func question(
        _ compiled: CompiledCondition, _ truth: UInt8, _ trace: Trace
    ) -> Proof.Question {
        let facts = compiled.condition.expression.names.compactMap { compiled.names[$0] }
            .map { fact("", $0, trace) }
        return Proof.Question(
            text: compiled.condition.text, words: wording(trace).words(compiled.condition),
            holds: truth == Truth.unknown ? nil : truth == Truth.yes,
            facts: facts)
    }

    private func wording(_ trace: Trace) -> Wording {
        Wording(book.pack.schema, book.pack.facts, subject: trace.rule.subject)
    }

    private func fact(_ role: String, _ binding: Binding, _ trace: Trace) -> Proof.Fact {
        let value = trace.machine.value(of: binding, at: trace.row)
        return Proof.Fact(
            role: role, name: binding.name, label: binding.label, value: value,
            shown: tierName(binding, trace) ?? wording(trace).words(value, of: binding.name),
            sources: sources(binding, table: trace.table, row: trace.row))
    }

    /// What a check written in Swift says about the row.
    private func reason(_ version: RuleVersion, _ trace: Trace) -> String? {
        guard case .check(let check) = version.form else { return nil }
        for derivation in book.layout.derivations where derivation.table == trace.table {
            guard case .check(let made, let bindings) = derivation.making, type(of: made) == type(of: check)
            else {
                continue
            }
            let deriver = Deriver(tables: tables, layout: book.layout, calendar: book.pack.calendar)
            return check.reason(deriver.checkTable(bindings, in: trace.table), row: trace.row)
        }
        return nil
    }

    /// Counts the period anew, day by day, with every step.
    private func countings(_ trace: Trace) -> (DeadlineCount?, lenient: DeadlineCount?) {
        guard trace.due != nil || trace.heldAgainst != nil else { return (nil, nil) }
        let calendar = book.pack.calendar
        func count(_ period: Period, from start: FormPlan.Input, _ exclusions: [Exclusion], _ extensions: Int)
            -> DeadlineCount?
        {
            let start = trace.machine.narrow[start.register][0]
            guard !Null.holds(start) else { return nil }
            return period.count(
                from: Moment(minutes: start), excluding: exclusions, extensions: extensions, in: calendar)
        }
        switch trace.versionPlan?.form {
        case .deadline(let plan):
            guard let limit = trace.limit else { return (nil, nil) }
            let exclusions = exclusions(plan, trace)
            let (certain, possible) = trace.machine.extensions(plan, 0)
            return (
                count(limit.period, from: plan.start, exclusions, certain),
                limit.lenient.flatMap { count($0, from: plan.start, exclusions, possible) }
            )
        case .sequence(let plan):
            return (
                plan.apart.flatMap { count($0, from: plan.first, [], 0) },
                plan.lenient.flatMap { count($0, from: plan.first, [], 0) }
            )
        default: return (nil, nil)
        }
    }

    /// What was left out of a count, each span with the record that says so.
    private func exclusions(_ plan: DeadlinePlan, _ trace: Trace) -> [Exclusion] {
        plan.exclusions.flatMap { exclusion -> [Exclusion] in
            guard let derivation = derivation(exclusion.source, table: trace.table),
                case .spans(let from, let until) = derivation.making, let related = derivation.related
            else { return [] }
            let other = tables.tables[related.table]
            return relatedRows(derivation, row: trace.row).compactMap { row in
                let (first, last) = (
                    other.columns[from].minutes(row), other.columns[until].minutes(row)
                )
                guard !Null.holds(first), !Null.holds(last),
                    let span = Span(Moment(minutes: first), Moment(minutes: last))
                else { return nil }
                return Exclusion(span, "\(exclusion.label)（\(other.ids[row])）")
            }
        }
    }
}
