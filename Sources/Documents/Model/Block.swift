/// One heading, paragraph or table.
package enum Block: Hashable, Sendable {
    /// Level 1 一、 level 2 （一） level 3 1. level 4 （1）; the number is part of the text.
    case heading(level: Int, String)
    case paragraph([Inline])
    case table(Table)
}

package struct Table: Hashable, Sendable {
    package struct Column: Hashable, Sendable {
        package let heading: String
        /// Its share of the table's width; the shares of a table add up to anything.
        package let share: Int

        package init(_ heading: String, share: Int) {
            self.heading = heading
            self.share = share
        }
    }

    package let caption: String
    package let columns: [Column]
    package let rows: [[String]]

    package init(caption: String, columns: [Column], rows: [[String]]) {
        self.caption = caption
        self.columns = columns
        self.rows = rows
    }
}
