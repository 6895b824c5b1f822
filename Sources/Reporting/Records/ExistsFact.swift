import Law
import Pack
import Registers

/// A question about one record: is there a related record that says so?
///
///     - {name: visited, register: venue-visit, match: {case: id}, where: 'safetyChecked = true'}
struct ExistsFact: Sendable {
    /// Their field and the own field that must be equal.
    struct Pair: Sendable {
        let theirs: FieldPath
        let own: FieldPath
    }

    let name: String
    let register: RegisterDeclaration
    let match: [Pair]
    let condition: Condition?

    static func list(
        _ node: PackNode?, this: RegisterDeclaration, declarations: RegisterSet
    ) throws(PackError) -> [ExistsFact] {
        var facts: [ExistsFact] = []
        for element in try node?.elements ?? [] {
            let fact = try ExistsFact(element, this: this, declarations: declarations)
            guard !facts.contains(where: { $0.name == fact.name }) else {
                throw PackError(.duplicate(kind: "事实", id: fact.name), at: element.place)
            }
            facts.append(fact)
        }
        return facts
    }

    private init(_ node: PackNode, this: RegisterDeclaration, declarations: RegisterSet) throws(PackError) {
        var mapping = try PackMapping(node)
        name = try mapping.required("name").text
        let register = try declarations.declaration(try mapping.required("register"))
        self.register = register
        match = try Self.pairs(
            try mapping.required("match"), theirs: register, own: this, declarations: declarations)
        condition = try mapping.optional("where").conditionIfAny(
            in: register, declarations: declarations, this: this)
        try mapping.finish()
    }

    /// Reads `{THEIR FIELD: OWN FIELD, …}`; the own field `id` is the record's id.
    static func pairs(
        _ node: PackNode, theirs: RegisterDeclaration, own: RegisterDeclaration, declarations: RegisterSet
    ) throws(PackError) -> [Pair] {
        guard case .mapping(let members) = node.content, !members.isEmpty else {
            throw PackError(.expected("“对方字段: 本方字段”", found: node.kindName), at: node.place)
        }
        var pairs: [Pair] = []
        for member in members {
            let key = PackNode(.scalar(member.key), at: member.keyPlace)
            pairs.append(
                Pair(
                    theirs: try declarations.path(key, in: theirs),
                    own: try declarations.path(member.value, in: own)))
        }
        return pairs
    }

    var registers: Set<String> {
        var registers: Set<String> = [register.id]
        registers.formUnion(match.flatMap { [$0.theirs.register, $0.own.register] }.compactMap { $0 })
        registers.formUnion(condition?.registers ?? [])
        return registers
    }
}

/// The related records of a register, found by the values that must be equal.
struct MatchIndex {
    private let pairs: [ExistsFact.Pair]
    private let context: RecordContext
    private var records: [[Value]: [Record]] = [:]

    init(of register: String, by pairs: [ExistsFact.Pair], in context: RecordContext) {
        self.pairs = pairs
        self.context = context
        for record in context.snapshot.records(of: register) {
            // A record that does not say what it belongs to belongs to nothing; a list belongs to each it names.
            for key in Self.keys(pairs.map { context.snapshot.value($0.theirs, of: record).elements }) {
                records[key, default: []].append(record)
            }
        }
    }

    /// Every choice of one value out of each list.
    private static func keys(_ choices: [[Value]]) -> [[Value]] {
        choices.reduce([[]]) { keys, values in keys.flatMap { key in values.map { key + [$0] } } }
    }

    /// The related records; `nil` when the own record does not hold what they are found by.
    func related(to own: Record) -> [Record]? {
        let key = pairs.map { context.snapshot.value($0.own, of: own) }
        return key.contains(.null) ? nil : records[key] ?? []
    }
}

/// Answers a scope's facts over one context.
struct FactAnswers {
    private let facts: [(fact: ExistsFact, index: MatchIndex)]
    private let context: RecordContext

    init(_ facts: [ExistsFact], in context: RecordContext) {
        self.context = context
        self.facts = facts.map { ($0, MatchIndex(of: $0.register.id, by: $0.match, in: context)) }
    }

    /// `true` when some related record says so, `nil` when none does but one might, else `false`.
    func answer(_ position: Int, of record: Record) -> Bool? {
        let (fact, index) = facts[position]
        guard let related = index.related(to: record) else { return nil }
        guard let condition = fact.condition else { return !related.isEmpty }
        var answer: Bool? = false
        for other in related {
            switch condition.holds(of: other, this: record, in: context) {
            case true: return true
            case nil: answer = nil
            case false: break
            }
        }
        return answer
    }
}
