package import Pack

/// All decision tables of a pack, checked.
package struct TableBook: Sendable {
    package let tables: [DecisionTable]

    package static let empty = TableBook(tables: [])

    private init(tables: [DecisionTable]) { self.tables = tables }

    /// Reads `tables/*.yaml`, and what a `.dmn` file gives, one node a file.
    ///
    /// - Throws: A cell that does not fit its column, a gap, an overlap.
    package init(_ files: [PackNode], laws: LawBook) throws(PackError) {
        var tables: [DecisionTable] = []
        for file in files {
            var mapping = try PackMapping(file)
            for element in try mapping.required("tables").elements {
                let table = try DecisionTable(element, laws: laws)
                guard !tables.contains(where: { $0.id == table.id }) else {
                    throw PackError(.duplicate(kind: "决策表", id: table.id), at: table.place)
                }
                try table.check()
                tables.append(table)
            }
            try mapping.finish()
        }
        self.tables = tables
    }

    package func table(_ id: String) -> DecisionTable? { tables.first { $0.id == id } }
}
