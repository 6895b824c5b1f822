import Documents
package import Pack

/// A DMN file as nodes: a whole model, or the decision tables in it as a pack writes tables.
///
/// Elements are known by their local names, so that the namespaces of DMN 1.1 to 1.5 are read alike; diagrams, extensions,
/// knowledge sources and text annotations say nothing about what is decided and are passed over.
package struct DMNFile: Sendable {
    private let root: XMLElement
    let nodes: XMLNodes
    private let types: DMNTypes

    /// - Parameter file: The name the messages use.
    package init(_ bytes: [UInt8], file: String) throws(PackError) {
        do throws(XMLFault) {
            root = try XMLTree.parse(bytes)
        } catch {
            let place = PackPlace(file: file, line: error.place.line, column: error.place.column)
            throw PackError(.notXML(error.why), at: place)
        }
        nodes = XMLNodes(file: file)
        guard root.name == "definitions" else {
            throw PackError(
                .expected("DMN 文件的 <definitions>", found: "<\(root.name)>"), at: nodes.place(root))
        }
        types = DMNTypes(root.children("itemDefinition"))
    }

    /// What `DecisionModel` reads.
    package var model: PackNode {
        nodes.mapping(
            [
                ("name", nodes.text(root.attribute("name") ?? "model", at: root)),
                ("items", list(root.children("itemDefinition"), item)),
                ("inputs", list(root.children("inputData"), input)),
                ("knowledge", list(root.children("businessKnowledgeModel"), knowledge)),
                ("decisions", list(root.children("decision"), decision)),
            ], at: root)
    }

    /// What `TableBook` reads: one table for each decision that is made by one.
    package var tables: PackNode {
        let tables = root.children("decision").compactMap { decision in
            decision.child("decisionTable").map { table(of: decision, $0) }
        }
        return nodes.mapping([("tables", nodes.list(tables, at: root))], at: root)
    }

    func list(_ elements: [XMLElement], _ make: (XMLElement) -> PackNode) -> PackNode? {
        elements.isEmpty ? nil : nodes.list(elements.map(make), at: elements[0])
    }

    func table(of owner: XMLElement, _ table: XMLElement) -> PackNode {
        DMNTable(nodes: nodes, types: types, owner: owner, table: table).node
    }

    private func item(_ element: XMLElement) -> PackNode {
        nodes.mapping(
            [
                ("name", name(element)), ("type", element.child("typeRef").map(type)),
                ("parts", list(element.children("itemComponent"), item)),
                (
                    "allowed",
                    nodes.text(of: element.child("allowedValues") ?? element.child("typeConstraint"))
                ),
                (
                    "collection",
                    element.attribute("isCollection") == "true" ? nodes.text("true", at: element) : nil
                ),
            ], at: element)
    }

    private func type(_ element: XMLElement) -> PackNode {
        nodes.text(XMLNodes.local(element.text), at: element)
    }

    private func variable(of element: XMLElement) -> PackNode? {
        let reference = (element.child("variable") ?? element).attribute("typeRef")
        return reference.map { nodes.text(XMLNodes.local($0), at: element) }
    }

    func name(_ element: XMLElement) -> PackNode {
        nodes.text(element.attribute("name") ?? element.name, at: element)
    }

    private func id(_ element: XMLElement) -> PackNode {
        nodes.text(element.attribute("id") ?? element.attribute("name") ?? element.name, at: element)
    }

    private func input(_ element: XMLElement) -> PackNode {
        nodes.mapping(
            [("id", id(element)), ("name", name(element)), ("type", variable(of: element))], at: element)
    }

    private func decision(_ element: XMLElement) -> PackNode {
        nodes.mapping(
            [
                ("id", id(element)), ("name", name(element)), ("type", variable(of: element)),
                ("needs", needs(of: element)), ("logic", logic(in: element, of: element)),
            ], at: element)
    }

    private func knowledge(_ element: XMLElement) -> PackNode {
        let logic = element.child("encapsulatedLogic") ?? element
        let parameters = list(logic.children("formalParameter")) { parameter in
            nodes.mapping([("name", name(parameter)), ("type", variable(of: parameter))], at: parameter)
        }
        return nodes.mapping(
            [
                ("id", id(element)), ("name", name(element)), ("parameters", parameters),
                ("needs", needs(of: element)), ("logic", self.logic(in: logic, of: element)),
            ], at: element)
    }

    private func needs(of element: XMLElement) -> PackNode? {
        let requirements =
            element.children("informationRequirement") + element.children("knowledgeRequirement")
        return list(requirements.flatMap(\.children).filter { $0.attribute("href") != nil }) { required in
            nodes.text(XMLNodes.local(required.attribute("href") ?? ""), at: required)
        }
    }
}
