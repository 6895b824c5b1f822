import Registers

/// What a figure counts of its records, for whoever counts it again without the registers.
package enum Counting: Hashable, Sendable {
    case records
    /// The different values of a field of the record itself.
    case distinct(field: String)
    /// The sum of a field of the record itself.
    case sum(field: String)
    /// A field of another record that this one refers to: the record alone does not tell.
    case elsewhere
}

extension Indicator {
    package var counts: Counting {
        switch measure {
        case .records: .records
        case .distinct(.own(let position)): .distinct(field: register.fields[position].id)
        case .sum(.own(let position)): .sum(field: register.fields[position].id)
        case .distinct, .sum: .elsewhere
        }
    }
}
