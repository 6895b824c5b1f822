import Law
import Pack
import Registers

/// An S-FEEL condition of an indicator or a claim, with every name bound to where its value stands.
///
/// It may name the record's own fields, one step through a reference (`appointment.kind`), `period.from`,
/// `period.until`, `asOf`, the facts declared beside it and, in a fact, `this.` and a field of the record in question.
struct Condition: Sendable {
    enum Binding: Hashable, Sendable {
        case own(FieldPath)
        case this(FieldPath)
        case fact(Int)
        case periodFrom
        case periodUntil
        case asOf
    }

    private let expression: Expression
    private let bindings: [String: Binding]

    /// - Parameters:
    ///   - this: The register of the record in question, where the condition is about a related record.
    ///   - facts: The facts that may be named, by position.
    init(
        _ node: PackNode, in declaration: RegisterDeclaration, declarations: RegisterSet,
        this: RegisterDeclaration? = nil, facts: [String] = []
    ) throws(PackError) {
        var known: [String: (binding: Binding, type: ValueType)] = [
            "asOf": (.asOf, .day), "period.from": (.periodFrom, .day), "period.until": (.periodUntil, .day),
        ]
        for (path, name, type) in declarations.everyPath(in: declaration) { known[name] = (.own(path), type) }
        if let this {
            for (path, name, type) in declarations.everyPath(in: this) {
                known["this." + name] = (.this(path), type)
            }
        }
        for (position, fact) in facts.enumerated() { known[fact] = (.fact(position), .boolean) }
        let text = try node.text
        do {
            expression = try Expression.parse(text)
            try expression.checkCondition(in: known.mapValues(\.type))
        } catch {
            throw PackError(.badValue(text, why: "\(error)"), at: node.place)
        }
        bindings = known.mapValues(\.binding).filter { [names = Set(expression.names)] in
            names.contains($0.key)
        }
    }

    /// Whether the condition holds of a record; `nil` when the record does not say enough.
    ///
    /// - Parameter fact: The answer of a fact by its position.
    func holds(
        of record: Record, this: Record? = nil, in context: RecordContext, fact: (Int) -> Bool? = { _ in nil }
    ) -> Bool? {
        let value = expression.evaluate(nulls: .asUnknown) { name in
            switch bindings[name] {
            case .own(let path): context.snapshot.value(path, of: record)
            case .this(let path): this.map { context.snapshot.value(path, of: $0) } ?? .null
            case .fact(let position): fact(position).map(Value.boolean) ?? .null
            case .periodFrom: .day(context.period.from)
            case .periodUntil: .day(context.period.until)
            case .asOf: .day(context.asOf)
            case nil: .null
            }
        }
        guard case .boolean(let answer) = value else { return nil }
        return answer
    }

    /// Whether nothing but the record itself and the period is asked.
    var readsOneRecord: Bool {
        bindings.values.allSatisfy { binding in
            switch binding {
            case .own(let path): path.register == nil
            case .periodFrom, .periodUntil, .asOf: true
            case .this, .fact: false
            }
        }
    }

    /// The registers that the names step into.
    var registers: Set<String> {
        Set(
            bindings.values.compactMap { binding in
                switch binding {
                case .own(let path), .this(let path): path.register
                default: nil
                }
            })
    }
}

extension PackNode? {
    /// The condition a node holds, or `nil` where the key was left out.
    func conditionIfAny(
        in declaration: RegisterDeclaration, declarations: RegisterSet, this: RegisterDeclaration? = nil,
        facts: [String] = []
    ) throws(PackError) -> Condition? {
        guard let node = self else { return nil }
        return try Condition(node, in: declaration, declarations: declarations, this: this, facts: facts)
    }
}
