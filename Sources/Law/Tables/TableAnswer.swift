/// What a table answers, and why.
package struct TableAnswer: Hashable, Sendable {
    /// Of several outputs a context by their names; of the policies that give all rows a list.
    package let value: Value
    /// The rows that apply, counted from 0 in the order of the table.
    package let hits: [Int]
    /// The rows that may apply: what they ask is not recorded.
    package let open: [Int]
    package let fault: TableFault?
}

/// Why a table has no answer.
package enum TableFault: Hashable, Sendable {
    /// Rows of a table that allows one only.
    case overlap([Int])
    /// Rows of a table in which all that apply have to say the same.
    case contradiction([Int])
    /// No row applies and nothing is said of that.
    case gap
    /// The input of that place is not what it may be.
    case notAllowed(input: Int)
    /// Values that cannot be put together.
    case notAdded
}

extension TableFault: CustomStringConvertible {
    /// In the words of those who write tables; rows and inputs counted from 1.
    package var description: String {
        switch self {
        case .overlap(let rows): "\(Self.list(rows))同时适用，而表只许一行适用"
        case .contradiction(let rows): "\(Self.list(rows))同时适用，而结果不同"
        case .gap: "没有一行适用"
        case .notAllowed(let input): "第\(input + 1)项输入的值不在可能的值之内"
        case .notAdded: "结果不能汇总"
        }
    }

    private static func list(_ rows: [Int]) -> String {
        rows.map { "第\($0 + 1)行" }.joined(separator: "、")
    }
}
