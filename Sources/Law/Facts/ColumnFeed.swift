/// Takes whole columns instead of records: what a source that lies in columns already is read with.
///
/// The feeder vouches for what a `TableBuilder` would see to: rows stand in the order of their cases, within a case in
/// order of time, and codes are those of the layout's vocabulary.
package struct ColumnFeed {
    package let layout: Layout
    private var tables: [RecordTable?]
    private var names: [String: Vocabulary] = [:]

    package init(layout: Layout) {
        self.layout = layout
        tables = layout.tables.map { _ in nil }
    }

    /// Sets the table of a subject.
    ///
    /// - Parameters:
    ///   - columns: By field; a field of the layout that is missing counts as not recorded in any row.
    ///   - caseRows: The row of each row's case, ascending; `nil` for the cases themselves.
    package mutating func set(
        _ subject: Subject, count: Int, columns: [String: Column.Data], caseRows: Lane<Int32>?, caseCount: Int
    ) {
        guard let number = layout.number(of: subject) else { return }
        let slots = layout.tables[number].slots.map { slot -> Column in
            let missing = Column.Data.truth(Lane(count: 0, filledWith: 0))
            guard !slot.isFact else { return Column(kind: .boolean, data: missing) }
            let empty = [Int64](repeating: Null.wideUnknown, count: columns[slot.name] == nil ? count : 0)
            return Column(kind: slot.kind, data: columns[slot.name] ?? Column.Data(empty, slot))
        }
        tables[number] = RecordTable(
            subject: subject, ids: RecordIDs(numbersBelow: count), columns: slots, caseRows: caseRows,
            caseCount: caseCount, rowsByID: Lane(count: 0, filledWith: 0))
    }

    /// The fields of a subject that rules read.
    package func fields(of subject: Subject) -> [Layout.Slot] {
        layout.number(of: subject).map { layout.tables[$0].slots.filter { !$0.isFact } } ?? []
    }

    /// Says that the references to a register are the numbers below a bound.
    package mutating func name(_ register: String, numbersBelow count: Int) {
        var vocabulary = Vocabulary()
        for number in 0..<count { _ = vocabulary.code(of: String(number)) }
        names[register] = vocabulary
    }

    /// The tables, without the derived columns.
    package consuming func finish(caseCount: Int) -> RecordTables {
        for table in layout.tables where tables[table.number] == nil {
            let nobody = table.subject.isCase ? nil : Lane<Int32>(count: 0, filledWith: 0)
            set(table.subject, count: 0, columns: [:], caseRows: nobody, caseCount: caseCount)
        }
        return RecordTables(
            tables: tables.compactMap(\.self), vocabulary: layout.vocabulary, names: names, locations: [:],
            bases: layout.tables.map { _ in 0 })
    }
}
