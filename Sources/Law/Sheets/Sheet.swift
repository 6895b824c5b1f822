package import Pack

/// A reference table with one row for every combination of its keys: what an office publishes as a long list.
///
/// Where a decision table has tests in its cells and is read line by line, a sheet has whole numbers only, may be
/// long, and is looked up by its keys without any search.
package struct Sheet: Sendable {
    package struct Column: Hashable, Sendable {
        package let name: String
        package let label: String
    }

    /// The rows as they stand while a version is in force.
    package struct Version: Sendable {
        package let inForce: InForce
        package let basis: [Citation]
    }

    package let id: String
    package let name: String
    package let keys: [Column]
    package let outputs: [Column]
    /// In order of time, not overlapping.
    package let versions: [Version]
    let cells: SheetCells
    package let place: PackPlace
}

extension Sheet: Hashable {
    /// A pack has one sheet of an id.
    package static func == (a: Sheet, b: Sheet) -> Bool { a.id == b.id }
    package func hash(into hasher: inout Hasher) { hasher.combine(id) }
}

extension Sheet {
    /// What stands in a row for some keys on a day; `nil` when there is no such row, or it leaves the cell empty.
    func value(_ output: Int, day: Day, keys: [Int]) -> Int? {
        guard let start = rowStart(on: day, keys: keys) else { return nil }
        let value = cells.values[start + output]
        return Null.holds(value) ? nil : Int(value)
    }

    /// The place of the first cell of the row for some keys on a day; `nil` on a day without a version, or beyond the
    /// keys there are.
    func rowStart(on day: Day, keys: [Int]) -> Int? {
        guard let version = versions.firstIndex(where: { $0.inForce.contains(day) }) else { return nil }
        var start = version * cells.cellsOfVersion
        for (key, axis) in zip(keys, cells.axes) {
            guard key >= axis.least, key <= axis.most else { return nil }
            start += (key - Int(axis.least)) * Int(axis.stride)
        }
        return start
    }
}

/// The cells of all versions, at the place that their keys give.
struct SheetCells: Sendable {
    struct Axis: Hashable, Sendable {
        let least: Int32
        let most: Int32
        /// How many cells further the next value of this key stands.
        let stride: Int32
    }

    let axes: [Axis]
    let cellsOfVersion: Int
    /// Row by row; `Null.absent` where a row is missing.
    let values: Lane<Int32>
    /// The days on which some version is in force; `nil` when there is a gap between two.
    let settledDays: ClosedRange<Int32>?
    /// The first day of each version but the first.
    let laterStarts: [Int32]

    init(
        axes: [Axis], cellsOfVersion: Int, values: Lane<Int32>, inForce: [InForce]
    ) {
        self.axes = axes
        self.cellsOfVersion = cellsOfVersion
        self.values = values
        let hasGap = zip(inForce, inForce.dropFirst()).contains { $0.until?.adding(days: 1) != $1.from }
        settledDays =
            hasGap ? nil : inForce.first.map { $0.from.number...(inForce.last?.until?.number ?? .max) }
        laterStarts = inForce.dropFirst().map(\.from.number)
    }
}
