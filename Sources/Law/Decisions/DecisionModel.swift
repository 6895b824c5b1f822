package import Pack

/// A DMN model: input data, decisions that require each other, and the knowledge they call.
///
/// Source: DMN 1.5, chapter 6. `Docs/formats/dmn.md` says which of its parts are read.
package struct DecisionModel: Sendable {
    package struct Input: Sendable {
        package let id: String
        package let name: String
        package let type: ItemType
    }

    package struct Decision: Sendable {
        package let id: String
        package let name: String
        package let type: ItemType
        /// The ids of the inputs, decisions and knowledge it requires.
        package let needs: [String]
        package let logic: Logic
    }

    package struct Knowledge: Sendable {
        package let id: String
        package let name: String
        package let parameters: [ItemType.Part]
        package let type: ItemType
        package let needs: [String]
        package let logic: Logic
    }

    package indirect enum Logic: Sendable {
        case expression(Expression)
        case table(DecisionTable)
        /// A boxed invocation: the knowledge's name, and what stands for its parameters by name.
        case call(String, [(name: String, logic: Logic)])
        /// A boxed context; an entry without a name is the result.
        case context([(name: String?, logic: Logic)])
        /// What could not be read: the decision gives null, and this is why.
        case unreadable(PackError)
    }

    package let name: String
    package let inputs: [Input]
    package let decisions: [Decision]
    package let knowledge: [Knowledge]

    package func decision(_ name: String) -> Decision? { decisions.first { $0.name == name } }
    package func input(_ name: String) -> Input? { inputs.first { $0.name == name } }
}

extension DecisionModel {
    /// Reads a model's node, as a DMN file gives it.
    ///
    /// Types and requirements have to be sound; logic that is beyond this program becomes `unreadable`, so that the
    /// other decisions of the model can still be used.
    package init(_ node: PackNode) throws(PackError) {
        var mapping = try PackMapping(node)
        name = try mapping.required("name").text
        let types = try ItemTypes(mapping.optional("items"))
        var inputs: [Input] = []
        for element in try mapping.optional("inputs")?.elements ?? [] {
            inputs.append(try Input(element, types))
        }
        let decisions = try mapping.optional("decisions")?.elements ?? []
        let knowledge = try mapping.optional("knowledge")?.elements ?? []
        let names = try ModelNames(inputs, decisions, knowledge, types)
        var foundDecisions: [Decision] = []
        for element in decisions { foundDecisions.append(try Decision(element, types, names)) }
        var foundKnowledge: [Knowledge] = []
        for element in knowledge { foundKnowledge.append(try Knowledge(element, types, names)) }
        self.inputs = inputs
        self.decisions = foundDecisions
        self.knowledge = foundKnowledge
        try mapping.finish()
    }
}
