/// A form with every name and condition already a register.
enum FormPlan: Sendable {
    /// A name in an `Int32` register.
    struct Input: Sendable {
        let register: Int
        let binding: Binding
        /// Whether only the day counts: the register holds the day's first minute.
        var isByDay = false

        /// Whether an empty value says "not done" rather than "on record, but unreadable".
        @inline(__always) func isAbsent(_ value: Int32) -> Bool {
            !binding.isFact || value == Null.absent
        }
    }

    case deadline(DeadlinePlan)
    case sequence(SequencePlan)
    /// `requires`, `forbids`, and all that ends in one truth.
    case truth(TruthPlan)
    /// A number within bounds.
    case bounds(value: NumberRegister, [BoundsPlan])
    case approval(ApprovalPlan)
    case separation(who: Binding, isNot: [Binding])
    case frame(FramePlan)
}

/// Where a number stands: whole in a narrow register, or in ten-thousandths in a wide one.
enum NumberRegister: Hashable, Sendable {
    case whole(Int)
    case wide(Int)
}

struct TruthPlan: Sendable {
    let register: Int
    let wanted: Bool
    /// The numbers that the condition turns on.
    var observed: NumberRegister?
    var limit: NumberRegister?
}

struct DeadlinePlan: Sendable {
    struct Limit: Sendable {
        let condition: Int?
        let period: Period
        let lenient: Period?
    }

    /// What does not count.
    struct Exclusion: Sendable {
        /// A list of from, until, from, until …
        let source: Program.Source
        /// `鉴定`
        let label: String
        /// The name that a list of what is missing gives it.
        let name: String
    }

    struct Extension: Sendable {
        /// Narrow registers.
        let certain: Int
        let possible: Int
    }

    let start: FormPlan.Input
    let end: FormPlan.Input
    let limits: [Limit]
    let exclusions: [Exclusion]
    let `extension`: Extension?
    let isDuration: Bool
}

struct SequencePlan: Sendable {
    let first: FormPlan.Input
    let then: FormPlan.Input
    let isStrict: Bool
    let apart: Period?
    let lenient: Period?
}

struct BoundsPlan: Sendable {
    enum Limit: Sendable {
        /// The least or the greatest number there is where the rule sets none.
        case ticks(Int64)
        case register(NumberRegister)
    }

    let condition: Int?
    let atLeast: Limit
    let atMost: Limit
}

struct ApprovalPlan: Sendable {
    let level: NumberRegister
    let bounds: [BoundsPlan]
    let approvedAt: FormPlan.Input?
    let before: FormPlan.Input?
    let after: (start: FormPlan.Input, within: Period)?
}

/// Penalty ranges by word code, so that no text is compared while judging.
struct FramePlan: Sendable {
    struct Tier: Sendable {
        let code: Int32
        /// `nil`: the tier knows no penalty of this kind.
        let range: ClosedRange<Int64>?
    }

    struct Version: Sendable {
        let inForce: InForce
        let tiers: [Tier]
    }

    let value: NumberRegister
    let frame: Int
    let tier: Int
    /// By word code the versions of the frame with that id; none of other words.
    let versions: [[Version]]
    let kind: PenaltyFrame.Kind
    /// What proofs read again.
    let frameBinding: Binding
    let tierBinding: Binding
    let beside: Binding?
}
