import Glibc

/// A fixed run of values that many readers share and nobody changes once it is filled.
///
/// A class with its own memory, because the judging loops read dozens of columns side by side through plain
/// pointers, which arrays only lend one closure deep each.
package final class Lane<Element: BitwiseCopyable & Sendable>: @unchecked Sendable {
    package let count: Int
    package let base: UnsafeMutablePointer<Element>

    package init(count: Int, filledWith value: Element) {
        self.count = count
        base = Self.memory(for: count)
        base.initialize(repeating: value, count: max(1, count))
    }

    /// - Parameter fill: Fills every one of the elements, of which none has a value yet.
    package init(count: Int, filledBy fill: (UnsafeMutablePointer<Element>) -> Void) {
        self.count = count
        base = Self.memory(for: count)
        fill(base)
    }

    package init(_ values: [Element]) {
        count = values.count
        base = Self.memory(for: count)
        values.withUnsafeBufferPointer { source in
            if let start = source.baseAddress { base.initialize(from: start, count: source.count) }
        }
    }

    deinit { base.deallocate() }

    package subscript(_ row: Int) -> Element { base[row] }

    /// Memory for so many elements, a long run of it in large pages: the judging of one case reads a row here and a row
    /// there, and would else look up a page for nearly every value.
    private static func memory(for count: Int) -> UnsafeMutablePointer<Element> {
        let (bytes, page) = (max(1, count) * MemoryLayout<Element>.stride, 1 << 21)
        // What is left over at the end gets a large page when it fills most of one.
        let large = (bytes + page / 4) / page * page
        guard large > 0 else { return .allocate(capacity: max(1, count)) }
        let memory = UnsafeMutableRawPointer.allocate(byteCount: max(bytes, large), alignment: page)
        // Advice: where the kernel has no large pages the run lies in small ones.
        _ = madvise(memory, large, MADV_HUGEPAGE)
        return memory.bindMemory(to: Element.self, capacity: count)
    }
}

/// How the lanes write "the record does not say".
///
/// Two words are kept apart because the law keeps them apart: a review that is on record without its time (`unknown`)
/// is not the same as no review at all (`absent`).
package enum Null {
    package static let unknown = Int32.min
    static let absent = Int32.min + 1
    static let wideUnknown = Int64.min
    static let wideAbsent = Int64.min + 1

    @inline(__always) static func holds(_ value: Int32) -> Bool { value <= absent }
    @inline(__always) static func holds(_ value: Int64) -> Bool { value <= wideAbsent }

    /// A narrow value in a wide lane, a null as the wide null.
    @inline(__always) static func widened(_ value: Int32, by scale: Int64 = 1) -> Int64 {
        value == absent ? wideAbsent : value == unknown ? wideUnknown : Int64(value) &* scale
    }

    /// A wide value in a narrow lane; what does not fit counts as not known.
    @inline(__always) static func narrowed(_ value: Int64, by scale: Int64 = 1) -> Int32 {
        if value == wideAbsent { return absent }
        guard value > wideAbsent, value % scale == 0 else { return unknown }
        return Int32(exactly: value / scale).map { holds($0) ? unknown : $0 } ?? unknown
    }
}

/// The three truth values in the order in which `and` is the minimum and `or` the maximum.
package enum Truth {
    static let no: UInt8 = 0
    static let unknown: UInt8 = 1
    static let yes: UInt8 = 2

    @inline(__always) package static func of(_ condition: Bool) -> UInt8 { condition ? yes : no }

    static func value(_ truth: UInt8) -> Value { truth == unknown ? .null : .boolean(truth == yes) }
}
