package import Pack

/// What a rule demands, in one of a closed set of forms (`Docs/formats/rules.md`).
package enum RuleForm: Sendable {
    package enum Word: String, CaseIterable, Hashable, Sendable {
        case deadline, duration, sequence, requires, forbids, count, approval, separation, coverage, range
        case reconcile, check

        package var chinese: String {
            switch self {
            case .deadline: "期限"
            case .duration: "时长"
            case .sequence: "先后"
            case .requires: "必须"
            case .forbids: "禁止"
            case .count: "数目"
            case .approval: "审批"
            case .separation: "分离"
            case .coverage: "覆盖"
            case .range: "幅度"
            case .reconcile: "对账"
            case .check: "专项核查"
            }
        }
    }

    case deadline(DeadlineForm)
    case duration(DeadlineForm)
    case sequence(SequenceForm)
    case requires(Condition, Compared)
    case forbids(Condition, Compared)
    case count(of: NameUse, [Bounds])
    case approval(ApprovalForm)
    case separation(who: NameUse, isNot: [NameUse])
    case coverage(interval: (NameUse, NameUse), RelatedClause, spans: (NameUse, NameUse))
    case range(value: NameUse, [Bounds])
    case frame(FrameForm)
    case benchmark(BenchmarkForm)
    case reconcile(ReconcileForm)
    case check(any Check)
}

extension RuleForm {
    /// The periods past which the rule accuses, extensions included: of two readings, the longer.
    var lengths: [Length] {
        switch self {
        case .deadline(let form), .duration(let form):
            (form.lenient.map { [$0] } ?? form.limits.map(\.within)) + [form.extension?.by].compactMap(\.self)
        case .sequence(let form): [form.apart].compactMap(\.self)
        case .approval(let form): [form.after?.within].compactMap(\.self)
        default: []
        }
    }
}

/// `deadline`: something is done within a time of a start. `duration`: something lasts no longer than that.
package struct DeadlineForm: Sendable {
    package struct Limit: Sendable {
        /// `nil`: always.
        package let condition: Condition?
        package let within: Length
    }

    package struct Exclusion: Sendable {
        package let related: RelatedClause
        package let spans: (NameUse, NameUse)
    }

    package struct Extension: Sendable {
        package let related: RelatedClause
        package let by: Length
        package let atMost: Int
    }

    package let start: NameUse
    /// `done` of a deadline, `end` of a duration.
    package let end: NameUse
    /// The first whose condition holds counts.
    package let limits: [Limit]
    package let rolls: Bool
    package let exclusions: [Exclusion]
    package let `extension`: Extension?
    /// Where the law leaves open how days are counted: the longer reading. Between the two, nobody is accused.
    package let lenient: Length?
}

package struct SequenceForm: Sendable {
    package let first: NameUse
    package let then: NameUse
    /// Whether the same moment is already too late.
    package let isStrict: Bool
    /// How long must pass in between.
    package let apart: Length?
    /// The shorter reading of `apart`.
    package let lenient: Length?
}

/// The numbers that a condition turns on, for whoever reads the finding.
package struct Compared: Sendable {
    package let observed: NameUse?
    package let limit: NameUse?
}

/// A least and a most, both allowed, under a condition.
package struct Bounds: Sendable {
    /// A number, or the name that holds one.
    package enum Limit: Sendable {
        case number(Number)
        case name(NameUse)
    }

    package let condition: Condition?
    package let atLeast: Limit?
    package let atMost: Limit?
}

package struct ApprovalForm: Sendable {
    package let level: NameUse
    package let atLeast: [Bounds]
    package let approvedAt: NameUse?
    package let before: NameUse?
    package let after: (NameUse, within: Length)?
}

package struct FrameForm: Sendable {
    package let value: NameUse
    package let frame: NameUse
    package let tier: NameUse
    package let kind: PenaltyFrame.Kind
    /// A moment whose version of the frame proofs show beside the one applied, where the two differ.
    package let beside: NameUse?
}

/// A value inside what the tier of a bureau's benchmark allows: the one that the recorded circumstances put the case in.
package struct BenchmarkForm: Sendable {
    package let value: NameUse
    /// The benchmark that the record names.
    package let benchmark: NameUse
    package let frame: NameUse
    package let kind: PenaltyFrame.Kind
}

package struct ReconcileForm: Sendable {
    package let with: Subject
    package let own: [NameUse]
    package let theirs: [NameUse]
    package let condition: Condition?
    package let place: PackPlace
}
