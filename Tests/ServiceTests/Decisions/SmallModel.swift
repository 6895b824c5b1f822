import Foundation
import Law
import Pack

@testable import Service

/// DMN models of few words, written out as tools write them.
enum SmallModel {
    /// - Parameter body: The elements inside `definitions`.
    static func xml(_ body: String, prefix: String = "") -> [UInt8] {
        let name = prefix.isEmpty ? "xmlns" : "xmlns:\(prefix)"
        let tag = prefix.isEmpty ? "definitions" : "\(prefix):definitions"
        return Array(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <\(tag) \(name)="https://www.omg.org/spec/DMN/20230324/MODEL/" name="试验" id="m" namespace="https://example.org/m">
            \(body)
            </\(tag)>
            """.utf8)
    }

    static func input(_ id: String, _ name: String, _ type: String = "number") -> String {
        #"<inputData id="\#(id)" name="\#(name)"><variable name="\#(name)" typeRef="\#(type)"/></inputData>"#
    }

    static func decision(
        _ id: String, _ name: String, type: String? = nil, needs: [String] = [], knows: [String] = [],
        _ logic: String
    ) -> String {
        let needs = needs.map { id in
            let kind = id.hasPrefix("d") ? "requiredDecision" : "requiredInput"
            return ##"<informationRequirement><\##(kind) href="#\##(id)"/></informationRequirement>"##
        }
        let knows = knows.map {
            ##"<knowledgeRequirement><requiredKnowledge href="#\##($0)"/></knowledgeRequirement>"##
        }
        let typeRef = type.map { #" typeRef="\#($0)""# } ?? ""
        return #"<decision id="\#(id)" name="\#(name)"><variable name="\#(name)"\#(typeRef)/>"#
            + needs.joined() + knows.joined() + logic + "</decision>"
    }

    static func literal(_ text: String) -> String {
        let escaped = text.replacingOccurrences(of: "&", with: "&amp;").replacingOccurrences(
            of: "<", with: "&lt;")
        return "<literalExpression><text>\(escaped)</text></literalExpression>"
    }

    /// - Parameter rows: Each the tests of the inputs, then the outputs.
    static func table(
        _ attributes: String, inputs: [String], outputs: String, rows: [[String]]
    ) -> String {
        func text(_ element: String, _ text: String) -> String {
            "<\(element)><text>\(text.replacingOccurrences(of: "<", with: "&lt;"))</text></\(element)>"
        }
        let heads = inputs.map { "<input>\(text("inputExpression", $0))</input>" }
        let rules = rows.map { row in
            "<rule>" + row.prefix(inputs.count).map { text("inputEntry", $0) }.joined()
                + row.dropFirst(inputs.count).map { text("outputEntry", $0) }.joined() + "</rule>"
        }
        return "<decisionTable \(attributes)>" + heads.joined() + outputs + rules.joined()
            + "</decisionTable>"
    }

    static func model(_ body: String) throws -> DecisionModel {
        try DecisionModel(DMNFile(xml(body), file: "m.dmn").model)
    }

    /// What a decision gives, and why it gave null.
    static func decide(
        _ name: String, _ body: String, _ inputs: [String: Value] = [:]
    ) throws -> (value: Value, fault: String?) {
        let model = try model(body)
        guard let decision = model.decision(name) else { throw Missing() }
        var run = ModelRun(model, inputs: inputs)
        let value = run.decide(decision)
        return (value, run.faults[decision.id]?.description)
    }

    struct Missing: Error {}

    static func number(_ text: String) -> Value { Decimal(text).map { Value($0) } ?? .null }
}
