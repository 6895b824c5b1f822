package import Law

/// One computed number with everything that is needed to follow it to its records.
package struct Figure: Hashable, Sendable {
    /// `F01`
    package let id: String
    package let name: String
    package let value: Number
    package let unit: String
    package let definition: String
    package let period: ReportPeriod
    /// The day on which "in force" looked.
    package let asOf: Day
    package let knownAt: Moment?
    package let register: String
    /// The ids of the records that were counted, in order.
    package let records: [String]
    /// The ids of records that could not be placed because a deciding field is empty. They are not counted, and shown.
    package let undecided: [String]
}

/// One part of a figure that was broken down by a field.
package struct FigurePart: Hashable, Sendable {
    /// The code or text in the records; `null` where the record does not say.
    package let key: Value
    /// What a page shows: a code's label.
    package let label: String
    package let value: Number
    package let records: [String]
}
