/// What kind of value a field, a fact or an expression gives.
package indirect enum ValueType: Hashable, Sendable {
    case boolean
    case number
    case text
    /// A text out of a closed list.
    case code([String])
    case day
    case moment
    case duration
    case months
    case list(ValueType)
}

extension ValueType: CustomStringConvertible {
    /// As the messages name it.
    package var description: String {
        switch self {
        case .boolean: "是非"
        case .number: "数字"
        case .text: "文字"
        case .code: "代码"
        case .day: "日期"
        case .moment: "时间"
        case .duration: "时长"
        case .months: "月数"
        case .list(let element): "\(element)列表"
        }
    }
}
