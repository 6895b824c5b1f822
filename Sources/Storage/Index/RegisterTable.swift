import GRDB
import Law
import Ledger
import Registers

/// The typed table that a register's declaration becomes in the index: every version of every record, by entry.
///
/// | field | column |
/// |---|---|
/// | text, code, reference | TEXT |
/// | integer | INTEGER |
/// | decimal | INTEGER, ten-thousandths |
/// | date | INTEGER, days since 1970-01-01 |
/// | datetime | INTEGER, minutes since 1970-01-01 on China's clock |
/// | boolean | INTEGER, 0 or 1 |
/// | list | TEXT, a JSON array as in the entry |
///
/// The columns of private and sealed fields stay empty.
struct RegisterTable: Sendable {
    let declaration: RegisterDeclaration
    let coding: RecordCoding
    /// Of the declaration's fields, in order.
    let forms: [FieldForm]
    let privateGroups: [HiddenGroup]
    let sealedGroup: HiddenGroup?

    var hidesSomething: Bool { !privateGroups.isEmpty || sealedGroup != nil }

    init(_ declaration: RegisterDeclaration) {
        self.declaration = declaration
        coding = RecordCoding(declaration)
        forms = declaration.fields.map(FieldForm.init)
        privateGroups = declaration.privateGroups
        sealedGroup = declaration.sealedGroup
    }

    var plainName: String { "register:" + declaration.id }
    /// Quoted.
    var name: String { Self.quote(plainName) }

    static func column(_ field: String) -> String { quote("f:" + field) }

    static func quote(_ name: String) -> String { "\"" + name.replacing("\"", with: "\"\"") + "\"" }

    /// Columns before the fields': the version and when it was the one known.
    static let leading = ["seq", "id", "revision", "known_at", "known_until"]

    var columns: [String] { Self.leading + declaration.fields.map { Self.column($0.id) } }

    /// Creates the table and its indexes: by record, by when it happened, by each reference to a case.
    func create(_ database: Database, schema: String = "main") throws {
        let fields = declaration.fields.map { ", \(Self.column($0.id)) \(Self.type(of: $0))" }.joined()
        try database.execute(
            sql: """
                CREATE TABLE \(schema).\(name) (seq INTEGER PRIMARY KEY, id TEXT NOT NULL, revision INTEGER NOT NULL,
                known_at INTEGER NOT NULL, known_until INTEGER\(fields)) STRICT
                """)
        guard schema == "main" else { return }
        try database.execute(
            sql: "CREATE UNIQUE INDEX \(Self.quote("by record:" + declaration.id)) ON \(name)(id, revision)")
        for field in indexedFields {
            let index = Self.quote("by \(field):\(declaration.id)")
            try database.execute(sql: "CREATE INDEX \(index) ON \(name)(\(Self.column(field)))")
        }
    }

    private var indexedFields: [String] {
        let cases = declaration.fields.filter { $0.type == .reference(register: "case") && !$0.isList }.map(
            \.id)
        return cases.contains(declaration.happened) ? cases : [declaration.happened] + cases
    }

    /// What the table looks like, to notice that a declaration has changed.
    var shape: String {
        declaration.id + "("
            + declaration.fields.map { "\($0.id) \($0.isList ? "list " : "")\(FieldForm($0).kind)" }
            .joined(separator: ",") + ";" + indexedFields.joined(separator: ",") + ")"
    }

    private static func type(of field: FieldDeclaration) -> String {
        let form = FieldForm(field)
        return form.isList || form.kind == .text ? "TEXT" : "INTEGER"
    }
}
