import Foundation
import Law
import Testing

@testable import Service

/// The rule book as it is printed, kept, so that whoever changes a rule sees in one place what a lawyer will read.
@Suite("The kept rule book")
struct RuleBookGoldenTests {
    private static let file = URL(filePath: DemoPages.packs[0]).deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Docs/for-lawyers/rule-book.md")

    /// Without the line of the pack's hash, which every comma in any file of the packs changes.
    private func lines(_ text: String) -> [Substring] {
        text.split(separator: "\n", omittingEmptySubsequences: false).filter { !$0.hasPrefix("规则包摘要") }
    }

    @Test(
        "It is the one that is kept; `zhunsheng rules docs > Docs/for-lawyers/rule-book.md` keeps a new one")
    func golden() throws {
        let printed = RuleBookText.book(of: try BureauPacks.load(folders: DemoPages.packs))
        let kept = lines(try String(contentsOf: Self.file, encoding: .utf8))
        let now = lines(printed)
        let first = zip(now, kept).first { $0 != $1 }
        #expect(
            now.count == kept.count && first == nil,
            "规则书有变化，第一处：“\(first?.0 ?? "")”，原为“\(first?.1 ?? "")”。核对后重新生成。")
    }
}
