import Documents
import Pack

/// Boxed expressions.
extension DMNFile {
    /// The boxed expression inside an element.
    func logic(in element: XMLElement, of owner: XMLElement) -> PackNode {
        for child in element.children {
            switch child.name {
            case "literalExpression":
                let language = child.attribute("expressionLanguage") ?? "FEEL"
                guard language.uppercased().contains("FEEL"), let text = nodes.text(of: child) else {
                    return unknown("没有 FEEL 写的内容", at: child)
                }
                return nodes.mapping([("expression", text)], at: child)
            case "decisionTable":
                return nodes.mapping([("table", table(of: owner, child))], at: child)
            case "invocation": return invocation(child, of: owner)
            case "context":
                let entries = list(child.children("contextEntry")) { entry in
                    nodes.mapping(
                        [
                            ("name", entry.child("variable").map(name)),
                            ("logic", logic(in: entry, of: owner)),
                        ],
                        at: entry)
                }
                return nodes.mapping([("context", entries ?? nodes.list([], at: child))], at: child)
            case "list", "relation", "functionDefinition", "conditional", "filter", "for", "some", "every":
                return unknown("<\(child.name)>", at: child)
            default: continue
            }
        }
        return unknown("没有决策逻辑", at: element)
    }

    private func invocation(_ element: XMLElement, of owner: XMLElement) -> PackNode {
        guard let function = nodes.text(of: element.child("literalExpression")) else {
            return unknown("没有写明所调用的业务知识", at: element)
        }
        let arguments = list(element.children("binding")) { binding in
            nodes.mapping(
                [("name", binding.child("parameter").map(name)), ("logic", logic(in: binding, of: owner))],
                at: binding)
        }
        return nodes.mapping([("call", function), ("arguments", arguments)], at: element)
    }

    private func unknown(_ what: String, at element: XMLElement) -> PackNode {
        nodes.mapping([("unknown", nodes.text(what, at: element))], at: element)
    }
}
