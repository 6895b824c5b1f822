import Law
import Pack
import Registers

/// Every series of numbers runs from 1 without a gap and without a double. A number that was voided still has its record.
///
/// A series is looked at from its first number to the end of the period when it was used in the period. The universe is the numbers
/// that there should be, from 1 to the highest of each series, so that a missing one counts.
struct NumberingClaim: Sendable {
    /// Missing numbers in a row that are named one by one.
    static let widestGap = 100

    let scope: RecordScope
    private let series: [FieldPath]
    private let number: FieldPath
    private let date: FieldPath

    /// Reads `series: [FIELD, …]` and `number: FIELD`, a whole number.
    init(_ mapping: inout PackMapping, declarations: RegisterSet) throws(PackError) {
        scope = try RecordScope(&mapping, declarations: declarations)
        guard case .asOfEnd(let date) = scope.dating else {
            throw PackError(.badValue("period", why: "编号断言应为 as-of-end，从每个系列的1号查起"), at: mapping.place)
        }
        self.date = date
        var series: [FieldPath] = []
        for node in try mapping.required("series").elements {
            series.append(try declarations.path(node, in: scope.register))
        }
        self.series = series
        let node = try mapping.required("number")
        number = try declarations.path(node, in: scope.register)
        guard declarations.field(number, in: scope.register)?.type == .integer, number.register == nil else {
            throw PackError(.badValue(try node.text, why: "应为本台账的整数字段"), at: node.place)
        }
    }

    func tally(in context: RecordContext) -> ClaimTally {
        var tally = ClaimTally()
        var books: [[Value]: [Int: [Record]]] = [:]
        var used: Set<[Value]> = []
        let selection = scope.select(in: context, facts: FactAnswers(scope.facts, in: context))
        for record in selection.members {
            let key = series.map { context.snapshot.value($0, of: record) }
            guard !key.contains(.null), case .number(let number) = context.snapshot.value(number, of: record),
                let number = number.whole, number > 0
            else {
                tally.unknown.append(ClaimTally.Exception(id: record.id, label: record.id))
                continue
            }
            books[key, default: [:]][number, default: []].append(record)
            if let day = context.snapshot.day(date, of: record), day >= context.period.from {
                used.insert(key)
            }
        }
        tally.unknown += selection.undecided.map { ClaimTally.Exception(id: $0.id, label: $0.id) }
        let series = books.filter { used.contains($0.key) }
        for (key, book) in series.sorted(by: { Self.name($0.key) < Self.name($1.key) }) {
            count(book, named: Self.name(key), into: &tally)
        }
        return tally
    }

    /// A missing number is named by the id that its record would have; a double by every record but the first.
    private func count(_ book: [Int: [Record]], named series: String, into tally: inout ClaimTally) {
        let numbers = book.keys.sorted()
        var expected = 1
        for number in numbers {
            let records = book[number] ?? []
            if let after = records.first { missing(expected..<number, before: after, series, into: &tally) }
            for double in records.dropFirst() {
                tally.counter.append(ClaimTally.Exception(id: double.id, label: "\(series)\(number)号重复"))
            }
            if records.count == 1 { tally.supporting += records.map(\.id) }
            expected = number + 1
        }
        tally.universe += numbers.last ?? 0
    }

    private func missing(
        _ numbers: Range<Int>, before after: Record, _ series: String, into tally: inout ClaimTally
    ) {
        guard let first = numbers.first else { return }
        // A leap in the thousands is a slip of the keyboard, not so many documents.
        guard numbers.count <= Self.widestGap else {
            let label = "\(series)缺\(first)号至\(numbers.upperBound - 1)号"
            return tally.counter.append(ClaimTally.Exception(id: after.id, label: label))
        }
        for number in numbers {
            var values = after.values
            if case .own(let position) = self.number { values[position] = .number(Number(number)) }
            let id = RecordIdentity.id(of: values, in: scope.register) ?? after.id
            tally.counter.append(ClaimTally.Exception(id: id, label: "\(series)缺\(number)号"))
        }
    }

    /// `示公规〔2025〕`: the year, where there is one, in the brackets of a document number.
    private static func name(_ key: [Value]) -> String {
        key.map { value in
            if case .number = value { return "〔\(value)〕" }
            return value.description
        }.joined()
    }

    var needs: RecordNeeds {
        RecordNeeds([scope.needs, RecordNeeds(whole: Set((series + [number]).compactMap(\.register)))])
    }
}
