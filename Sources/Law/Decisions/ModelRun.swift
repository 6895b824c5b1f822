package import Pack

/// One run of a model over given input data: each decision made once, when it is first asked for.
package struct ModelRun {
    /// Why a decision gave null.
    package enum Fault: Sendable, CustomStringConvertible {
        case unreadable(PackError)
        case table(TableFault)
        case notOfType(Value)
        case tooDeep

        package var description: String {
            switch self {
            case .unreadable(let error): "\(error)"
            case .table(let fault): fault.description
            case .notOfType(let value): "结果“\(value)”不合所声明的类型"
            case .tooDeep: "决策互相引用，或调用套得太深"
            }
        }
    }

    private let model: DecisionModel
    private var values: [String: Value] = [:]
    package private(set) var faults: [String: Fault] = [:]

    /// Requirements and calls inside each other: a circle is longer.
    private static let deepest = 50

    /// - Parameter inputs: By the input's name; what is not there, or not of its type, is null.
    package init(_ model: DecisionModel, inputs: [String: Value]) {
        self.model = model
        for input in model.inputs { values[input.id] = input.type.converted(inputs[input.name] ?? .null) }
    }

    /// Makes a decision.
    package mutating func decide(_ decision: DecisionModel.Decision) -> Value { decide(decision, depth: 0) }

    private mutating func decide(_ decision: DecisionModel.Decision, depth: Int) -> Value {
        if let known = values[decision.id] { return known }
        guard depth < Self.deepest else {
            faults[decision.id] = .tooDeep
            return .null
        }
        let scope = scope(of: decision.needs, depth: depth)
        let made = value(of: decision.logic, scope, for: decision.id, depth: depth)
        let value = decision.type.converted(made)
        if value.isNull, !made.isNull { faults[decision.id] = .notOfType(made) }
        values[decision.id] = value
        return value
    }

    private mutating func scope(of needs: [String], depth: Int) -> ModelScope {
        var names: [String: Value] = [:]
        var functions: [String: DecisionModel.Knowledge] = [:]
        for id in needs {
            if let input = model.inputs.first(where: { $0.id == id }) {
                names[input.name] = values[id] ?? .null
            } else if let other = model.decisions.first(where: { $0.id == id }) {
                names[other.name] = decide(other, depth: depth + 1)
            } else if let knowledge = model.knowledge.first(where: { $0.id == id }) {
                functions[knowledge.name] = knowledge
            }
        }
        return ModelScope(names: names, functions: functions)
    }

    private mutating func value(
        of logic: DecisionModel.Logic, _ scope: ModelScope, for id: String, depth: Int
    ) -> Value {
        switch logic {
        case .unreadable(let error):
            faults[id] = .unreadable(error)
            return .null
        case .expression(let expression): return evaluate(expression, scope, for: id, depth: depth)
        case .table(let table): return decide(table, scope, for: id, depth: depth)
        case .call(let name, let arguments):
            guard let knowledge = scope.functions[name] else { return .null }
            var given: [String: Value] = [:]
            for argument in arguments {
                given[argument.name] = value(of: argument.logic, scope, for: id, depth: depth)
            }
            return call(
                knowledge, knowledge.parameters.map { given[$0.name] ?? .null }, for: id, depth: depth)
        case .context(let entries):
            var (inner, made): (ModelScope, [String: Value]) = (scope, [:])
            for entry in entries {
                let value = value(of: entry.logic, inner, for: id, depth: depth)
                guard let name = entry.name else { return value }
                inner.names[name] = value
                made[name] = value
            }
            return .context(made)
        }
    }

    private mutating func evaluate(
        _ expression: Expression, _ scope: ModelScope, for id: String, depth: Int
    ) -> Value {
        var run = self
        let value = expression.evaluate(scope.value) { name, arguments in
            scope.functions[name].map { run.call($0, arguments, for: id, depth: depth) } ?? .null
        }
        self = run
        return value
    }

    private mutating func call(
        _ knowledge: DecisionModel.Knowledge, _ arguments: [Value], for id: String, depth: Int
    ) -> Value {
        guard arguments.count == knowledge.parameters.count else { return .null }
        guard depth < Self.deepest else {
            faults[id] = .tooDeep
            return .null
        }
        var inner = scope(of: knowledge.needs, depth: depth + 1)
        for (parameter, argument) in zip(knowledge.parameters, arguments) {
            inner.names[parameter.name] = parameter.type.converted(argument)
        }
        return knowledge.type.converted(value(of: knowledge.logic, inner, for: id, depth: depth + 1))
    }

    private mutating func decide(
        _ table: DecisionTable, _ scope: ModelScope, for id: String, depth: Int
    ) -> Value {
        guard let version = table.version(on: nil) else { return .null }
        var inputs: [Value] = []
        for input in table.inputs {
            inputs.append(evaluate(input.expression, scope, for: id, depth: depth))
        }
        let answer = table.decide(inputs, in: version, scope.value)
        if let fault = answer.fault { faults[id] = .table(fault) }
        return answer.value
    }
}
