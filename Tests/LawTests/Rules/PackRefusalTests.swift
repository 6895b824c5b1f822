import Law
import Pack
import Testing

@Suite("What is wrong with a pack of law is told at its place")
struct PackRefusalTests {
    private func fault(_ body: () throws -> Void) -> String? {
        do {
            try body()
            return nil
        } catch { return "\(error)" }
    }

    private static let lawsHead =
        "laws:\n  - {code: OLD, name: 旧, short: 旧, issuer: 甲, kind: law, from: 2013-01-01, "

    @Test(
        "Laws",
        arguments: [
            (
                "until: 2026-01-01, articles: 9}\n  - {code: NEW, name: 新, short: 新, issuer: 甲, kind: law, from: 2026-01-01, replaces: OLD, articles: 9}",
                "重叠"
            ),
            (
                "until: 2025-12-30, articles: 9}\n  - {code: NEW, name: 新, short: 新, issuer: 甲, kind: law, from: 2026-01-01, replaces: OLD, articles: 9}",
                "空档"
            ),
            ("articles: 9, replaces: GONE}", "GONE"),
            ("articles: 9, color: red}", "color"),
            ("until: 2012-12-31, articles: 9}", "早于施行日"),
        ])
    func laws(_ rest: String, _ word: String) throws {
        let message = try #require(fault { _ = try LawBook(SmallPack.node(Self.lawsHead + rest)) })
        #expect(message.hasPrefix("small.yaml:") && message.contains(word))
    }

    @Test("The versions of a frame neither overlap nor leave a gap")
    func frames() throws {
        for (last, word) in [("2025-12-30", "空档"), ("2026-01-01", "重叠")] {
            let frames = SmallPack.frames.replacing("2025-12-31", with: last)
            let message = try #require(fault { _ = try SmallPack.pack(frames: frames) })
            #expect(message.hasPrefix("small.yaml:") && message.contains(word), "\(message)")
        }
    }

    @Test(
        "Rules",
        arguments: [
            (SmallPack.rule(members: "that: 'revewed'"), "rules.yaml:16:15", "revewed"),
            (SmallPack.rule(members: "that: 'passed = '"), "rules.yaml:16:15", "第"),
            (SmallPack.rule(when: "case.categry = \"security\""), "rules.yaml:12:11", "categry"),
            (SmallPack.rule(when: "case.category = \"securty\""), "rules.yaml:12:11", "securty"),
            (SmallPack.rule(judges: "event:decison"), "rules.yaml:6:13", "event:decision"),
            (SmallPack.rule(form: "demand"), "rules.yaml:7:11", "requires"),
            (SmallPack.rule(pivot: "fine"), "rules.yaml:10:12", "时间"),
            (
                SmallPack.rule(form: "check", members: "check: nothing"), "rules.yaml:16:16",
                "inquiry-separately"
            ),
            (SmallPack.rule(members: "that: reviewed\nthan: 1"), "rules.yaml:17:9", "than"),
            (
                SmallPack.rule(
                    form: "deadline", members: "start: at\ndone: endedAt\nwithin: 8 hour\nroll: false"),
                "rules.yaml:18:17", "8 hours"
            ),
            (
                SmallPack.rule(
                    form: "deadline", members: "start: fine\ndone: endedAt\nwithin: 8 hours\nroll: false"),
                "rules.yaml:16:16", "时间"
            ),
            (
                SmallPack.rule(form: "separation", members: "who: actor\nisNot: [fine]"), "rules.yaml:17:17",
                "名册"
            ),
            (SmallPack.rule().replacing("law: NEW", with: "law: NWE"), "rules.yaml:15:23", "NEW"),
            (SmallPack.rule().replacing("\"97\"", with: "\"145\""), "rules.yaml:15:37", "144"),
        ])
    func rules(_ text: String, _ place: String, _ word: String) throws {
        let message = try #require(fault { _ = try SmallPack.book(text) })
        #expect(message.hasPrefix(place + "：") && message.contains(word), "\(message)")
    }

    @Test("Versions that overlap, or leave a day between them")
    func versions() throws {
        let old =
            "      - from: 2013-01-01\n        until: DAY\n        basis: [{law: OLD, article: \"1\"}]\n        that: reviewed\n"
        let text = SmallPack.rule().replacing("    versions:\n", with: "    versions:\n" + old)
        #expect(
            fault { _ = try SmallPack.book(text.replacing("DAY", with: "2026-01-01")) }?.contains("重叠")
                == true)
        #expect(
            fault { _ = try SmallPack.book(text.replacing("DAY", with: "2025-12-30")) }?.contains("空档")
                == true)
        #expect(fault { _ = try SmallPack.book(text.replacing("DAY", with: "2025-12-31")) } == nil)
    }

    @Test(
        "Facts, used by a rule or not",
        arguments: [
            ("{name: x, label: x, of: case, take: first, field: when, from: event:decision}", "when"),
            ("{name: x, label: x, of: case, take: sum, field: at, from: event:decision}", "数字"),
            ("{name: x, label: x, of: case, take: exists, from: register:recording}", "link"),
            ("{name: x, label: x, of: case, take: exists, from: register:recording, link: event}", "event"),
            ("{name: x, label: x, of: event:inquiry, take: lookup, via: at, field: kind}", "引用"),
            ("{name: complex, label: x, of: case, take: exists, from: event:decision}", "complex"),
            (
                "{name: x, label: x, of: case, take: exists, from: event:decision, before: later}\n  - {name: later, label: x, of: case, take: first, field: at, from: event:review}",
                "later"
            ),
        ])
    func facts(_ fact: String, _ word: String) throws {
        let facts =
            "facts:\n  - " + fact
            + "\n  - {name: reviewed, label: y, of: event:decision, take: exists, from: event:review}"
        let message = try #require(fault { _ = try SmallPack.book(SmallPack.rule(), facts: facts) })
        #expect(message.hasPrefix("small.yaml:") && message.contains(word), "\(message)")
    }
}

extension String {
    fileprivate func replacing(_ part: String, with other: String) -> String {
        split(separator: part, omittingEmptySubsequences: false).joined(separator: other)
    }
}
