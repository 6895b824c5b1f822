import Law
import Pack

/// Tables of two inputs, `n` (a whole number) and `kind` (light, grave), and one output `tier`.
enum SmallTable {
    /// - Parameter rows: Each `[n cell | kind cell | output]`.
    static func text(
        _ hits: String = "U", output: String = "{output: tier, type: code, values: [low, high]}",
        n: String = "{input: n, label: 次数, type: integer, allowed: '>= 0'}", rows: [[String]]
    ) -> String {
        let lines = rows.map { row in
            "      - {when: [\(row.dropLast().map { "'\($0)'" }.joined(separator: ", "))], then: ['\(row[row.count - 1])']}"
        }
        return """
            tables:
              - id: trial
                name: 试验表
                hits: \(hits)
                inputs:
                  - \(n)
                  - {input: kind, label: 后果, type: code, values: [light, grave]}
                outputs: [\(output)]
                versions:
                  - rows:
            \(lines.map { "        " + $0 }.joined(separator: "\n"))
            """
    }

    static func book(_ text: String) throws -> TableBook {
        try TableBook(
            [SmallPack.node(text, file: "tables.yaml")], laws: try LawBook(SmallPack.node(SmallPack.laws)))
    }

    static func table(
        _ hits: String = "U", output: String = "{output: tier, type: code, values: [low, high]}",
        rows: [[String]]
    ) throws -> DecisionTable {
        let book = try book(text(hits, output: output, rows: rows))
        guard let table = book.table("trial") else { throw Missing() }
        return table
    }

    struct Missing: Error {}
}

extension DecisionTable {
    func decide(_ n: Int?, _ kind: String?, _ nulls: NullReading = .asValue) -> TableAnswer? {
        let inputs: [Value] = [n.map { .number(Number($0)) } ?? .null, kind.map(Value.text) ?? .null]
        return version(on: nil).map { decide(inputs, in: $0, nulls: nulls) }
    }
}
