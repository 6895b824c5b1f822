import Documents
import Law
import Pack

/// The item definitions of a file, as far as tables ask them for their allowed values.
struct DMNTypes {
    private let items: [String: XMLElement]

    init(_ items: [XMLElement]) {
        self.items = Dictionary(
            items.map { ($0.attribute("name") ?? "", $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// The allowed values of a type, or of its component of that name.
    func allowed(_ type: String?, component: String? = nil) -> XMLElement? {
        guard let item = type.flatMap({ items[XMLNodes.local($0)] }) else { return nil }
        let part = component.flatMap { name in
            item.children("itemComponent").first { $0.attribute("name") == name }
        }
        return (part ?? item).child("allowedValues")
    }
}

/// A `<decisionTable>` as a pack writes a table (`Docs/formats/decision-tables.md`).
struct DMNTable {
    let nodes: XMLNodes
    let types: DMNTypes
    /// The decision or knowledge that the table belongs to.
    let owner: XMLElement
    let table: XMLElement

    var node: PackNode {
        let rules = table.children("rule").map(row)
        let rows = nodes.list(rules, at: table)
        return nodes.mapping(
            [
                ("id", nodes.text(owner.attribute("id") ?? ownName, at: owner)),
                ("name", nodes.text(ownName, at: owner)), ("hits", nodes.text(hits, at: table)),
                ("inputs", nodes.list(table.children("input").map(input), at: table)),
                ("outputs", nodes.list(table.children("output").map(output), at: table)),
                ("versions", nodes.list([nodes.mapping([("rows", rows)], at: table)], at: table)),
            ], at: table)
    }

    private var ownName: String { owner.attribute("name") ?? "table" }

    private var hits: String {
        switch table.attribute("hitPolicy") ?? "UNIQUE" {
        case "UNIQUE": "U"
        case "ANY": "A"
        case "PRIORITY": "P"
        case "FIRST": "F"
        case "RULE ORDER": "R"
        case "OUTPUT ORDER": "O"
        case "COLLECT":
            switch table.attribute("aggregation") {
            case nil: "C"
            case "SUM"?: "C+"
            case "MIN"?: "C<"
            case "MAX"?: "C>"
            case "COUNT"?: "C#"
            case let other?: other
            }
        case let other: other
        }
    }

    private func input(_ element: XMLElement) -> PackNode {
        let expression = element.child("inputExpression")
        let values = element.child("inputValues")
        let words = words(of: values)
        return nodes.mapping(
            [
                ("input", nodes.text(of: expression) ?? nodes.text("", at: element)),
                ("label", element.attribute("label").flatMap { label($0, at: element) }),
                ("type", type(expression?.attribute("typeRef"), words, at: element)),
                ("values", words), ("allowed", words == nil ? nodes.text(of: values) : nil),
            ], at: element)
    }

    private func output(_ element: XMLElement) -> PackNode {
        let name = element.attribute("name") ?? element.attribute("label") ?? ownName
        let own = element.attribute("typeRef")
        let whole = (owner.child("variable") ?? owner).attribute("typeRef")
        let values =
            element.child("outputValues") ?? types.allowed(own) ?? types.allowed(whole, component: name)
        let words = words(of: values)
        return nodes.mapping(
            [
                ("output", nodes.text(name, at: element)),
                ("label", element.attribute("label").flatMap { label($0, at: element) }),
                ("type", type(own ?? (isSingle ? whole : nil), words, at: element)), ("values", words),
                ("priority", words == nil ? constants(of: values) : nil),
                ("otherwise", nodes.text(of: element.child("defaultOutputEntry"))),
            ], at: element)
    }

    private var isSingle: Bool { table.children("output").count == 1 }

    private func label(_ text: String, at element: XMLElement) -> PackNode? {
        text.isEmpty ? nil : nodes.text(text, at: element)
    }

    private func row(_ rule: XMLElement) -> PackNode {
        let tests = rule.children("inputEntry").map { nodes.text(of: $0) ?? nodes.text("-", at: $0) }
        let outputs = rule.children("outputEntry").map { nodes.text(of: $0) ?? nodes.text("null", at: $0) }
        let note = rule.child("description").flatMap { label($0.text, at: $0) }
        return nodes.mapping(
            [("when", nodes.list(tests, at: rule)), ("then", nodes.list(outputs, at: rule)), ("note", note)],
            at: rule)
    }

    private func type(_ reference: String?, _ words: PackNode?, at element: XMLElement) -> PackNode {
        if words != nil { return nodes.text("code", at: element) }
        let word =
            switch reference.map(XMLNodes.local) {
            case "number", "double", "decimal": "number"
            case "integer", "long": "integer"
            case "string": "text"
            case "boolean": "boolean"
            case "date": "day"
            case "date and time", "dateTime": "moment"
            case "days and time duration", "dayTimeDuration": "duration"
            case "years and months duration", "yearMonthDuration": "months"
            default: "any"
            }
        return nodes.text(word, at: element)
    }

    /// The texts of a list of values that has nothing but texts.
    private func words(of values: XMLElement?) -> PackNode? {
        guard let values, let tests = tests(of: values) else { return nil }
        var words: [PackNode] = []
        for test in tests {
            guard case .value(let value) = test, case .literal(.text(let word)) = value.form else {
                return nil
            }
            words.append(nodes.text(word, at: values))
        }
        return words.isEmpty ? nil : nodes.list(words, at: values)
    }

    /// A list of values that has nothing but constants, as it is written.
    private func constants(of values: XMLElement?) -> PackNode? {
        guard let values, let tests = tests(of: values) else { return nil }
        let areConstant = tests.allSatisfy { test in
            if case .value(let value) = test { value.names.isEmpty } else { false }
        }
        return areConstant ? nodes.text(of: values) : nil
    }

    private func tests(of values: XMLElement) -> [UnaryTests.Test]? {
        guard let text = values.child("text")?.text else { return nil }
        return (try? UnaryTests.parse(text))?.tests
    }
}
