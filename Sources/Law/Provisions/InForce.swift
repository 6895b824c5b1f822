package import Pack

/// The days on which a law, a rule version or a penalty frame is in force; both ends belong to it.
package struct InForce: Hashable, Sendable {
    package let from: Day
    /// The last day in force; `nil` while it still is.
    package let until: Day?

    package init(from: Day, until: Day? = nil) {
        self.from = from
        self.until = until
    }

    package func contains(_ day: Day) -> Bool {
        guard let until else { return from <= day }
        return from <= day && day <= until
    }

    package func overlaps(_ other: InForce) -> Bool {
        let startsBeforeOtherEnds = other.until.map { from <= $0 } ?? true
        let endsAfterOtherStarts = until.map { other.from <= $0 } ?? true
        return startsBeforeOtherEnds && endsAfterOtherStarts
    }

    /// Reads `from` and `until` of a mapping.
    init(_ mapping: inout PackMapping) throws(PackError) {
        from = try mapping.required("from").day
        let last = mapping.optional("until")
        until = try last?.day
        if let last, let until, until < from {
            throw PackError(.badValue(until.description, why: "最后施行日早于施行日"), at: last.place)
        }
    }
}

extension InForce: CustomStringConvertible {
    /// `2013年1月1日至2025年12月31日`, `2026年1月1日起`
    package var description: String {
        guard let until else { return from.chinese + "起" }
        return from.chinese + "至" + until.chinese
    }
}

extension PackNode {
    /// A number with at most four decimal places.
    package var number: Number {
        get throws(PackError) {
            let text = try text
            guard let number = Number(text) else {
                throw PackError(.badValue(text, why: "数字写作 3000 或 12.5，至多四位小数"), at: place)
            }
            return number
        }
    }
}
