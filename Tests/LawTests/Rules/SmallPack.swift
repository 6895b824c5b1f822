import Law
import Pack
import PackFiles

/// An invented pack, small enough to read at once: three kinds of event, recordings, officers, and two laws of which
/// one took the other's place on 2026-01-01.
enum SmallPack {
    static let schema = Schema([
        RegisterSchema(
            id: "case", name: "案件", happened: "actAt",
            fields: [
                FieldSchema(id: "category", label: "类别", kind: .code(["security", "traffic"])),
                FieldSchema(id: "actAt", label: "行为时间", kind: .moment),
                FieldSchema(id: "complex", label: "复杂", kind: .boolean),
                FieldSchema(id: "frame", label: "行为代码", kind: .text),
                FieldSchema(
                    id: "handlers", label: "办案人员", kind: .reference(register: "officer"), isList: true),
            ]),
        RegisterSchema(
            id: "event", name: "事件", happened: "at",
            fields: [
                FieldSchema(id: "case", label: "案件", kind: .reference(register: "case")),
                FieldSchema(
                    id: "kind", label: "种类",
                    kind: .code(["inquiry", "review", "decision", "appraisal", "extension"]),
                    words: ["appraisal": "鉴定"]),
                FieldSchema(id: "at", label: "时间", kind: .moment),
                FieldSchema(id: "endedAt", label: "结束", kind: .moment),
                FieldSchema(id: "relatesTo", label: "所属事件", kind: .reference(register: "event")),
                FieldSchema(id: "officers", label: "人员", kind: .reference(register: "officer"), isList: true),
                FieldSchema(id: "measures", label: "措施", kind: .text, isList: true),
                FieldSchema(id: "actor", label: "主办", kind: .reference(register: "officer")),
                FieldSchema(id: "party", label: "当事人", kind: .text),
                FieldSchema(id: "passed", label: "通过", kind: .boolean),
                FieldSchema(id: "fine", label: "罚款", kind: .number),
                FieldSchema(id: "tier", label: "档", kind: .text),
                FieldSchema(id: "level", label: "层级", kind: .number),
                FieldSchema(id: "times", label: "次数", kind: .number, isWhole: true),
            ]),
        RegisterSchema(
            id: "officer", name: "人员", happened: "joined",
            fields: [
                FieldSchema(id: "kind", label: "类别", kind: .code(["police", "auxiliary"])),
                FieldSchema(id: "joined", label: "到岗", kind: .day),
                FieldSchema(id: "certified", label: "取得资格", kind: .day),
            ]),
        RegisterSchema(
            id: "recording", name: "录音录像", happened: "from",
            fields: [
                FieldSchema(id: "event", label: "事件", kind: .reference(register: "event")),
                FieldSchema(id: "from", label: "起", kind: .moment),
                FieldSchema(id: "to", label: "止", kind: .moment),
            ]),
    ])

    static let laws = """
        laws:
          - {code: OLD, name: 旧法, short: 旧, issuer: 甲, kind: law, from: 2013-01-01, until: 2025-12-31, articles: 119}
          - {code: NEW, name: 新法, short: 新, issuer: 甲, kind: law, from: 2026-01-01, replaces: OLD, articles: 144}
        """

    static let frames = """
        frames:
          - id: brawl
            name: 殴打
            versions:
              - from: 2013-01-01
                until: 2025-12-31
                basis: [{law: OLD, article: "43"}]
                tiers: [{id: light, name: 轻, outcomes: [{fine: [0, 500]}]}, {id: plain, name: 一般, outcomes: [{fine: [200, 500]}]}]
              - from: 2026-01-01
                basis: [{law: NEW, article: "51"}]
                tiers: [{id: light, name: 轻, outcomes: [{fine: [0, 1000]}]}, {id: plain, name: 一般, outcomes: [{fine: [500, 1000]}]}]
        """

