import Pack

/// How a pack writes a computed fact.
package enum FormulaClause: Sendable {
    package struct Choice: Sendable {
        /// `nil`: in every other case.
        package let condition: Condition?
        package let value: Condition
    }

    /// The first whose condition holds.
    case choose([Choice])
    case elapsed(from: NameUse, until: NameUse, in: ElapsedUnit)
    case sheet(SheetUse)

    /// Reads the members of `take: value`, `elapsed` or `sheet`.
    init(_ word: String, _ mapping: inout PackMapping, tables: TableBook) throws(PackError) {
        switch word {
        case "elapsed":
            self = .elapsed(
                from: try NameUse(try mapping.required("start")),
                until: try NameUse(try mapping.required("end")),
                in: try mapping.required("in").word(of: ElapsedUnit.self))
        case "sheet": self = .sheet(try SheetUse(&mapping, tables: tables))
        default:
            guard let choices = mapping.optional("choices") else {
                self = .choose([Choice(condition: nil, value: try Condition(try mapping.required("value")))])
                return
            }
            var found: [Choice] = []
            for element in try choices.elements(atLeastOne: "种情形") {
                var choice = try PackMapping(element)
                found.append(
                    Choice(
                        condition: try choice.optionalCondition("when"),
                        value: try Condition(try choice.required("value"))))
                try choice.finish()
            }
            self = .choose(found)
        }
    }
}

/// How a fact takes a number from a sheet.
package struct SheetUse: Sendable {
    package let sheet: Sheet
    package let output: Int
    /// What stands for each key, in the sheet's order.
    package let keys: [NameUse]
    /// The day or moment that picks the version.
    package let at: NameUse

    init(_ mapping: inout PackMapping, tables: TableBook) throws(PackError) {
        let node = try mapping.required("sheet")
        let id = try node.text
        guard let sheet = tables.sheet(id) else {
            throw PackError(
                .danglingReference(kind: "表", id: id, allowed: tables.sheets.map(\.id)), at: node.place)
        }
        self.sheet = sheet
        var names = try PackMapping(try mapping.required("keys"))
        var keys: [NameUse] = []
        for key in sheet.keys { keys.append(try NameUse(try names.required(key.name))) }
        try names.finish()
        self.keys = keys
        let wanted = try mapping.required("output")
        let name = try wanted.text
        guard let output = sheet.outputs.firstIndex(where: { $0.name == name }) else {
            throw PackError(.notAllowed(name, allowed: sheet.outputs.map(\.name)), at: wanted.place)
        }
        self.output = output
        at = try NameUse(try mapping.required("at"))
    }
}
