import Foundation

/// A statute as collected in `../shared/law/texts`: how many paragraphs and items each article has.
struct StatuteText {
    struct Article: Equatable {
        /// The number of items under each paragraph.
        var items: [Int] = []
        var text = ""
    }

    let articles: [Int: Article]

    /// Where the texts lie; the repository holds none of them.
    static let folder = URL(filePath: #filePath).resolvingSymlinksInPath()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "../shared/law/texts").standardizedFileURL

    static let isHere = FileManager.default.fileExists(atPath: folder.path)

    /// The file of each law the pack cites.
    static let files = [
        "ZA12": "zhian-2012", "ZA25": "zhian-2025", "CF21": "xzcf-2021", "QZ": "qiangzhi-2011",
        "CX20": "xzaj-chengxu-2020", "XS20": "xsaj-chengxu-2020", "YS20": "yisong-2020",
        "JX04": "jixu-panwen-2004",
    ]

    init(law: String) throws {
        let file = Self.files[law] ?? law
        let text = try String(contentsOf: Self.folder.appending(path: "\(file).md"), encoding: .utf8)
        self.init(text)
    }

    /// Each article begins with `第…条` at the start of a line, each item with `（一）`; other lines are paragraphs.
    init(_ text: String) {
        var articles: [Int: Article] = [:]
        var current: Int?
        for line in text.split(separator: "\n") {
            let line = line.trimmingPrefix { "#* \u{3000}".contains($0) }
            if let number = Self.number(ofArticle: line) {
                current = number
                articles[number] = Article(items: [0], text: String(line))
            } else if line.isEmpty || Self.isHeading(line) {
                current = Self.isHeading(line) ? nil : current
            } else if let open = current, var article = articles[open] {
                if line.hasPrefix("（") {
                    article.items[article.items.count - 1] += 1
                } else {
                    article.items.append(0)
                }
                article.text += line
                articles[open] = article
            }
        }
        self.articles = articles
    }

    private static func isHeading(_ line: Substring) -> Bool {
        guard line.first == "第", let end = line.firstIndex(where: { "编章节".contains($0) }) else {
            return false
        }
        return number(line[line.index(after: line.startIndex)..<end]) != nil
    }

    private static func number(ofArticle line: Substring) -> Int? {
        guard line.first == "第", let end = line.firstIndex(of: "条") else { return nil }
        return number(line[line.index(after: line.startIndex)..<end])
    }

    /// `一百二十三` → 123; nothing else.
    private static func number(_ text: Substring) -> Int? {
        var total = 0
        var digit = 0
        for character in text {
            switch character {
            case "零": continue
            case "十": (total, digit) = (total + max(digit, 1) * 10, 0)
            case "百": (total, digit) = (total + digit * 100, 0)
            default:
                guard let place = Array("一二三四五六七八九").firstIndex(of: character) else { return nil }
                digit = place + 1
            }
        }
        let number = total + digit
        return number > 0 ? number : nil
    }
}
