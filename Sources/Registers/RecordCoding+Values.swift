package import Law
package import Ledger

extension JSONWriter {
    /// - Returns: Whether the value is of the field's type; if not, what was written is of no use.
    package mutating func write(_ value: Value, as form: FieldForm) -> Bool {
        guard form.isList else { return write(value, as: form.kind) }
        guard case .list(let elements) = value else { return false }
        write(byte: UInt8(ascii: "["))
        for (index, element) in elements.enumerated() {
            if index > 0 { write(byte: UInt8(ascii: ",")) }
            guard write(element, as: form.kind) else { return false }
        }
        write(byte: UInt8(ascii: "]"))
        return true
    }

    private mutating func write(_ value: Value, as kind: FieldForm.Kind) -> Bool {
        switch (kind, value) {
        case (.text, .text(let text)): write(text)
        case (.integer, .number(let number)):
            guard let whole = number.whole else { return false }
            write(Int64(whole))
        case (.decimal, .number(let number)):
            if let whole = number.whole { write(Int64(whole)) } else { write(number.description) }
        case (.date, .day(let day)): write(CivilTime(day))
        case (.datetime, .moment(let moment)): write(CivilTime(moment))
        case (.boolean, .boolean(let flag)): write(flag)
        default: return false
        }
        return true
    }
}

extension Value {
    /// - Returns: `nil` when the JSON is not of the field's type.
    package init?(_ json: JSONValue, as field: FieldDeclaration) { self.init(json, as: FieldForm(field)) }

    package init?(_ json: JSONValue, as form: FieldForm) {
        guard form.isList else {
            self.init(json, as: form.kind)
            return
        }
        guard let elements = json.array else { return nil }
        let values = elements.compactMap { Value($0, as: form.kind) }
        guard values.count == elements.count else { return nil }
        self = .list(values)
    }

    private init?(_ json: JSONValue, as kind: FieldForm.Kind) {
        switch (kind, json) {
        case (.text, .string(let text)): self = .text(text)
        case (.integer, .integer(let whole)), (.decimal, .integer(let whole)):
            guard whole.magnitude < Self.wholeNumberLimit else { return nil }
            self = .number(Number(Int(whole)))
        case (.decimal, .string(let text)):
            guard let number = Number(text) else { return nil }
            self = .number(number)
        case (.date, .string(let text)):
            guard let day = Day(text) else { return nil }
            self = .day(day)
        case (.datetime, .string(let text)):
            guard let moment = Moment(text) else { return nil }
            self = .moment(moment)
        case (.boolean, .boolean(let flag)): self = .boolean(flag)
        default: return nil
        }
    }

    /// Whether each code is one of the field's; true of a field that has none.
    func hasCodes(of type: FieldType) -> Bool {
        guard case .code(let codes) = type else { return true }
        let values = if case .list(let elements) = self { elements } else { [self] }
        return values.allSatisfy { value in codes.contains { .text($0.id) == value } }
    }

    /// Fourteen digits, which is what `Number` reads.
    private static let wholeNumberLimit: UInt64 = 100_000_000_000_000
}

extension CivilTime {
    package init(_ day: Day) {
        let (year, month, dayOfMonth) = day.components
        self.init(year: year, month: month, day: dayOfMonth)
    }

    package init(_ moment: Moment) {
        let (year, month, dayOfMonth) = moment.day.components
        self.init(year: year, month: month, day: dayOfMonth, minuteOfDay: moment.minuteOfDay)
    }

    /// The moment, at midnight when only the day is known; `nil` when there is no such day.
    package var moment: Moment? {
        Day(year: year, month: month, day: day).map { day in
            let minutes = minuteOfDay ?? 0
            return Moment(day, hour: minutes / 60, minute: minutes % 60)
        }
    }
}
