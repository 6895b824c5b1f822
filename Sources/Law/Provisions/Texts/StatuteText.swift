/// A statute's text as it was read from a file: what it says of itself, and its articles in order.
package struct StatuteText: Hashable, Sendable {
    package let heading: StatuteHeading
    /// What stands before the first article: title, adoption and amendments, one a line.
    package let preamble: [String]
    package let articles: [ArticleText]

    /// How many articles the law's own numbering has, those put between them later (之一) not counted.
    package var count: Int { articles.count { $0.number.sub == 0 } }

    package func article(_ number: ArticleNumber) -> ArticleText? {
        articles.first { $0.number == number }
    }
}

/// What the front matter of a statute's file says.
package struct StatuteHeading: Hashable, Sendable {
    package let title: String
    package let issuer: String
    /// `ZA25`; `nil` when the file does not say and the pack has to.
    package let code: String?
    /// As it is written, `2006-03-01起施行，2012年修正自2013-01-01起施行`; empty when nothing is.
    package let effective: String
    /// The days in it, in the order written.
    package let days: [Day]
    /// How many articles the file says it has.
    package let count: Int?

    package init(
        title: String, issuer: String, code: String? = nil, effective: String = "", count: Int? = nil
    ) {
        self.title = title
        self.issuer = issuer
        self.code = code
        self.effective = effective
        self.count = count
        days = Self.days(in: effective)
    }

    private static func days(in text: String) -> [Day] {
        var days: [Day] = []
        var rest = text[...]
        while rest.count >= 10 {
            let end = rest.index(rest.startIndex, offsetBy: 10)
            if let day = Day(String(rest[..<end])) {
                days.append(day)
                rest = rest[end...]
            } else {
                rest = rest.dropFirst()
            }
        }
        return days
    }
}

extension StatuteText {
    /// Why a text cannot be taken, and at which line of its file.
    package struct Fault: Error, Hashable, Sendable, CustomStringConvertible {
        package enum Reason: Hashable, Sendable {
            case noHeading
            case openHeading
            case missing(String)
            case badLine(String)
            case badCount(String)
            case noArticles
            case wrongStart(ArticleNumber)
            case gap(after: ArticleNumber, found: ArticleNumber)
            case emptyArticle(ArticleNumber)
            case item(of: ArticleNumber)
            case wrongCount(stated: Int, found: Int)
            case tooLong(ArticleNumber, most: Int)
            case sameLaw(String, other: String)
            case wrongCountForLaw(String, stated: Int, found: Int)
            case notUTF8
            case fileTooLarge(most: Int)
        }

        package let file: String
        /// From 1.
        package let line: Int
        package let reason: Reason

        package init(file: String, line: Int, reason: Reason) {
            self.file = file
            self.line = line
            self.reason = reason
        }

        package var description: String { "\(file):\(line)：\(words)" }

        /// What is wrong, without the place.
        package var words: String {
            switch reason {
            case .noHeading: "文件开头没有用两行 --- 围起的说明，不知道这是哪部法；请写明 title、issuer、effective、code"
            case .openHeading: "开头的说明没有结束的 --- 行"
            case .missing(let key): "开头的说明缺少 \(key)"
            case .badLine(let line): "开头的说明每行应为 名称: 内容，却是“\(line)”"
            case .badCount(let text): "articles-counted 应为数字，却是“\(text)”"
            case .noArticles: "没有读到任何一条；每条应另起一行，以“第一条”这样的条号开头"
            case .wrongStart(let found): "第一个条号应为第一条，却是\(found.chinese)；前面可能有缺页"
            case .gap(let before, let found): "\(before.chinese)之后是\(found.chinese)，条号不相连；可能缺条或者重复"
            case .emptyArticle(let number): "\(number.chinese)没有内容"
            case .item(let number): "\(number.chinese)的项号不相连；项应从（一）起依次编号，列在一款之下"
            case .wrongCount(let stated, let found): "应有 \(stated) 条，读到 \(found) 条；文本不完整，没有采用"
            case .tooLong(let number, let most): "\(number.chinese)超过 \(most) 字节，账本一条放不下"
            case .sameLaw(let code, let other): "与 \(other) 是同一部法（\(code)）；请只留一个，或用 code 写明各是哪一版"
            case .wrongCountForLaw(let name, let stated, let found):
                "规则包记《\(name)》共 \(stated) 条，读到 \(found) 条；文本不完整，或者不是这一版"
            case .notUTF8: "不是 UTF-8 编码的文本；请另存为 UTF-8 后再导入"
            case .fileTooLarge(let most): "文件超过 \(most >> 20) MiB，不像一部法的文本"
            }
        }
    }
}
