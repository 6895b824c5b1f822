package import Pack

extension DecisionTable {
    /// Rows and columns of one table: beyond it nobody can check a table by reading it.
    package static let mostRows = 500
    package static let mostColumns = 40

    /// Reads one element of `tables:`; whether its cells fit is for `check`.
    ///
    /// - Parameters:
    ///   - laws: What `basis` may cite; `nil`: nothing.
    ///   - known: The names with blanks that cells and inputs may use, as a DMN model has them.
    package init(_ node: PackNode, laws: LawBook?, known: KnownNames = .none) throws(PackError) {
        var mapping = try PackMapping(node)
        place = node.place
        id = try mapping.required("id").text
        name = try mapping.required("name").text
        let hits = try mapping.required("hits")
        guard let policy = HitPolicy(letter: try hits.text) else {
            let letters = HitPolicy.allCases.map(\.letter)
            throw PackError(.notAllowed(try hits.text, allowed: letters), at: hits.place)
        }
        hitPolicy = policy
        var inputs: [Input] = []
        for element in try mapping.required("inputs").elements(atLeastOne: "项输入") {
            inputs.append(try Input(element, known: known))
        }
        var outputs: [Output] = []
        for element in try mapping.required("outputs").elements(atLeastOne: "项输出") {
            outputs.append(try Output(element, known: known))
        }
        guard inputs.count + outputs.count <= Self.mostColumns else {
            throw PackError(.badValue(id, why: "最多 \(Self.mostColumns) 列"), at: node.place)
        }
        self.inputs = inputs
        self.outputs = outputs
        var versions: [Version] = []
        for element in try mapping.required("versions").elements(atLeastOne: "个版本") {
            let shape = Shape(inputs: inputs.count, outputs: outputs.count, laws: laws, known: known)
            versions.append(try Version(element, shape))
        }
        self.versions = try Self.inOrder(versions, of: id, at: node.place)
        try mapping.finish()
    }

    private static func inOrder(
        _ versions: [Version], of id: String, at place: PackPlace
    ) throws(PackError) -> [Version] {
        guard versions.count > 1 else { return versions }
        let dated = versions.compactMap { version in version.inForce.map { ($0, version) } }
            .sorted { $0.0.from < $1.0.from }
        guard dated.count == versions.count else {
            throw PackError(.badValue(id, why: "有几个版本时，每个版本都要写 from"), at: place)
        }
        for (earlier, later) in zip(dated, dated.dropFirst()) where earlier.0.overlaps(later.0) {
            throw PackError(.overlappingPeriods("决策表 \(id) 的版本"), at: place)
        }
        return dated.map(\.1)
    }

    /// What the rows of a table must have.
    struct Shape {
        let inputs: Int
        let outputs: Int
        let laws: LawBook?
        let known: KnownNames
    }
}

extension DecisionTable.Input {
    init(_ node: PackNode, known: KnownNames) throws(PackError) {
        var mapping = try PackMapping(node)
        let input = try mapping.required("input")
        name = try input.text
        expression = try input.expression(known)
        label = try mapping.optional("label")?.text ?? name
        type = try TableType(&mapping)
        allowed = try mapping.optional("allowed").map { node throws(PackError) in try node.unaryTests(known) }
        try mapping.finish()
    }
}

extension DecisionTable.Output {
    init(_ node: PackNode, known: KnownNames) throws(PackError) {
        var mapping = try PackMapping(node)
        name = try mapping.required("output").text
        label = try mapping.optional("label")?.text ?? name
        type = try TableType(&mapping)
        if case .of(.code(let words)) = type {
            values = words.map(Value.text)
        } else {
            values =
                try mapping.optional("priority").map { node throws(PackError) in
                    try node.constants
                } ?? []
        }
        otherwise = try mapping.optional("otherwise").map { node throws(PackError) in
            try node.expression(known)
        }
        try mapping.finish()
    }
}

extension DecisionTable.Version {
    init(_ node: PackNode, _ shape: DecisionTable.Shape) throws(PackError) {
        var mapping = try PackMapping(node)
        inForce = mapping.has("from") || mapping.has("until") ? try InForce(&mapping) : nil
        basis =
            try shape.laws.map { laws throws(PackError) in
                try mapping.optional("basis").map { node throws(PackError) in
                    try Citation.list(node, laws: laws)
                } ?? []
            } ?? []
        var rows: [DecisionTable.Row] = []
        let list = try mapping.required("rows")
        for element in try list.elements(atLeastOne: "行") {
            rows.append(try DecisionTable.Row(element, shape))
        }
        guard rows.count <= DecisionTable.mostRows else {
            throw PackError(
                .badValue("\(rows.count) 行", why: "一张表最多 \(DecisionTable.mostRows) 行"), at: list.place)
        }
        self.rows = rows
        try mapping.finish()
    }
}

extension DecisionTable.Row {
    init(_ node: PackNode, _ shape: DecisionTable.Shape) throws(PackError) {
        var mapping = try PackMapping(node)
        place = node.place
        let when = try mapping.required("when")
        var tests: [UnaryTests] = []
        for cell in try when.elements { tests.append(try cell.unaryTests(shape.known)) }
        guard tests.count == shape.inputs else {
            throw PackError(.expected("\(shape.inputs) 格条件", found: "\(tests.count) 格"), at: when.place)
        }
        let then = try mapping.required("then")
        var outputs: [Expression] = []
        for cell in try then.elements { outputs.append(try cell.expression(shape.known)) }
        guard outputs.count == shape.outputs else {
            throw PackError(.expected("\(shape.outputs) 格输出", found: "\(outputs.count) 格"), at: then.place)
        }
        self.tests = tests
        self.outputs = outputs
        note = try mapping.optional("note")?.text
        try mapping.finish()
    }
}
