import Law
import Testing

@Suite("Proofs and findings")
struct ProofTests {
    private typealias R = SmallRecord

    @Test("A finding is twenty-four bytes")
    func size() { #expect(MemoryLayout<Finding>.stride == 24) }

    @Test("A proof names version, facts with their records, counting, clause and what to do")
    func proof() throws {
        let members = """
            start: actAt
            done: decidedAt
            within: 30 days
            roll: true
            exclude: [{from: event:appraisal, spans: [at, endedAt]}]
            """
        let book = try SmallPack.book(
            SmallPack.rule(judges: "case", form: "deadline", pivot: "actAt", members: members))
        let records = [
            SmallRecord("case", "c", ["actAt": R.at("2026-03-02T10:00")]),
            R.event(
                "appraisal", "a1", ["at": R.at("2026-03-10T09:00"), "endedAt": R.at("2026-03-16T09:00")]),
            R.event("decision", "d1", ["at": R.at("2026-04-20T10:00")]),
        ]
        var builder = TableBuilder(layout: book.layout)
        for record in records { builder.add(record.register, id: record.id, values: record.values()) }
        let tracer = Tracer(book, over: book.tables(builder), asOf: moment("2026-12-31T12:00"))
        let proof = try #require(tracer.proof(rule: "trial", record: "c"))
        #expect(proof.answer == .broken)
        // 1 April and six days more is 7 April 2026, a Tuesday.
        #expect(proof.due == moment("2026-04-07T23:59"))
        #expect(proof.counting?.due == proof.due)
        let text = proof.text
        for part in [
            "违规。于2026年4月20日10时00分办理", "依行为时间（2026年3月2日10时00分）适用2026年1月1日起施行的规定",
            "决定时间：2026年4月20日10时00分［d1］",
            "鉴定（a1）", "《新法》第九十七条第一款", "重新审核。",
        ] {
            #expect(text.contains(part), "\(text)")
        }
    }

    @Test(
        "A range over a frame shows the frame of the act and, where the law changed before the decision, the other too"
    )
    func frames() throws {
        let members = """
            value: fine
            frame: case.frame
            tier: tier
            kind: fine
            beside: at
            """
        let rules = SmallPack.rule(form: "range", pivot: "case.actAt", members: members)
            .replacing("from: 2026-01-01", with: "from: 2013-01-01")
        let book = try SmallPack.book(rules)
        func frames(actAt: String) throws -> [String] {
            var builder = TableBuilder(layout: book.layout)
            let fields: [String: Value] = [
                "at": R.at("2026-01-30T10:00"), "fine": .number(Number(800)), "tier": .text("light"),
            ]
            for record in [
                SmallRecord("case", "c", ["actAt": R.at(actAt), "frame": .text("brawl")]),
                R.event("decision", "d", fields),
            ] {
                builder.add(record.register, id: record.id, values: record.values())
            }
            let tracer = Tracer(book, over: book.tables(builder), asOf: moment("2026-12-31T12:00"))
            let proof = try #require(tracer.proof(rule: "trial", record: "d"))
            #expect(proof.facts.contains { $0.shown == "轻" }, "the tier is told by its name")
            return proof.frames.map { "\($0.title)：\($0.text)" }
        }
        let new = "殴打“轻”：罚款1000元以下（《新法》第五十一条）"
        #expect(
            try frames(actAt: "2025-12-31T23:00") == [
                "适用的法定幅度：殴打“轻”：罚款500元以下（《旧法》第四十三条）", "按时间（2026年1月30日）施行的法定幅度，供比较：\(new)",
            ])
        #expect(try frames(actAt: "2026-01-01T00:00") == ["适用的法定幅度：\(new)"])
    }

    @Test("What was missing is named, and only what mattered")
    func missing() throws {
        let book = try SmallPack.book(
            SmallPack.rule(members: "that: 'fine > 100 or case.complex and passed'"))
        func missing(_ fields: [String: Value], complex: Value) throws -> [String] {
            var builder = TableBuilder(layout: book.layout)
            let owner = SmallRecord("case", "c", ["complex": complex])
            for record in [owner, .event("decision", "d", fields)] {
                builder.add(record.register, id: record.id, values: record.values())
            }
            let tracer = Tracer(book, over: book.tables(builder), asOf: moment("2026-12-31T12:00"))
            return try #require(tracer.proof(rule: "trial", record: "d")).missing.map(\.name)
        }
        let at = R.at("2026-03-02T10:00")
        #expect(try missing(["at": at], complex: .null) == ["fine", "case.complex", "passed"])
        #expect(try missing(["at": at], complex: .boolean(false)) == ["fine"])
        #expect(
            try missing(["at": at, "fine": .number(Number(1)), "passed": .boolean(true)], complex: .null) == [
                "case.complex"
            ])
        #expect(try missing(["fine": .number(Number(200))], complex: .null) == ["at"])
        #expect(try missing(["at": at, "fine": .number(Number(200))], complex: .null).isEmpty)
    }

    @Test("A rule that is not verified informs and accuses nobody")
    func unverified() throws {
        let book = try SmallPack.book(SmallPack.rule(confidence: "M"))
        var builder = TableBuilder(layout: book.layout)
        for record in [
            SmallRecord("case", "c", [:]), R.event("decision", "d", ["at": R.at("2026-03-02T10:00")]),
        ] {
            builder.add(record.register, id: record.id, values: record.values())
        }
        let tracer = Tracer(book, over: book.tables(builder), asOf: moment("2026-12-31T12:00"))
        let proof = try #require(tracer.proof(rule: "trial", record: "d"))
        #expect(proof.answer == .broken && !proof.isVerified)
        #expect(proof.conclusion.hasPrefix("待核") && !proof.text.contains("违规"))
    }

    @Test("Clauses as statutes write them")
    func clauses() throws {
        let laws = try LawBook(SmallPack.node(SmallPack.laws))
        func clause(_ text: String) throws -> String {
            try Citation(SmallPack.node(text), laws: laws).description
        }
        #expect(try clause("{law: NEW, article: \"97\", paragraph: 1}") == "《新法》第九十七条第一款")
        #expect(try clause("{law: NEW, article: \"108\"}") == "《新法》第一百零八条")
        #expect(try clause("{law: NEW, article: \"110-1\", item: 12}") == "《新法》第一百一十条之一第十二项")
        #expect(try clause("{law: OLD, article: \"15\"}") == "《旧法》第十五条")
    }
}
