import Law
import Pack
import Registers

/// What of the selected records is counted.
enum Measure: Hashable, Sendable {
    case records
    /// Different values of a field: people, places.
    case distinct(FieldPath)
    case sum(FieldPath)

    /// Reads `records`, `distinct FIELD` or `sum FIELD`.
    init(_ node: PackNode, in declaration: RegisterDeclaration, declarations: RegisterSet) throws(PackError) {
        let words = try node.text.split(separator: " ").map(String.init)
        let field = words.last.map { PackNode(.scalar($0), at: node.place) } ?? node
        switch (words.first, words.count) {
        case ("records", 1): self = .records
        case ("distinct", 2): self = .distinct(try declarations.path(field, in: declaration))
        case ("sum", 2): self = .sum(try declarations.path(field, in: declaration))
        default:
            throw PackError(
                .notAllowed(try node.text, allowed: ["records", "distinct 字段", "sum 字段"]), at: node.place)
        }
    }

    var path: FieldPath? {
        switch self {
        case .records: nil
        case .distinct(let path), .sum(let path): path
        }
    }

    /// The number, and the records whose measured field is empty and which therefore were left out.
    func take(of records: [Record], in snapshot: RecordSnapshot) -> (value: Number, silent: [Record]) {
        switch self {
        case .records:
            return (Number(records.count), [])
        case .distinct(let path):
            var seen: Set<Value> = []
            var silent: [Record] = []
            for record in records {
                let values = snapshot.value(path, of: record).elements
                if values.isEmpty { silent.append(record) }
                seen.formUnion(values)
            }
            return (Number(seen.count), silent)
        case .sum(let path):
            var ticks: Int64 = 0
            var silent: [Record] = []
            for record in records {
                if case .number(let number) = snapshot.value(path, of: record) {
                    ticks += number.ticks
                } else {
                    silent.append(record)
                }
            }
            return (Number(ticks: ticks), silent)
        }
    }
}

extension Value {
    /// The values of a list, or the one value; nothing for what the record does not say.
    var elements: [Value] {
        switch self {
        case .null: []
        case .list(let values): values.filter { !$0.isNull }
        default: [self]
        }
    }
}
