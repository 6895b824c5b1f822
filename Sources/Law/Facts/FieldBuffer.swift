/// Collects one field of a table while records come in, in the order of their coming.
final class FieldBuffer {
    let slot: Layout.Slot
    private var narrow: [Int32] = []
    private var wide: [Int64] = []
    private var truth: [UInt8] = []
    private var offsets: [Int32] = [0]
    private var isUnknown: [UInt8] = []

    init(_ slot: Layout.Slot) { self.slot = slot }

    /// Appends a value; one of another type than the field's counts as not recorded.
    ///
    /// - Parameters:
    ///   - words: The vocabulary that texts and codes are written in.
    ///   - names: The ids of the referenced register, when the field is a reference.
    func append(_ value: Value, words: inout Vocabulary, names: inout Vocabulary) {
        if slot.isList { return appendList(value, words: &words, names: &names) }
        switch Storage(slot.kind, isWhole: slot.isWhole) {
        case .wide:
            if case .number(let number) = value {
                wide.append(number.ticks)
            } else {
                wide.append(Null.wideUnknown)
            }
        case .truth:
            truth.append(Self.truth(value))
        case .narrow:
            narrow.append(code(value, words: &words, names: &names))
        }
    }

    private func appendList(_ value: Value, words: inout Vocabulary, names: inout Vocabulary) {
        if case .list(let elements) = value {
            for element in elements { narrow.append(code(element, words: &words, names: &names)) }
            isUnknown.append(0)
        } else if value.isNull {
            isUnknown.append(1)
        } else {
            narrow.append(code(value, words: &words, names: &names))
            isUnknown.append(0)
        }
        offsets.append(Int32(narrow.count))
    }

    private func code(_ value: Value, words: inout Vocabulary, names: inout Vocabulary) -> Int32 {
        switch (slot.kind, value) {
        case (.text, .text(let word)), (.code, .text(let word)): words.code(of: word)
        case (.reference, .text(let id)): names.code(of: id)
        case (.day, .day(let day)): day.number
        case (.moment, .moment(let moment)): moment.minutes
        case (.number, .number(let number)) where abs(number.ticks / Number.scale) <= FieldSchema.mostWhole:
            Null.narrowed(number.ticks, by: Number.scale)
        case (.boolean, _): Int32(Self.truth(value))
        default: Null.unknown
        }
    }

    private static func truth(_ value: Value) -> UInt8 {
        guard case .boolean(let truth) = value else { return Truth.unknown }
        return Truth.of(truth)
    }

    /// The finished column, its rows put into an order: row `i` is the `order[i]`-th that came in.
    func column(order: [Int32]) -> Column {
        guard !slot.isList else { return Column(kind: slot.kind, data: list(order: order)) }
        let data: Column.Data =
            switch Storage(slot.kind, isWhole: slot.isWhole) {
            case .wide: .wide(Lane(order.map { wide[Int($0)] }))
            case .truth: .truth(Lane(order.map { truth[Int($0)] }))
            case .narrow: .narrow(Lane(order.map { narrow[Int($0)] }))
            }
        return Column(kind: slot.kind, data: data)
    }

    private func list(order: [Int32]) -> Column.Data {
        var sorted: [Int32] = []
        sorted.reserveCapacity(narrow.count)
        var ends: [Int32] = [0]
        ends.reserveCapacity(order.count + 1)
        for row in order {
            sorted += narrow[Int(offsets[Int(row)])..<Int(offsets[Int(row) + 1])]
            ends.append(Int32(sorted.count))
        }
        return .list(
            offsets: Lane(ends), values: Lane(sorted), isUnknown: Lane(order.map { isUnknown[Int($0)] }))
    }

    /// The raw codes in the order of coming, for sorting by them.
    var codes: [Int32] { narrow }
}
