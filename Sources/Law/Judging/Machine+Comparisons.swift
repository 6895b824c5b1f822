/// Comparisons over registers.
extension Machine {
    /// Each row's comparison; unknown where either side is not recorded.
    func compare<Element: FixedWidthInteger & SignedInteger>(
        _ comparison: Expression.Comparison, _ x: UnsafePointer<Element>, _ y: UnsafePointer<Element>,
        into out: UnsafeMutablePointer<UInt8>
    ) {
        let highestNull = Element.min + 1
        // Without a branch, so that several rows are compared at once.
        @inline(__always) func fill(_ holds: (Element, Element) -> Bool) {
            eachOrAll(16 / MemoryLayout<Element>.size) { index in
                let (a, b) = (x[index], y[index])
                let isNull: Element = (a <= highestNull ? -1 : 0) | (b <= highestNull ? -1 : 0)
                let truth: Element = holds(a, b) ? 2 : 0
                out[index] = UInt8(truncatingIfNeeded: truth & ~isNull | isNull & 1)
            }
        }
        switch comparison {
        case .equal: fill { $0 == $1 }
        case .notEqual: fill { $0 != $1 }
        case .less: fill { $0 < $1 }
        case .atMost: fill { $0 <= $1 }
        case .greater: fill { $0 > $1 }
        case .atLeast: fill { $0 >= $1 }
        }
    }

    /// As `compare`, with the same recorded value beside each row.
    func compare<Element: FixedWidthInteger & SignedInteger>(
        _ comparison: Expression.Comparison, _ x: UnsafePointer<Element>, with value: Element,
        into out: UnsafeMutablePointer<UInt8>
    ) {
        let highestNull = Element.min + 1
        // A null is less than every recorded value, so that it is known whether the comparison holds for it:
        // one more or one less than that makes it unknown.
        @inline(__always) func fill(nullHolds: Bool, _ holds: (Element) -> Bool) {
            eachOrAll(16 / MemoryLayout<Element>.size) { index in
                let isNull: Element = x[index] <= highestNull ? 1 : 0
                let truth: Element = holds(x[index]) ? 2 : 0
                out[index] = UInt8(truncatingIfNeeded: nullHolds ? truth &- isNull : truth &+ isNull)
            }
        }
        guard value > highestNull else { return out.update(repeating: Truth.unknown, count: count) }
        switch comparison {
        case .equal: fill(nullHolds: false) { $0 == value }
        case .notEqual: fill(nullHolds: true) { $0 != value }
        case .less: fill(nullHolds: true) { $0 < value }
        case .atMost: fill(nullHolds: true) { $0 <= value }
        case .greater: fill(nullHolds: false) { $0 > value }
        case .atLeast: fill(nullHolds: false) { $0 >= value }
        }
    }

    /// Whether each row lies between two recorded values, or is one of them.
    ///
    /// - Precondition: `least <= most`, and neither is a null.
    func isBetween(
        _ x: UnsafePointer<Int64>, _ least: Int64, _ most: Int64, into out: UnsafeMutablePointer<UInt8>
    ) {
        // Counted from the least, what lies below it is greater than everything above.
        let span = UInt64(bitPattern: most &- least)
        eachOrAll(2) { index in
            let isIn = UInt64(bitPattern: x[index] &- least) <= span
            out[index] = isIn ? Truth.yes : Null.holds(x[index]) ? Truth.unknown : Truth.no
        }
    }
}
