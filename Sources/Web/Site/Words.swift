import Service

extension Standing {
    /// What the word means, for a reader who hovers or asks.
    var meaning: String {
        switch self {
        case .kept: "记录显示已依法办理"
        case .broken: "记录显示不符合规定"
        case .notYetDue: "期限未到"
        case .notApplicable: "本规则不适用于该记录"
        case .cannotTell: "记录不足以判断；不等于合规"
        case .pending: "规则尚未对照法条原文核实，只作提示，不作结论"
        }
    }

    var badge: StaticString {
        switch self {
        case .kept: "badge kept"
        case .broken: "badge broken"
        case .notYetDue: "badge due"
        case .notApplicable: "badge off"
        case .cannotTell: "badge unknown"
        case .pending: "badge pending"
        }
    }

    /// The style of a block that tells about such a judgement.
    var block: StaticString {
        switch self {
        case .kept: "judgement kept"
        case .broken: "judgement broken"
        case .notYetDue: "judgement due"
        case .notApplicable: "judgement off"
        case .cannotTell: "judgement unknown"
        case .pending: "judgement pending"
        }
    }

    /// A finding is what somebody has to look at or to wait for.
    var isFinding: Bool {
        switch self {
        case .broken, .cannotTell, .notYetDue, .pending: true
        case .kept, .notApplicable: false
        }
    }

    static var findings: [Standing] { allCases.filter(\.isFinding) }
}

extension SeverityView {
    var word: String {
        switch self {
        case .minor: "轻微瑕疵"
        case .violation: "违反法定程序"
        case .grave: "重大且明显违法"
        }
    }
}

/// How near a deadline is: blue, orange, red, each with its word.
enum Urgency {
    case week
    case days
    case now

    /// Under two days red, under four orange: the three lead times that offices remind at.
    init(daysLeft: Int) {
        self = daysLeft <= 1 ? .now : daysLeft <= 3 ? .days : .week
    }

    var badge: StaticString {
        switch self {
        case .week: "badge due"
        case .days: "badge soon"
        case .now: "badge broken"
        }
    }

    static func word(daysLeft: Int) -> String { daysLeft <= 0 ? "今日到期" : "还有\(daysLeft)日" }
}
