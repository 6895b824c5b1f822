package import Law

/// What a page of a register's table shows.
package struct RecordQuery: Hashable, Sendable {
    package var register: String
    package var filters: [Filter]
    /// Words looked for in every field of text, code and reference; a code is found by its label.
    package var text: String?
    package var sort: [Order]
    package var offset: Int
    package var limit: Int
    /// `nil` for what is known now.
    package var knownAt: Moment?

    package init(
        register: String, filters: [Filter] = [], text: String? = nil, sort: [Order] = [], offset: Int = 0,
        limit: Int = 50, knownAt: Moment? = nil
    ) {
        self.register = register
        self.filters = filters
        self.text = text
        self.sort = sort
        self.offset = offset
        self.limit = limit
        self.knownAt = knownAt
    }

    package struct Filter: Hashable, Sendable {
        package let field: String
        package let comparison: Comparison
        /// Of the field's type, or of a list's elements; not used by `isNull` and `isPresent`.
        package let value: Value

        package init(_ field: String, _ comparison: Comparison, _ value: Value = .null) {
            self.field = field
            self.comparison = comparison
            self.value = value
        }
    }

    /// Of a list, true when it is true of one of its elements.
    package enum Comparison: String, Sendable, CaseIterable {
        case equals
        case differs
        case less
        case atMost
        case greater
        case atLeast
        /// Text within the text.
        case contains
        case isNull
        case isPresent
    }

    package struct Order: Hashable, Sendable {
        package let field: String
        package let isDescending: Bool

        package init(_ field: String, isDescending: Bool = false) {
            self.field = field
            self.isDescending = isDescending
        }
    }
}
