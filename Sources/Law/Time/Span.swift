/// The time from one moment to another, the end not included.
package struct Span: Hashable, Comparable, Sendable {
    package let from: Moment
    package let until: Moment

    /// - Returns: `nil` when the end is before the beginning: such a record says nothing about time.
    package init?(_ from: Moment, _ until: Moment) {
        guard from <= until else { return nil }
        self.from = from
        self.until = until
    }

    package static func < (a: Span, b: Span) -> Bool { (a.from, a.until) < (b.from, b.until) }

    package var minutes: Int { from.minutes(until: until) }
}

/// A span that does not count, and why: 鉴定期间, 听证期间.
package struct Exclusion: Hashable, Sendable {
    package let span: Span
    package let reason: String

    package init(_ span: Span, _ reason: String) {
        self.span = span
        self.reason = reason
    }
}
