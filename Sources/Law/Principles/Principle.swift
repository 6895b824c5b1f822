package import Pack

/// A principle of counting time or of choosing the law, which the engine obeys everywhere and no rule judges by itself.
///
/// It stands in the rule book beside the rules, with examples that run the engine.
package struct Principle: Sendable {
    package struct Version: Sendable {
        package let inForce: InForce
        package let basis: [Citation]
    }

    /// The word that takes the place of a rule's form in listings.
    package static let form = "principle"

    package let id: String
    /// The catalogue number: `A01`.
    package let number: String
    package let name: String
    package let topic: String
    package let confidence: Rule.Confidence
    /// What the engine does, in a sentence for lawyers.
    package let says: String
    package let versions: [Version]
    package let examples: [PrincipleExample]
    package let note: String?
    package let place: PackPlace

    init(_ node: PackNode, topic: String, in pack: RulePack) throws(PackError) {
        var mapping = try PackMapping(node)
        place = node.place
        self.topic = topic
        id = try mapping.required("id").text
        number = try mapping.required("no").text
        name = try mapping.required("name").text
        confidence = try mapping.required("confidence").word(of: Rule.Confidence.self)
        says = try mapping.required("says").text
        var versions: [Version] = []
        for element in try mapping.required("versions").elements(atLeastOne: "个版本") {
            var version = try PackMapping(element)
            versions.append(
                Version(
                    inForce: try InForce(&version),
                    basis: try Citation.list(try version.required("basis"), laws: pack.laws)))
            try version.finish()
        }
        self.versions = versions
        var examples: [PrincipleExample] = []
        for element in try mapping.required("examples").elements(atLeastOne: "个例子") {
            examples.append(try PrincipleExample(element, laws: pack.laws))
        }
        self.examples = examples
        note = try mapping.optional("note")?.text
        try mapping.finish()
    }
}

/// The principles of a pack.
package struct PrincipleBook: Sendable {
    package let principles: [Principle]
    private let rules: RuleBook

    /// Reads `principles/*.yaml`, one node a file.
    ///
    /// - Throws: An id that a rule or another principle has; an example that shows a rule which is not there.
    package init(_ files: [PackNode], beside rules: RuleBook) throws(PackError) {
        var principles: [Principle] = []
        var ids = Set(rules.rules.map(\.id))
        for file in files {
            var mapping = try PackMapping(file)
            let topic = try mapping.required("subject").text
            for element in try mapping.required("principles").elements {
                let principle = try Principle(element, topic: topic, in: rules.pack)
                guard ids.insert(principle.id).inserted else {
                    throw PackError(.duplicate(kind: "规则", id: principle.id), at: principle.place)
                }
                for example in principle.examples { try example.check(against: rules) }
                principles.append(principle)
            }
            try mapping.finish()
        }
        self.principles = principles
        self.rules = rules
    }

    /// Runs the examples of every principle by the engine.
    package func runExamples() -> [ExampleRun] { principles.flatMap(run) }

    private func run(_ principle: Principle) -> [ExampleRun] {
        principle.examples.map { example in
            ExampleRun(
                rule: principle.id, title: example.title, wanted: example.wanted,
                differences: example.differences(by: rules), place: example.place)
        }
    }
}
