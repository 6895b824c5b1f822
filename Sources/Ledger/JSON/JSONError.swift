/// Why bytes are not the JSON this project reads (`JSONValue`).
package struct JSONError: Error, Hashable, Sendable {
    /// The byte, counted from 0, at which reading stopped.
    package let offset: Int
    package let reason: Reason

    package enum Reason: Hashable, Sendable {
        case unexpectedEnd
        case unexpectedByte
        case trailingBytes
        case repeatedName(String)
        case fraction
        case numberTooLarge
        case leadingZero
        case controlCharacter
        case badEscape
        case loneSurrogate
        case notUTF8
        case tooDeep(limit: Int)
        case tooLong(limit: Int)
    }
}

extension JSONError: CustomStringConvertible {
    package var description: String { "第\(offset + 1)字节：\(reason)" }
}

extension JSONError.Reason: CustomStringConvertible {
    package var description: String {
        switch self {
        case .unexpectedEnd: "JSON 不完整，内容在此中断。"
        case .unexpectedByte: "此处的字符不合 JSON 语法。"
        case .trailingBytes: "JSON 已经结束，后面还有多余内容。"
        case .repeatedName(let name): "成员“\(name)”出现了两次，无法判断以哪个为准；请只留一个。"
        case .fraction: "数字不得带小数点或指数；小数请写成带引号的文本，如 \"12.5\"。"
        case .numberTooLarge: "数字超出 ±9007199254740991，各种软件读出的值会不一致。"
        case .leadingZero: "数字不得有多余的前导零，也不得写作 -0。"
        case .controlCharacter: "文本中有未转义的控制字符。"
        case .badEscape: "反斜杠后的转义写法不合 JSON 语法。"
        case .loneSurrogate: "\\u 转义只写了代理对的一半，不是完整的字符。"
        case .notUTF8: "文本不是有效的 UTF-8。"
        case .tooDeep(let limit): "嵌套超过 \(limit) 层。"
        case .tooLong(let limit): "内容超过 \(limit) 字节。"
        }
    }
}
