import Pack
import Yams

extension PackError {
    /// What the YAML parser found wrong, at the place where it found it, in the words of those who write packs.
    init(_ error: YamlError, file: String) {
        func place(_ mark: Mark) -> PackPlace { PackPlace(file: file, line: mark.line, column: mark.column) }
        let start = PackPlace(file: file, line: 1, column: 1)
        switch error {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            self.init(.notYAML(Self.chinese[problem] ?? problem), at: place(mark))
        case .duplicatedKeysInMapping(let keys, let context):
            // The place is that of the first of them.
            self.init(.duplicateKey(keys.first ?? ""), at: place(context.mark))
        case .reader(let problem, _, _, _):
            self.init(.notYAML("含有不能出现的字符（\(problem)）"), at: start)
        default:
            self.init(.notYAML("\(error)"), at: start)
        }
    }

    /// What libyaml says of the slips that happen; a rarer one is told in libyaml's own words.
    private static let chinese = [
        "but found another document": "一个文件只能有一份内容，不能用 --- 再分",
        "could not find expected ':'": "键的后面缺少冒号",
        "did not find expected key": "缩进不齐，或上一行没有写完",
        "did not find expected '-' indicator": "缩进不齐：这里应是列表的下一项（-）",
        "did not find expected ',' or ']'": "方括号没有闭合，或两项之间缺少半角逗号",
        "did not find expected ',' or '}'": "花括号没有闭合，或两项之间缺少半角逗号",
        "did not find expected <document start>": "内容已经结束，这里多出了文字",
        "did not find expected node content": "这里应有内容",
        "block sequence entries are not allowed in this context": "列表（-）不能从这里开始；请另起一行",
        "mapping values are not allowed in this context": "这里不能再有冒号；值里有“: ”时请加引号",
        "found character that cannot start any token": "这里的字符不能开头（缩进请用空格，不用制表符）",
        "found unexpected end of stream": "引号没有闭合",
        "found undefined alias": "规则包不用锚点和别名（& 与 *）",
        "found unknown escape character": "双引号里的反斜杠写法不认识；条件请用单引号",
        "found a tab character that violates indentation": "缩进请用空格，不用制表符",
        "found unexpected document indicator": "引号没有闭合",
        "Maximum nesting level reached, set with yaml_set_max_nest_level())": "层数太深",
    ]
}
