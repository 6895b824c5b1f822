package import Pack

/// One circumstance that tiers of a benchmark may turn on: typed, with what proves it and where the record has it.
package struct Circumstance: Sendable {
    package let id: String
    package let label: String
    package let type: TableType
    package let unit: String?
    /// By what it is established: no condition rests on a circumstance that nothing proves.
    package let evidence: String
    /// Over a decision's fields and those of its case.
    package let source: Condition
    /// What it may be at all; `nil`: anything of its type.
    package let allowed: UnaryTests?
    package let place: PackPlace

    private enum Word: String, CaseIterable {
        case number, integer, boolean, code
    }

    init(_ node: PackNode, names: DecisionNames) throws(PackError) {
        var mapping = try PackMapping(node)
        place = node.place
        id = try mapping.required("id").text
        label = try mapping.required("label").text
        // A text can be no condition: two readers would place the same case in two tiers.
        let word = try mapping.required("type").word(of: Word.self)
        type = try TableType(&mapping)
        unit = try mapping.optional("unit")?.text
        evidence = try mapping.required("evidence").text
        let isNumber = word == .number || word == .integer
        if let tests = mapping.optional("allowed") {
            allowed = try tests.unaryTests(.none)
        } else {
            let least = UnaryTests.Test.compare(.atLeast, Expression(.literal(.number(Number(0)))))
            allowed = isNumber ? UnaryTests([least]) : nil
        }
        source = try Condition(try mapping.required("is"))
        try mapping.finish()
        try checkSource(names)
    }

    private func checkSource(_ names: DecisionNames) throws(PackError) {
        let found: ValueType?
        do { found = try source.expression.type(in: names.types) } catch {
            throw PackError(sfeel: error, in: source.text, at: source.place)
        }
        guard let wanted = type.valueType, let found, wanted.equates(with: found) else {
            let shown = found?.description ?? "空"
            throw PackError(
                .badValue(
                    source.text, why: "情节“\(label)”是\(type.valueType?.description ?? "")，此处给出的是\(shown)"),
                at: source.place)
        }
    }

    /// What a record says of it; what is not allowed is not known.
    package func value(_ scope: (String) -> Value) -> Value {
        let value = source.expression.evaluate(nulls: .asUnknown, scope)
        guard !value.isNull else { return .null }
        if case .of(.code(let words)) = type, case .text(let word) = value, !words.contains(word) {
            return .null
        }
        return allowed?.hold(for: value, { _ in .null }) == false ? .null : value
    }
}

/// All circumstances of the packs.
package struct CircumstanceBook: Sendable {
    package let circumstances: [Circumstance]
    package let types: [String: ValueType]
    private let byID: [String: Circumstance]

    package static let empty = CircumstanceBook([])

    private init(_ circumstances: [Circumstance]) {
        self.circumstances = circumstances
        byID = Dictionary(circumstances.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        types = byID.compactMapValues(\.type.valueType)
    }

    /// Reads `circumstances/*.yaml`, one node a file.
    package init(_ files: [PackNode], names: DecisionNames) throws(PackError) {
        var found: [Circumstance] = []
        for file in files {
            var mapping = try PackMapping(file)
            for element in try mapping.required("circumstances").elements {
                let circumstance = try Circumstance(element, names: names)
                guard !found.contains(where: { $0.id == circumstance.id || $0.label == circumstance.label })
                else { throw PackError(.duplicate(kind: "情节", id: circumstance.id), at: element.place) }
                found.append(circumstance)
            }
            try mapping.finish()
        }
        self.init(found)
    }

    package func circumstance(_ id: String) -> Circumstance? { byID[id] }

    /// What stands in the place of the circumstances' names when a condition is asked of a record.
    package var sources: [String: Expression] { byID.mapValues(\.source.expression) }
}
