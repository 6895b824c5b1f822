import Pack

/// A condition with the register that holds its truth.
struct CompiledCondition: Sendable {
    let condition: Condition
    let register: Int
    let names: [String: Binding]
}

/// Conditions as steps of a program.
extension Binder {
    /// Adds the steps of a condition.
    mutating func compile(
        _ condition: Condition, into program: inout Program, below: Int = .max
    ) throws(PackError) -> CompiledCondition {
        let types = types(of: program.table, below: below)
        do {
            try condition.expression.checkCondition(in: types)
        } catch {
            throw PackError(sfeel: error, in: condition.text, at: condition.place)
        }
        var bindings: [String: Binding] = [:]
        for name in condition.expression.names {
            bindings[name] = try bind(
                NameUse(name, at: condition.place), in: program.table, below: below, inline: true)
        }
        let register = truth(of: condition.expression, bindings, &program)
        return CompiledCondition(condition: condition, register: register, names: bindings)
    }

    mutating func truth(
        of expression: Expression, _ names: [String: Binding], _ program: inout Program
    ) -> Int {
        switch expression.form {
        case .and(let a, let b):
            let (x, y) = (truth(of: a, names, &program), truth(of: b, names, &program))
            return program.register(for: .and(x, y))
        case .or(let a, let b):
            let (x, y) = (truth(of: a, names, &program), truth(of: b, names, &program))
            return program.register(for: .or(x, y))
        case .not(let operand):
            return program.register(for: .not(truth(of: operand, names, &program)))
        case .comparison(let operation, let a, let b):
            let x = operand(a, names, &program)
            let y = operand(b, names, &program)
            if let register = compare(operation, x, y, &program) { return register }
        case .between(let value, let low, let high):
            let middle = operand(value, names, &program)
            let (least, most) = (operand(low, names, &program), operand(high, names, &program))
            if let above = compare(.atLeast, middle, least, &program),
                let under = compare(.atMost, middle, most, &program)
            {
                return program.register(for: .and(above, under))
            }
        case .matches(let value, let tests):
            if let register = matches(operand(value, names, &program), tests, names, &program) {
                return register
            }
        case .listContains(let list, let element):
            if let register = contains(
                operand(list, names, &program), operand(element, names, &program), &program)
            {
                return register
            }
        case .literal, .name:
            if case .truth(let register)? = operand(expression, names, &program) { return register }
        case .list, .negative, .arithmetic, .count, .call: break
        }
        return program.interpret(expression, names)
    }
}
