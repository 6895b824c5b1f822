import Pack

/// How a fact takes its value from a decision table: `take: table`.
package struct TableUse: Sendable {
    package let table: DecisionTable
    /// The place of the output among the table's outputs.
    package let output: Int
    /// What stands for each input, in the table's order.
    package let inputs: [NameUse]
    /// The moment or day that picks the table's version; `nil` for a table with one version that has no dates.
    package let at: NameUse?

    /// Reads `table`, `inputs`, `output?` and `at?` of a fact.
    init(_ mapping: inout PackMapping, tables: TableBook) throws(PackError) {
        let node = try mapping.required("table")
        let id = try node.text
        guard let table = tables.table(id) else {
            throw PackError(
                .danglingReference(kind: "决策表", id: id, allowed: tables.tables.map(\.id)), at: node.place)
        }
        self.table = table
        inputs = try Self.inputs(try mapping.required("inputs"), of: table)
        output = try Self.output(mapping.optional("output"), of: table, at: node.place)
        at = try mapping.optional("at").map { node throws(PackError) in try NameUse(node) }
        guard at != nil || table.versions.allSatisfy({ $0.inForce == nil }) else {
            throw PackError(.badValue(id, why: "表的各版本有施行期间，请写 at（用哪个时间选版本）"), at: node.place)
        }
    }

    private static func inputs(_ node: PackNode, of table: DecisionTable) throws(PackError) -> [NameUse] {
        var mapping = try PackMapping(node)
        var uses: [NameUse] = []
        for input in table.inputs { uses.append(try NameUse(try mapping.required(input.name))) }
        try mapping.finish()
        return uses
    }

    private static func output(
        _ node: PackNode?, of table: DecisionTable, at place: PackPlace
    ) throws(PackError) -> Int {
        guard let node else {
            guard table.outputs.count == 1 else {
                let names = table.outputs.map(\.name).joined(separator: "、")
                throw PackError(.badValue(table.id, why: "表有几项输出，请写 output：\(names)"), at: place)
            }
            return 0
        }
        let name = try node.text
        guard let found = table.outputs.firstIndex(where: { $0.name == name }) else {
            throw PackError(.notAllowed(name, allowed: table.outputs.map(\.name)), at: node.place)
        }
        return found
    }

    /// What the fact holds; `nil` where no column could hold it.
    package var kind: FieldKind? {
        switch table.hitPolicy {
        case .unique, .any, .priority, .first: break
        case .collect(.count): return .number
        case .collect(_?): break
        case .collect(nil), .ruleOrder, .outputOrder: return nil
        }
        switch table.outputs[output].type {
        case .whole, .of(.number): return .number
        case .of(.text): return .text
        case .of(.code(let words)): return .code(words)
        case .of(.boolean): return .boolean
        case .of(.day): return .day
        case .of(.moment): return .moment
        case .of(.duration), .of(.months), .of(.list), .any: return nil
        }
    }

    /// What the table says of the output; null where it says nothing, or cannot.
    func value(_ inputs: [Value], in version: DecisionTable.Version) -> TableAnswer {
        let answer = table.decide(inputs, in: version, nulls: .asUnknown)
        guard case .context(let values) = answer.value else { return answer }
        let value = values[table.outputs[output].name] ?? .null
        return TableAnswer(value: value, hits: answer.hits, open: answer.open, fault: answer.fault)
    }
}
