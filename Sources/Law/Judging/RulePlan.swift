/// A rule as places of its table's program; shared, never copied, by all who judge with it.
final class RulePlan: Sendable {
    /// The place of the rule in the book.
    let rule: Int
    /// Where it applies; `nil` is everywhere.
    let scope: CompiledCondition?
    /// Whether it applies at all: in scope, and in force on the day of its pivot.
    let applies: Int
    /// The places of the steps of both.
    let scopeSteps: [Int]
    /// What settles most records at a glance; `nil` where nothing does.
    let screen: ScreenPlan?
    let pivot: FormPlan.Input
    let pivotIsDay: Bool
    let pivotSteps: [Int]
    let versions: [VersionPlan]
    /// First and last day in force of each version, without anything else to carry about.
    let days: [(from: Int32, until: Int32)]
    /// What the rule shows beside a finding.
    let shown: [Binding]

    init(
        rule: Int, scope: CompiledCondition?, applies: Int, scopeSteps: [Int], screen: ScreenPlan?,
        pivot: FormPlan.Input, pivotSteps: [Int], versions: [VersionPlan], shown: [Binding]
    ) {
        self.rule = rule
        self.scope = scope
        self.applies = applies
        self.scopeSteps = scopeSteps
        self.screen = screen
        self.pivot = pivot
        pivotIsDay = pivot.binding.kind == .day
        self.pivotSteps = pivotSteps
        self.versions = versions
        days = versions.map { ($0.from, $0.until) }
        self.shown = shown
    }
}

/// A truth that is `yes` only for records that the rule, if it applies, finds kept under any version.
struct ScreenPlan: Sendable {
    let register: Int
    /// The places of the steps.
    let steps: [Int]
}

final class VersionPlan: Sendable {
    /// First and last day in force; the last is the greatest number there is when none is set.
    let from: Int32
    let until: Int32
    /// The places of the steps that the form needs; versions share what is the same for all.
    let steps: [Int]
    let form: FormPlan
    /// The names the form uses, with the part each plays, for the proof.
    let roles: [(role: String, binding: Binding)]
    let conditions: [CompiledCondition]

    init(
        _ inForce: InForce, steps: [Int], form: FormPlan, roles: [(role: String, binding: Binding)],
        conditions: [CompiledCondition]
    ) {
        from = inForce.from.number
        until = inForce.until?.number ?? .max
        self.steps = steps
        self.form = form
        self.roles = roles
        self.conditions = conditions
    }
}

/// All rules that judge one table, as one program: what one of them has computed the others need not.
///
/// Shared, never copied, by all who judge with it.
final class TableProgram: Sendable {
    let program: Program
    let table: Int
    let size: ProgramSize
    let plans: [RulePlan]

    init(program: Program, plans: [RulePlan]) {
        self.program = program
        table = program.table
        size = program.size
        self.plans = plans
    }
}
