/// One word, number, text or sign of a condition.
struct Token {
    enum Kind: Hashable {
        case number(Value)
        case text(String)
        /// A name or a keyword: in S-FEEL the same word can be either.
        case word(String)
        /// A name that the scope knows, blanks and signs included.
        case name(String)
        case sign(String)
        case end
    }

    let kind: Kind
    /// In characters, counted from 1.
    let column: Int

    /// As the messages name it.
    var shown: String {
        switch kind {
        case .number(let number): "“\(number)”"
        case .text(let text): "文字\"\(text)\""
        case .word(let word), .name(let word): "“\(word)”"
        case .sign(let sign): "“\(sign)”"
        case .end: "结尾"
        }
    }
}
