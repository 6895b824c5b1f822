import Documents
import Foundation
import Law
package import Pack

/// A file of test cases as the public DMN TCK writes them: inputs, and what decisions have to give.
package struct DMNTestFile: Sendable {
    package struct Case: Sendable {
        package let id: String
        /// `decision`, or what this program does not run: `bkm`, `decisionService`.
        package let kind: String
        package let inputs: [(name: String, value: DMNTestValue)]
        package let results: [(name: String, expected: DMNTestValue)]
    }

    package let cases: [Case]

    package init(_ bytes: [UInt8], file: String) throws(PackError) {
        let root: XMLElement
        do throws(XMLFault) {
            root = try XMLTree.parse(bytes)
        } catch {
            let place = PackPlace(file: file, line: error.place.line, column: error.place.column)
            throw PackError(.notXML(error.why), at: place)
        }
        guard root.name == "testCases" else {
            let place = XMLNodes(file: file).place(root)
            throw PackError(.expected("DMN TCK 的 <testCases>", found: "<\(root.name)>"), at: place)
        }
        cases = root.children("testCase").enumerated().map { number, element in
            Case(
                id: element.attribute("id") ?? "\(number + 1)",
                kind: element.attribute("type") ?? "decision",
                inputs: element.children("inputNode").map {
                    ($0.attribute("name") ?? "", DMNTestValue(in: $0))
                },
                results: element.children("resultNode").map { node in
                    // Older files write `computed`.
                    let expected = node.child("expected") ?? node.child("computed")
                    return (node.attribute("name") ?? "", expected.map { DMNTestValue(in: $0) } ?? .nothing)
                })
        }
    }
}

/// A value of a test file.
package indirect enum DMNTestValue: Sendable {
    case nothing
    /// With the local name of its XML Schema type, where one is given.
    case scalar(String, type: String?)
    case list([DMNTestValue])
    case structure([(name: String, value: DMNTestValue)])

    init(in element: XMLElement) {
        let isNil = { (element: XMLElement) in element.attribute("nil") == "true" }
        if let value = element.child("value") {
            self =
                isNil(value)
                ? .nothing : .scalar(value.rawText, type: value.attribute("type").map(XMLNodes.local))
        } else if let list = element.child("list") {
            self = isNil(list) ? .nothing : .list(list.children("item").map { DMNTestValue(in: $0) })
        } else {
            let parts = element.children("component")
            self =
                parts.isEmpty
                ? .nothing
                : .structure(
                    parts.map { part in
                        (part.attribute("name") ?? "", isNil(part) ? .nothing : DMNTestValue(in: part))
                    })
        }
    }
}

extension DMNTestValue {
    /// The value as a variable of the type takes it.
    func value(as type: ItemType) -> Value {
        switch (self, type) {
        case (_, .restricted(let inner, _)): value(as: inner)
        case (.nothing, _): .null
        case (.list(let elements), .list(let element)): .list(elements.map { $0.value(as: element) })
        case (.list(let elements), _): .list(elements.map { $0.value(as: .any) })
        case (.structure(let parts), _): .context(Self.values(parts, type))
        case (.scalar(let text, let xsd), .list(let element)):
            DMNTestValue.scalar(text, type: xsd).value(as: element)
        case (.scalar(let text, let xsd?), _): Self.read(text, as: Self.type(xsd))
        case (.scalar(let text, nil), .simple(let wanted)): Self.read(text, as: wanted)
        case (.scalar(let text, nil), _): Self.read(text, as: nil)
        }
    }

    private static func values(
        _ parts: [(name: String, value: DMNTestValue)], _ type: ItemType
    ) -> [String: Value] {
        var known: [String: ItemType] = [:]
        if case .structure(let declared) = type {
            for part in declared { known[part.name] = part.type }
        }
        return Dictionary(
            parts.map { ($0.name, $0.value.value(as: known[$0.name] ?? .any)) },
            uniquingKeysWith: { first, _ in first })
    }

    static func type(_ xsd: String) -> ValueType? {
        switch xsd {
        case "decimal", "double", "float", "integer", "int", "long": .number
        case "string": .text
        case "boolean": .boolean
        case "date": .day
        case "dateTime": .moment
        case "duration": .duration
        default: nil
        }
    }

    /// Reads a text as a value of the type; without one, as what it looks like.
    static func read(_ text: String, as type: ValueType?) -> Value {
        let plain = text.trimmingCharacters(in: .whitespacesAndNewlines)
        switch type {
        case .text: return .text(text)
        case .number: return Decimal(plain).map { Value($0) } ?? .null
        case .boolean: return ["true": .boolean(true), "false": .boolean(false)][plain] ?? .null
        case .day: return Day(plain).map(Value.day) ?? .null
        case .moment: return Moment(plain).map(Value.moment) ?? .null
        case .duration, .months: return Value(duration: plain) ?? .null
        case .code, .list: return .null
        case nil:
            guard !plain.isEmpty else { return .null }
            let number = Decimal(plain).map { Value($0) }
            let truth: Value? = plain == "true" || plain == "false" ? .boolean(plain == "true") : nil
            return number ?? truth ?? .text(text)
        }
    }
}