    static let facts = """
        facts:
          - {name: decidedAt, label: 决定时间, of: case, take: first, field: at, from: event:decision}
          - {name: reviewed, label: 审核通过, of: event:decision, take: exists, from: event:review, where: 'passed = true', before: at}
          - {name: reviews, label: 审核次数, of: case, take: count, from: event:review}
          - {name: reviewers, label: 审核人, of: event:decision, take: all, field: actor, from: event:review}
          - {name: police, label: 民警人数, of: event:inquiry, take: count, via: officers, where: 'kind = "police"'}
          - {name: kinds, label: 人员类别, of: event:inquiry, take: lookup, via: officers, field: kind}
          - {name: recorded, label: 全程录像, of: event:inquiry, take: covered, from: register:recording, link: event, interval: [at, endedAt], spans: [from, to]}
          - {name: fines, label: 罚款合计, of: case, take: sum, field: fine, from: event:decision}
          - {name: started, label: 开始, of: case, take: known, fields: [actAt, decidedAt]}
        """

    static func node(_ text: String, file: String = "small.yaml") throws -> PackNode {
        try YAMLFile.parse(text, file: file)
    }

    static func pack(laws: String = laws, facts: String = facts, frames: String = frames) throws -> RulePack {
        let laws = try LawBook(node(laws))
        return RulePack(
            schema: schema, laws: laws, facts: try FactBook([node(facts)], in: schema),
            frames: try FrameBook([node(frames)], laws: laws), calendar: china)
    }

    /// A rule book of one file of rules.
    static func book(_ rules: String, laws: String = laws, facts: String = facts) throws -> RuleBook {
        let pack = try pack(laws: laws, facts: facts)
        return try RuleBook(pack.rules([node(rules, file: "rules.yaml")]), pack: pack)
    }

    /// A file with one rule that is sound, but for the lines given instead of its own.
    static func rule(
        judges: String = "event:decision", form: String = "requires", when: String? = nil,
        pivot: String = "at",
        confidence: String = "V", members: String = "that: reviewed"
    ) -> String {
        """
        subject: 试验
        rules:
          - id: trial
            no: T01
            name: 试验规则
            judges: \(judges)
            form: \(form)
            confidence: \(confidence)
            severity: violation
            pivot: \(pivot)
            remedy: 重新审核。
            \(when.map { "when: '\($0)'" } ?? "note: 无")
            versions:
              - from: 2026-01-01
                basis: [{law: NEW, article: "97", paragraph: 1}]
                \(members.split(separator: "\n").joined(separator: "\n        "))
        """
    }
}

/// A record of the small pack: fields that are not named are not recorded.
struct SmallRecord {
    let register: String
    let id: String
    let fields: [String: Value]

    init(_ register: String, _ id: String, _ fields: [String: Value]) {
        self.register = register
        self.id = id
        self.fields = fields
    }

    static func event(_ kind: String, _ id: String, _ fields: [String: Value] = [:], case owner: String = "c")
        -> Self
    {
        Self("event", id, fields.merging(["kind": .text(kind), "case": .text(owner)]) { given, _ in given })
    }

    static func at(_ text: String) -> Value { .moment(moment(text)) }

    /// The records of the register in the order of its fields.
    func values() -> [Value] {
        SmallPack.schema.register(register)?.fields.map { fields[$0.id] ?? .null } ?? []
    }
}

extension RuleBook {
    /// The answers of the one rule of a book, by record id.
    func answers(_ records: [SmallRecord], asOf: String = "2026-12-31T12:00") -> [String: Answer] {
        var builder = TableBuilder(layout: layout)
        for record in records { builder.add(record.register, id: record.id, values: record.values()) }
        let tables = tables(builder)
        let found = judge(tables, asOf: moment(asOf), keeping: Set(Answer.allCases)).findings
        let table = layout.number(of: rules[0].subject) ?? 0
        return Dictionary(
            uniqueKeysWithValues: found.map { (tables.tables[table].ids[Int($0.row)], $0.answer) })
    }
}
