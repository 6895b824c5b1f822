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
    case truth(register: Int, wanted: Bool)
    /// A number, in an `Int64` register, within bounds.
    case bounds(value: Int, [BoundsPlan])
    case approval(ApprovalPlan)
    case separation(who: Binding, isNot: [Binding])
    case frame(FramePlan)
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
        /// `Int64` registers.
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
    let condition: Int?
    /// Ten-thousandths; the least and greatest there are where the rule sets none.
    let atLeast: Int64
    let atMost: Int64
}

struct ApprovalPlan: Sendable {
    let level: Int
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

    let value: Int
    let frame: Int
    let tier: Int
    /// The versions of the frame whose id has that word code.
    let versions: [Int32: [Version]]
    let kind: PenaltyFrame.Kind
    /// What proofs read again.
    let frameBinding: Binding
    let tierBinding: Binding
    let beside: Binding?
}

/// A rule as steps and plans.
struct RulePlan: Sendable {
    /// The place of the rule in the book.
    let rule: Int
    /// Where it applies; `nil` is everywhere.
    let scope: CompiledCondition?
    let pivot: FormPlan.Input
    let pivotIsDay: Bool
    let pivotSteps: Range<Int>
    let versions: [VersionPlan]
    /// What the steps of the pivot and the versions read without making it themselves.
    let borrowed: Program.Registers
}

struct VersionPlan: Sendable {
    /// First and last day in force; the last is the greatest number there is when none is set.
    let from: Int32
    let until: Int32
    let steps: Range<Int>
    let form: FormPlan
    /// The names the form uses, with the part each plays, for the proof.
    let roles: [(role: String, binding: Binding)]
    let conditions: [CompiledCondition]
}

/// All rules that judge one table.
struct TableProgram: Sendable {
    var program: Program
    /// The first steps, which find the scopes of all rules.
    var headCount = 0
    var plans: [RulePlan] = []
}
