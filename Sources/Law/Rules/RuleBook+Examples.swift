extension RuleBook {
    /// Judges the records of every example by its rule.
    package func runExamples() -> [ExampleRun] {
        rules.flatMap { runExamples(of: $0.id) }
    }

    /// Judges the records of the examples of one rule.
    package func runExamples(of id: String) -> [ExampleRun] {
        guard let place = place(of: id) else { return [] }
        return rules[place].examples.map { run($0, of: rules[place], place: place) }
    }

    private func run(_ example: RuleExample, of rule: Rule, place: Int) -> ExampleRun {
        var builder = TableBuilder(layout: layout)
        for (number, row) in example.rows.enumerated() {
            builder.add(row.register, id: row.id ?? "#\(number)", values: row.values)
        }
        let tables = tables(builder)
        let judged = rule.subject.isCase ? RuleExample.caseID : RuleExample.this
        let tracer = Tracer(self, over: tables, asOf: example.asOf)
        guard let table = layout.number(of: rule.subject),
            let row = tables.tables[table].row(of: judged),
            let trace = tracer.trace(rule: place, row: row)
        else { preconditionFailure("the judged record of an example is always among its rows") }
        return ExampleRun(
            rule: rule.id, title: example.title, wanted: example.answer.chinese,
            differences: differences(example, trace), place: example.place)
    }

    private func differences(_ example: RuleExample, _ trace: Tracer.Trace) -> [String] {
        var found: [String] = []
        func compare(_ what: String, _ wanted: String?, _ given: String?) {
            guard let wanted, wanted != given else { return }
            found.append("\(what)应为 \(wanted)，却是 \(given ?? "（无）")")
        }
        compare("结论", example.answer.rawValue, trace.verdict.answer.rawValue)
        compare("到期", example.due?.description, trace.due?.description)
        compare("实际", example.observed, trace.observed)
        compare("限度", example.limit, trace.heldAgainst)
        if !found.isEmpty, trace.verdict.answer == .cannotTell {
            found.append("缺少：" + trace.missing.map { "\($0.label)（\($0.name)）" }.joined(separator: "、"))
        }
        return found
    }
}
