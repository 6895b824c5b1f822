extension Tracer {
    /// Judges one row by one rule; the same finding as the bulk pass gives, whatever the answer.
    ///
    /// - Parameters:
    ///   - place: The place of the rule in the book.
    ///   - row: The row in the table that the rule judges.
    package func finding(rule place: Int, row: Int) -> Finding? {
        guard let trace = trace(rule: place, row: row) else { return nil }
        // No version was applied to what is not known to be in scope.
        let version = trace.scope == Truth.yes ? trace.version.map { UInt8($0) } : nil
        return Finding(
            rule: UInt16(place), version: version ?? Finding.noVersion,
            answer: trace.verdict.answer, row: Int32(row), observed: trace.verdict.observed,
            limit: trace.verdict.limit)
    }
}
