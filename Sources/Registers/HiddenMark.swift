package import Law

/// What stands in a cell where a hidden value would: understood when the sheet is imported again, and never taken for
/// a value.
package enum HiddenMark {
    /// On pages and lists, where private fields are never shown.
    package static let notShown = "私密，不显示"
    package static let sealed = "密封"
    /// The envelope is not there, though nobody has erased it.
    package static let missing = "缺失"

    /// - Parameter seq: The entry that records the erasure.
    package static func erased(seq: Int) -> String { "\(erasedStart) \(seq) 条）" }

    private static let erasedStart = "已销毁（账本第"

    package static func isMark(_ text: String) -> Bool {
        [notShown, sealed, missing].contains(text) || text.hasPrefix(erasedStart)
    }

    /// The value, or null where it is only a mark.
    package static func value(_ value: Value) -> Value {
        switch value {
        case .text(let text): return isMark(text) ? .null : value
        case .list(let elements):
            let kept = elements.filter { if case .text(let text) = $0 { !isMark(text) } else { true } }
            return kept.isEmpty ? .null : .list(kept)
        default: return value
        }
    }
}

extension HiddenGroup {
    /// A record's values with everything but this group's null, and marks as null.
    package func masked(_ values: [Value]) -> [Value] {
        var masked = [Value](repeating: .null, count: values.count)
        for position in positions { masked[position] = HiddenMark.value(values[position]) }
        return masked
    }

    /// A record's values with this group's null.
    package func removed(from values: [Value]) -> [Value] {
        var values = values
        for position in positions { values[position] = .null }
        return values
    }
}
