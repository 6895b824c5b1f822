/// What judging one record under one rule comes to.
package enum Answer: String, CaseIterable, Hashable, Sendable {
    case kept, broken, notYetDue, notApplicable, cannotTell

    package var chinese: String {
        switch self {
        case .kept: "合规"
        case .broken: "违规"
        case .notYetDue: "未到期"
        case .notApplicable: "不适用"
        case .cannotTell: "不明"
        }
    }
}
