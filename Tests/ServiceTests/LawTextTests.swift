import Foundation
import Law
import Registers
import Storage
import Testing

@testable import Service

@Suite("Texts of laws in the ledger")
struct LawTextTests {
    /// 询问查证 in the invented words of two versions: 83 then 97, as in the real law.
    private static let old = "对违反治安管理行为人询问查证的时间不得超过八小时：\n（一）甲；\n（二）乙。\n应当通知家属。"
    private static let new = "对违反治安管理行为人询问查证的时间不得超过十二小时：\n（一）甲；\n（二）丙。\n应当通知家属。"

    private func withLaws(_ body: (Bureau, StatuteSample) throws -> Void) throws {
        let sample = try StatuteSample()
        defer { sample.remove() }
        let folder = FileManager.default.temporaryDirectory.appending(path: "zhunsheng-\(UUID())").path
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let bureau = try Bureau.create(at: folder, packs: DemoPages.packs, environment: .system)
        defer { try? bureau.store.close() }
        try sample.write(try bureau.law("ZA12"), as: "a.md", changed: [83: Self.old])
        try sample.write(try bureau.law("ZA25"), as: "b.txt", changed: [97: Self.new])
        try body(bureau, sample)
    }

    @Test("a folder is imported with an entry for each law and each article, and the second time with none")
    func twice() throws {
        try withLaws { bureau, sample in
            let dry = try bureau.importLaws(from: sample.folder.path, isDryRun: true)
            #expect(dry.lines.map(\.code) == ["ZA12", "ZA25"])
            #expect(try bureau.store.size() == 0)
            let first = try bureau.importLaws(from: sample.folder.path)
            #expect(first.lines.map(\.entries) == [120, 145])
            #expect(try bureau.store.size() == 265)
            #expect(try bureau.importLaws(from: sample.folder.path).entries == 0)
            #expect(try bureau.store.size() == 265)
            #expect(try bureau.store.rebuildCheck().isEmpty)
        }
    }

    @Test(
        "a changed text adds the changed articles as further versions; an article that is gone is gone, its history stays"
    )
    func revised() throws {
        try withLaws { bureau, sample in
            _ = try bureau.importLaws(from: sample.folder.path)
            try sample.write(
                try bureau.law("ZA25"), as: "b.txt", changed: [97: Self.old, 98: "新的第九十八条。"],
                front: "note: 校对后")
            let again = try bureau.importLaws(from: sample.folder.path)
            #expect(again.lines.map(\.entries) == [0, 3])
            let history = try bureau.store.history(StatuteRecords.articles.id, "ZA25/97")
            #expect(history.map(\.revision) == [1, 2])
            #expect(try bureau.library.article("ZA25", ArticleNumber(97))?.text.body == Self.old)
            try sample.write(
                try bureau.law("ZA25"), as: "b.txt", changed: [97: Self.new + "\n第九十七条之一　丁。"])
            #expect(try bureau.importLaws(from: sample.folder.path).lines[1].articles == 144)
            #expect(try bureau.library.articles(of: "ZA25").count == 145)
            try sample.write(try bureau.law("ZA25"), as: "b.txt", changed: [97: Self.new])
            _ = try bureau.importLaws(from: sample.folder.path)
            #expect(try bureau.library.articles(of: "ZA25").count == 144)
            #expect(try bureau.library.article("ZA25", ArticleNumber(97, sub: 1)) == nil)
            #expect(try bureau.store.history(StatuteRecords.articles.id, "ZA25/97-1").count == 2)
        }
    }

