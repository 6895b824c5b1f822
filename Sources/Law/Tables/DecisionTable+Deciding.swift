extension DecisionTable {
    /// Decides for given inputs.
    ///
    /// - Parameters:
    ///   - inputs: One value for each input, in order.
    ///   - nulls: `.asValue` as DMN has it: a test that is not true does not apply. `.asUnknown` as judging needs it:
    ///     a test over what is not recorded leaves its row open, and the answer is null unless every row that
    ///     may decide says the same.
    ///   - scope: What the names in cells stand for; the cells of a pack's tables have none.
    package func decide(
        _ inputs: [Value], in version: Version, nulls: NullReading = .asValue,
        _ scope: @escaping (String) -> Value = { _ in .null }
    ) -> TableAnswer {
        for (place, (input, value)) in zip(self.inputs, inputs).enumerated()
        where !value.isNull && !input.allows(value, scope) {
            return TableAnswer(value: .null, hits: [], open: [], fault: .notAllowed(input: place))
        }
        var (hits, open): ([Int], [Int]) = ([], [])
        for (place, row) in version.rows.enumerated() {
            let tests = zip(row.tests, inputs).lazy.map { $0.hold(for: $1, nulls: nulls, scope) }
            switch Value.all(tests) {
            case true?: hits.append(place)
            case nil where nulls == .asUnknown: open.append(place)
            default: break
            }
        }
        let weighing = TableWeighing(table: self, version: version, scope: scope)
        let (value, fault) = weighing.answer(hits: hits, open: open)
        return TableAnswer(value: value, hits: hits, open: open, fault: fault)
    }
}

extension DecisionTable.Input {
    /// Whether a recorded value is among those the input may have.
    fileprivate func allows(_ value: Value, _ scope: (String) -> Value) -> Bool {
        if case .of(.code(let words)) = type, case .text(let word) = value { return words.contains(word) }
        return allowed?.hold(for: value, scope) != false
    }
}
