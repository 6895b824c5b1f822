/// A fixed run of values that many readers share and nobody changes once it is filled.
///
/// A class with its own memory, because the judging loops read dozens of columns side by side through plain
/// pointers, which arrays only lend one closure deep each.
package final class Lane<Element: BitwiseCopyable & Sendable>: @unchecked Sendable {
    package let count: Int
    let base: UnsafeMutablePointer<Element>

    init(count: Int, filledWith value: Element) {
        self.count = count
        base = .allocate(capacity: max(1, count))
        base.initialize(repeating: value, count: max(1, count))
    }

    init(_ values: [Element]) {
        count = values.count
        base = .allocate(capacity: max(1, values.count))
        values.withUnsafeBufferPointer { source in
            if let start = source.baseAddress { base.initialize(from: start, count: source.count) }
        }
    }

    deinit { base.deallocate() }

    package subscript(_ row: Int) -> Element { base[row] }
}

/// How the lanes write "the record does not say".
///
/// Two words are kept apart because the law keeps them apart: a review that is on record without its time (`unknown`)
/// is not the same as no review at all (`absent`).
enum Null {
    static let unknown = Int32.min
    static let absent = Int32.min + 1
    static let wideUnknown = Int64.min
    static let wideAbsent = Int64.min + 1

    @inline(__always) static func holds(_ value: Int32) -> Bool { value <= absent }
    @inline(__always) static func holds(_ value: Int64) -> Bool { value <= wideAbsent }
}

/// The three truth values in the order in which `and` is the minimum and `or` the maximum.
enum Truth {
    static let no: Int32 = 0
    static let unknown: Int32 = 1
    static let yes: Int32 = 2

    @inline(__always) static func of(_ condition: Bool) -> Int32 { condition ? yes : no }
}
