/// Where the references to a register lead: from a code to a row of one of its tables.
struct ReferenceTargets {
    /// The wanted column of each table that a reference may lead to.
    let columns: [Column]
    /// The rows of each table, in the count through all tables of the register.
    private let ranges: [Range<Int>]
    private let locations: Lane<Int32>?

    /// - Parameter slots: The wanted column, by table.
    init(_ register: String, slots: [Int: Int], in tables: RecordTables) {
        let places = slots.sorted { $0.key < $1.key }
        columns = places.map { tables.tables[$0.key].columns[$0.value] }
        ranges = places.map { tables.bases[$0.key]..<tables.bases[$0.key] + tables.tables[$0.key].count }
        locations = tables.locations[register]
    }

    /// - Returns: The row, and the place of its column in `columns`; `nil` for a code that leads nowhere.
    @inline(__always)
    func find(_ code: Int32) -> (row: Int, column: Int)? {
        guard !Null.holds(code), let locations else { return nil }
        let location = Int(locations[Int(code)])
        for (place, range) in ranges.enumerated() where range.contains(location) {
            return (location - range.lowerBound, place)
        }
        return nil
    }
}