    @Test("one file that cannot be read holds the whole folder back, unless a part is asked for")
    func faults() throws {
        try withLaws { bureau, sample in
            try "第一条 没有说明。".write(
                to: sample.folder.appending(path: "c.md"), atomically: true, encoding: .utf8)
            let held = try bureau.importLaws(from: sample.folder.path)
            #expect(held.faults.map { "\($0.file):\($0.line)" } == ["c.md:1"])
            #expect(held.report.last == "1 个文件读不成法律文本，一部也没有导入。改正后再导入，或用 --partial 先导入其余的。")
            #expect(try bureau.store.size() == 0)
            #expect(try bureau.importLaws(from: sample.folder.path, isPartial: true).entries == 265)
            try Data([0xD6, 0xD0]).write(to: sample.folder.appending(path: "c.md"))
            try sample.write(try bureau.law("ZA25"), as: "d.md")
            let faults = try bureau.importLaws(from: sample.folder.path).faults.map(\.description)
            #expect(
                faults == [
                    "c.md:1：不是 UTF-8 编码的文本；请另存为 UTF-8 后再导入",
                    "d.md:1：与 b.txt 是同一部法（ZA25）；请只留一个，或用 code 写明各是哪一版",
                ])
            #expect(throws: ServiceError.self) { try bureau.importLaws(from: sample.folder.path + "/none") }
        }
    }

    @Test("a text with fewer articles than the pack says is not taken for that law")
    func wrongCount() throws {
        try withLaws { bureau, sample in
            let text = try String(contentsOf: sample.folder.appending(path: "a.md"), encoding: .utf8)
            let cut = text.prefix(upTo: try #require(text.firstRange(of: "第一百一十九条")).lowerBound)
            try cut.write(to: sample.folder.appending(path: "a.md"), atomically: true, encoding: .utf8)
            let faults = try bureau.importLaws(from: sample.folder.path).faults
            #expect(
                faults.map(\.reason) == [
                    .wrongCountForLaw(try bureau.law("ZA12").name, stated: 119, found: 118)
                ])
        }
    }

    @Test("an article is shown as it stood on a day, by the words of the version then in force")
    func asOf() throws {
        try withLaws { bureau, sample in
            #expect(throws: ServiceError.self) { try bureau.library.read("ZA25", ArticleNumber(97)) }
            _ = try bureau.importLaws(from: sample.folder.path)
            let now = try bureau.library.read("ZA25", ArticleNumber(97), asOf: Day("2026-01-01"))
            #expect(now.article.text.body == Self.new)
            #expect(now.notices.isEmpty)
            let before = try bureau.library.read("ZA25", ArticleNumber(97), asOf: Day("2025-12-31"))
            #expect(before.text.code == "ZA12")
            #expect(before.article.text.number == ArticleNumber(83))
            #expect(before.notices.count == 1)
            let after = try bureau.library.read("ZA12", ArticleNumber(83), asOf: Day("2026-02-01"))
            #expect(after.article.text.number == ArticleNumber(97))
            #expect(throws: ServiceError.self) {
                try bureau.library.read("ZA25", ArticleNumber(97), asOf: Day("2012-12-31"))
            }
            #expect(throws: ServiceError.self) { try bureau.library.read("ZA25", ArticleNumber(145)) }
        }
    }

    @Test("a rule's page shows the words of each version's clause beside it, once the text is here")
    func besideTheCheck() throws {
        try withLaws { bureau, sample in
            func texts() throws -> [[String]] {
                try BureauPages(bureau).rule(id: "inquiry-max-2025").versions.map {
                    $0.clauses.compactMap(\.text)
                }
            }
            #expect(try texts() == [[]])
            _ = try bureau.importLaws(from: sample.folder.path)
            let words = "对违反治安管理行为人询问查证的时间不得超过十二小时：\n（一）甲；\n（二）丙。"
            #expect(try texts() == [[words]], "the first paragraph of article 97, items included")
        }
    }

    @Test("two versions are compared article by article, with the changed words marked")
    func compare() throws {
        try withLaws { bureau, sample in
            _ = try bureau.importLaws(from: sample.folder.path)
            let comparison = try bureau.library.compare("ZA12", "ZA25")
            let row = try #require(comparison.rows.first { $0.new?.number == ArticleNumber(97) })
            #expect(row.old?.number == ArticleNumber(83))
            #expect(comparison.lines.contains("第八十三条 → 第九十七条"))
            #expect(comparison.lines.contains { $0.contains("不得超过〔删：八〕〔增：十二〕小时") })
            #expect(comparison.lines.contains { $0.contains("（二）〔删：乙〕〔增：丙〕。") })
            #expect(comparison.same + comparison.changed + comparison.removed == 119)
            #expect(comparison.same + comparison.changed + comparison.added == 144)
        }
    }
}

extension Bureau {
    func law(_ code: String) throws -> Statute {
        try #require(packs.rules.pack.laws.statute(code))
    }
}
