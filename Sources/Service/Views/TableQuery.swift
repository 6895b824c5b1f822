/// What the reader asked of a register's table.
package struct TableQuery: Hashable, Sendable {
    /// The rows that one page shows, and the rows that one printed sheet set holds at most.
    package static let screenRows = 50
    package static let printRows = 1000

    /// All of them must hold.
    package var filters: [FieldFilter]
    /// Free text, looked for in every field; empty for none.
    package var search: String
    package var sort: TableSort?
    /// Counted from 1.
    package var page: Int
    /// Rows a page: `screenRows` or `printRows`.
    package var rows: Int

    package init(
        filters: [FieldFilter] = [], search: String = "", sort: TableSort? = nil, page: Int = 1,
        rows: Int = Self.screenRows
    ) {
        self.filters = filters
        self.search = search
        self.sort = sort
        self.page = page
        self.rows = rows
    }
}

/// One condition on one field, with the text that the reader typed or chose.
package struct FieldFilter: Hashable, Sendable {
    package enum Relation: String, CaseIterable, Hashable, Sendable {
        /// A code's id, `true` or `false`, a record's id.
        case equals = "is"
        /// Part of what the cell shows; of a reference, part of its id or its label.
        case contains = "has"
        /// A number or a date, the bound included.
        case atLeast = "min"
        /// A number or a date, the bound included; of a moment, the whole of that day.
        case atMost = "max"
    }

    package let field: String
    package let relation: Relation
    package let text: String

    package init(field: String, relation: Relation, text: String) {
        self.field = field
        self.relation = relation
        self.text = text
    }
}

package struct TableSort: Hashable, Sendable {
    package let field: String
    package let isDescending: Bool

    package init(field: String, isDescending: Bool = false) {
        self.field = field
        self.isDescending = isDescending
    }
}

package enum SheetFormat: String, CaseIterable, Hashable, Sendable {
    case xlsx
    case csv
}
