import Law
import Testing

@Suite("Comparing two versions of a law")
struct StatuteComparisonTests {
    private func articles(_ bodies: [String]) -> [ArticleText] {
        bodies.enumerated().map { place, body in
            ArticleText(number: ArticleNumber(place + 1), divisions: [], body: body)
        }
    }

    private func shown(_ row: StatuteComparison.Row) -> String {
        "\(row.old?.number.main ?? 0)→\(row.new?.number.main ?? 0)"
    }

    @Test("articles that moved are matched by their words, new and repealed ones stand alone")
    func moved() {
        let old = articles([
            "为了规范示例，制定本法。", "询问查证的时间不得超过八小时。", "罚款应当当场缴纳给财政部门。", "本法自公布之日起施行。",
        ])
        let new = articles([
            "为了规范示例，制定本法。", "治安管理工作坚持综合治理。", "询问查证的时间不得超过十二小时。", "本法自公布之日起施行。",
        ])
        let comparison = StatuteComparison(old, new)
        #expect(comparison.rows.map(shown) == ["1→1", "0→2", "2→3", "3→0", "4→4"])
        #expect(comparison.rows.map(\.isSame) == [true, false, false, false, true])
        #expect(
            comparison.rows[2].changes == [
                TextChange(.same, "询问查证的时间不得超过"), TextChange(.removed, "八"), TextChange(.added, "十二"),
                TextChange(.same, "小时。"),
            ])
    }

    @Test("of articles that read alike the one with the same number is the same provision")
    func sameNumber() {
        let text = "公安机关应当在二十四小时以内通知家属。"
        let rows = StatuteComparison(articles([text, text]), articles([text, text])).rows
        #expect(rows.map(shown) == ["1→1", "2→2"])
    }

    @Test("everything new, or everything gone, is said so")
    func oneSided() {
        let one = articles(["甲乙丙丁。"])
        #expect(StatuteComparison([], one).rows.map(shown) == ["0→1"])
        #expect(StatuteComparison(one, []).rows.map(shown) == ["1→0"])
        #expect(StatuteComparison(one, articles(["戊己庚辛。"])).rows.map(shown) == ["1→0", "0→1"])
    }

    @Test("an added paragraph is marked as one line, not as an end and a beginning")
    func addedParagraph() {
        let changes = TextChange.between("甲应当乙。\n丙。", "甲应当乙。\n丁不得戊。\n丙。")
        #expect(changes.map(\.kind) == [.same, .added, .same])
        #expect(changes[1].text.filter { $0 == "\n" }.count == 1)
        #expect(changes[1].text.first == "\n" || changes[1].text.last == "\n")
    }

    @Test("changes leave out nothing: their parts give both texts again", arguments: 0..<100)
    func changesAreWhole(seed: Int) {
        var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1
        func text() -> String {
            String(
                (0..<12).map { _ -> Character in
                    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                    return Array("甲乙丙丁")[Int(state >> 40) % 4]
                })
        }
        let (old, new) = (text(), text())
        let changes = TextChange.between(old, new)
        #expect(changes.filter { $0.kind != .added }.map(\.text).joined() == old)
        #expect(changes.filter { $0.kind != .removed }.map(\.text).joined() == new)
        #expect(zip(changes, changes.dropFirst()).allSatisfy { $0.kind != $1.kind })
    }

    @Test(
        "治安管理处罚法: the limit of questioning is article 83 of 2012 and article 97 of 2025",
        .enabled(if: CollectedTexts.areHere, "../shared/law/texts is not here"))
    func realLaw() throws {
        let texts = try CollectedTexts.byCode(NationalPack.rulePack().laws)
        let old = try #require(texts["ZA12"]?.articles)
        let new = try #require(texts["ZA25"]?.articles)
        let rows = StatuteComparison(old, new).rows
        // 询问查证, 家属通知 83→97; 听证 98→117; 办案期限 99→118; 送达 97→116; 当场处罚 100→119.
        let partners = Dictionary(
            uniqueKeysWithValues: rows.compactMap { row in
                row.old.map { ($0.number.main, row.new?.number.main) }
            })
        for (before, after) in [83: 97, 98: 117, 99: 118, 97: 116, 100: 119] {
            #expect(partners[before] == after, "\(before)")
        }
        #expect(rows.compactMap(\.old).count == old.count)
        #expect(rows.compactMap(\.new).count == new.count)
        let limit = try #require(texts["ZA12"]?.article(ArticleNumber(83)))
        #expect(StatuteComparison.counterpart(of: limit, in: new)?.number == ArticleNumber(97))
    }
}
