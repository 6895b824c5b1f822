import Law
import Registers

/// A query as SQL: text with a `?` for every value, and the values.
///
/// Names come from the declaration, never from the query, and are quoted; so no text of a user's becomes SQL.
struct QueryCondition {
    let table: RegisterTable
    private var terms: [String] = []
    private var values: [(value: Value, field: FieldDeclaration?)] = []
    private let order: String

    init(_ query: RecordQuery, table: RegisterTable) throws(StorageError) {
        self.table = table
        var keys: [String] = []
        for order in query.sort {
            _ = try Self.field(order.field, table)
            keys.append(RegisterTable.column(order.field) + (order.isDescending ? " DESC" : ""))
        }
        // The record's id last, so that the order is always the same and pages neither repeat nor miss a record.
        order = (keys + ["id"]).joined(separator: ", ")
        addKnown(query.knownAt)
        for filter in query.filters { try add(filter) }
        if let text = query.text, !text.isEmpty { add(text: text) }
    }

    var select: String {
        "\(RowReader(table).selection) WHERE \(terms.joined(separator: " AND ")) ORDER BY \(order) LIMIT ? OFFSET ?"
    }

    /// From which table, and which rows of it.
    var source: String { "FROM \(table.name) WHERE \(terms.joined(separator: " AND "))" }

    /// - Returns: The first parameter that is left.
    @discardableResult
    func bind(_ statement: borrowing Statement) -> Int {
        for (offset, (value, field)) in values.enumerated() {
            if let field {
                table.bind(value, of: FieldForm(field), at: offset + 1, in: statement)
            } else {
                Self.bind(value, at: offset + 1, in: statement)
            }
        }
        return values.count + 1
    }

    private mutating func addKnown(_ moment: Moment?) {
        guard let moment else { return terms.append("known_until IS NULL") }
        terms.append("known_at <= ? AND (known_until IS NULL OR known_until > ?)")
        let minutes = Value.number(Number(Int(moment.minutes)))
        values += [(minutes, nil), (minutes, nil)]
    }

    private mutating func add(_ filter: RecordQuery.Filter) throws(StorageError) {
        let field = try Self.field(filter.field, table)
        let column = RegisterTable.column(field.id)
        switch filter.comparison {
        case .isNull: return terms.append("\(column) IS NULL")
        case .isPresent: return terms.append("\(column) IS NOT NULL")
        case .contains:
            guard case .text(let text) = filter.value else { return terms.append("FALSE") }
            terms.append(Self.like(column))
            values.append((.text(Self.pattern(text)), nil))
        default:
            let comparison = Self.symbol(filter.comparison)
            guard field.isList else {
                terms.append("\(column) \(comparison) ?")
                return values.append((filter.value, field))
            }
            terms.append("EXISTS (SELECT 1 FROM json_each(\(column)) WHERE value \(comparison) ?)")
            values.append((filter.value, nil))
        }
    }

    private mutating func add(text: String) {
        var matches: [String] = []
        for field in table.declaration.fields {
            let column = RegisterTable.column(field.id)
            switch field.type {
            case .text, .reference:
                matches.append(Self.like(column))
                values.append((.text(Self.pattern(text)), nil))
            case .code(let codes):
                for code in codes where code.label.contains(text) {
                    matches.append(field.isList ? Self.like(column) : "\(column) = ?")
                    values.append((.text(field.isList ? Self.pattern("\"\(code.id)\"") : code.id), nil))
                }
            case .integer, .decimal, .date, .datetime, .boolean: continue
            }
        }
        matches.append(Self.like("id"))
        values.append((.text(Self.pattern(text)), nil))
        terms.append("(" + matches.joined(separator: " OR ") + ")")
    }

    private static func field(_ id: String, _ table: RegisterTable) throws(StorageError) -> FieldDeclaration {
        guard let field = table.declaration.field(id) else {
            throw .unknownField(register: table.declaration.id, field: id)
        }
        return field
    }

    private static func like(_ column: String) -> String { "\(column) LIKE ? ESCAPE '\\'" }

    private static func pattern(_ text: String) -> String {
        let literal = text.map { "\\%_".contains($0) ? "\\\($0)" : String($0) }
        return "%" + literal.joined() + "%"
    }

    private static func symbol(_ comparison: RecordQuery.Comparison) -> String {
        switch comparison {
        case .differs: "IS NOT"
        case .less: "<"
        case .atMost: "<="
        case .greater: ">"
        case .atLeast: ">="
        case .equals, .contains, .isNull, .isPresent: "IS"
        }
    }

    /// Binds minutes of a moment of knowledge, a pattern, or a list's element as `json_each` gives it.
    private static func bind(_ value: Value, at index: Int, in statement: borrowing Statement) {
        switch value {
        case .moment(let moment): statement.bind(index, moment.description)
        case .number(let number):
            if let whole = number.whole {
                statement.bind(index, whole)
            } else {
                statement.bind(index, number.description)
            }
        case .boolean(let flag): statement.bind(index, flag ? 1 : 0)
        case .text, .day: statement.bind(index, value.description)
        case .null, .decimal, .duration, .months, .list, .context: statement.bindNull(index)
        }
    }
}
