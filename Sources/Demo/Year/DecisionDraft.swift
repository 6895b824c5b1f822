import Law

/// A major decision and the steps on its way, while it is being made.
struct DecisionDraft: Sendable {
    let start: Day
    var decision: DutyDraft
    /// By kind: one step of each.
    var steps: [String: DutyDraft] = [:]

    /// - Parameter start: The day on which the procedure is opened; the decision comes eight weeks later.
    init(_ number: String, from start: Day, _ decision: [String: Value], steps: [String: [String: Value]]) {
        self.start = start
        self.decision = DutyDraft("major-decision", from: start, decision)
        for (kind, fields) in steps {
            let own: [String: Value] = [
                "decision": .text(number), "kind": .text(kind), "ordinal": .of(1),
            ]
            self.steps[kind] = DutyDraft(
                "decision-step", from: start, own.merging(fields) { _, given in given })
        }
    }

    func day(_ number: Int) -> Value { .day(start.adding(days: number)) }

    func moment(_ number: Int, hour: Int) -> Value {
        .moment(Moment(start.adding(days: number), hour: hour))
    }

    subscript(_ step: String, _ field: String) -> Value {
        get { steps[step]?[field] ?? .null }
        set { steps[step]?[field] = newValue }
    }
}

/// What is wrong with a major decision or its steps, and the rules that find it.
struct DecisionFault: Sendable {
    let rules: [String]
    /// The rules that judge a step, with its kind.
    let stepRules: [(rule: String, step: String)]
    let change: @Sendable (inout DecisionDraft) -> Void
}
