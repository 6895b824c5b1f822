/// Numbers for keys of several values: equal keys have equal numbers, counted from 0 as they come.
///
/// A key is found value by value, each with the number of those before it, so that no key is an object of its own.
struct KeyNumbers {
    private struct Step: Hashable {
        /// The number of the values before.
        let before: Int
        let value: Int64
    }

    private var steps: [[Step: Int]]

    /// - Parameters:
    ///   - width: How many values a key has.
    ///   - count: How many keys there may be.
    init(width: Int, count: Int = 0) {
        steps = Array(repeating: [:], count: width)
        if !steps.isEmpty { steps[width - 1].reserveCapacity(count) }
    }

    /// The number of a key, entered if it is new.
    @discardableResult
    mutating func enter(_ value: (Int) -> Int64) -> Int {
        var number = 0
        for place in steps.indices {
            let next = steps[place].count
            number = Self.number(&steps[place][Step(before: number, value: value(place)), default: next])
        }
        return number
    }

    /// Looks up and enters in one step.
    private static func number(_ number: inout Int) -> Int { number }

    /// The number of a key; `nil` when it was never entered.
    func number(_ value: (Int) -> Int64) -> Int? {
        var number = 0
        for place in steps.indices {
            guard let next = steps[place][Step(before: number, value: value(place))] else { return nil }
            number = next
        }
        return number
    }
}
