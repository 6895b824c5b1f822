/// A register in the list of registers.
package struct RegisterLine: Hashable, Sendable {
    package let id: String
    package let name: String
    package let about: String
    package let count: Int
    /// When its latest record was filed; `nil` when it is empty.
    package let latest: String?
}

/// One register's table: one page of the rows that the query selects.
package struct TableView: Sendable {
    package let register: RegisterLine
    package let columns: [ColumnView]
    package let rows: [RowView]
    /// Rows that the query selects, on all pages.
    package let total: Int
    /// Over all rows that the query selects, in the order of `columns`; `nil` where nothing is added up.
    package let sums: [String?]
    /// The units of the tree at the left, when the register has a unit column; empty otherwise.
    package let units: [UnitNode]
    /// The column that the unit tree filters.
    package let unitColumn: String?
}

package struct ColumnView: Hashable, Sendable {
    package enum Kind: Hashable, Sendable {
        case text
        case number
        case date
        case moment
        case boolean
        case code([ChoiceView])
        /// The id of a record in another register.
        case reference(register: String)
        /// Private or sealed: never shown, so nobody sorts by it or asks for it.
        case hidden
    }

    package let id: String
    package let label: String
    package let kind: Kind
    /// Such as `场`, `元`.
    package let unit: String?
}

package struct RowView: Hashable, Sendable {
    package let id: String
    /// The worst of its judgements; `nil` when no rule judges it.
    package let standing: Standing?
    /// In the order of the columns.
    package let cells: [CellView]
}
