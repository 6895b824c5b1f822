package import Pack

/// All decision tables of a pack, checked.
package struct TableBook: Sendable {
    package let tables: [DecisionTable]
    package let sheets: [Sheet]

    package static let empty = TableBook()

    private init() { (tables, sheets) = ([], []) }

    /// Reads `tables/*.yaml`, with `tables` or `sheets` or both, and what a `.dmn` file gives, one node a file.
    ///
    /// - Throws: A cell that does not fit its column, a gap, an overlap.
    package init(_ files: [PackNode], laws: LawBook) throws(PackError) {
        var tables: [DecisionTable] = []
        var sheets: [Sheet] = []
        for file in files {
            var mapping = try PackMapping(file)
            let lists = mapping.optional("sheets")
            for element in try lists?.elements ?? [] {
                let sheet = try Sheet(element, laws: laws)
                guard !sheets.contains(sheet) else {
                    throw PackError(.duplicate(kind: "表", id: sheet.id), at: sheet.place)
                }
                sheets.append(sheet)
            }
            if lists != nil, !mapping.has("tables") {
                try mapping.finish()
                continue
            }
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
        self.sheets = sheets
    }

    package func sheet(_ id: String) -> Sheet? { sheets.first { $0.id == id } }

    package func table(_ id: String) -> DecisionTable? { tables.first { $0.id == id } }
}
