import Pack
import PackFiles
import Registers
import Testing

/// The line that is never crossed: power is watched, the public is not.
@Suite("Nothing identifies a member of the public")
struct PrivacyTests {
    /// What no column may be called, in any register and by any heading.
    static let identifying = [
        "姓名", "名字", "曾用名", "绰号", "身份证", "证件", "护照", "电话", "手机", "微信", "邮箱", "住址", "住所", "地址", "户籍", "籍贯",
        "民族", "出生", "生日", "性别", "车牌", "号牌", "车辆", "银行", "账号", "账户", "指纹", "人脸", "照片", "声纹", "虹膜", "基因", "画像",
        "轨迹", "前科", "信用", "评分", "风险", "等级", "亲属",
    ]

    /// The same for the ids that code and rules use.
    static let identifyingIDs = [
        "phone", "mobile", "address", "plate", "birth", "gender", "ethnic", "passport", "identitynumber",
        "biometric", "face", "finger", "score", "risk",
    ]

    /// Columns whose word is about a decision or a unit; their registers refer to no officer and no party.
    static let ofDecisionsAndUnits = [
        "decision-step.controllable", "major-decision.risky", "quality-result.score",
    ]

    /// Registers whose `name` is that of a unit, a class, a catalogue or an activity; people have badge codes and roles.
    static let named = ["unit", "rotation-class", "decision-catalogue", "data-processing"]

    @Test("What is called by a forbidden word is about a decision or a unit")
    func wordsOfDecisionsAndUnits() throws {
        for place in Self.ofDecisionsAndUnits {
            let register = try #require(try Repository.registers()[String(place.prefix { $0 != "." })])
            let people = ["officer", "party"].map { FieldType.reference(register: $0) }
            #expect(!register.fields.contains { people.contains($0.type) }, "\(register.id)")
        }
    }

    @Test("No register has a column for what identifies or profiles a person")
    func columns() throws {
        for register in try Repository.registers().registers {
            for field in register.fields {
                let place = "\(register.id).\(field.id)"
                guard !Self.ofDecisionsAndUnits.contains(place) else { continue }
                for heading in [field.label] + field.aliases {
                    for word in Self.identifying { #expect(!heading.contains(word), "\(place)：\(heading)") }
                }
                let id = field.id.lowercased()
                for word in Self.identifyingIDs { #expect(!id.contains(word), "\(place)") }
                if id.hasSuffix("name") { #expect(Self.named.contains(register.id), "\(place)") }
            }
        }
    }

    @Test("A party is a case, a role and an age band: there is no text that could name anybody")
    func party() throws {
        let party = try #require(try Repository.registers()["party"])
        #expect(party.fields.map(\.id) == ["case", "ordinal", "role", "kind", "ageBand", "recordedAt"])
        #expect(party.key == ["case", "role", "ordinal"])
        #expect(
            party.field("case")?.type == .reference(register: "case")
                && party.field("case")?.isRequired == true)
        #expect(!party.fields.contains { $0.type == .text || $0.isList })
    }

    /// Free text is where a name could slip in, so a further one is thought about here first.
    @Test(
        "What is free text about a case is known, and its help says to write no names",
        arguments: [
            ("case", numbers: ["number", "frame"], prose: ["title"]),
            (
                "event", numbers: ["paper", "tier", "benchmark", "benchmarkTier"],
                prose: ["reason", "openReason", "departureReason"]
            ),
            ("venue-visit", numbers: ["venue"], prose: []),
            ("recording", numbers: ["file", "sha256"], prose: []),
            ("intake", numbers: ["number"], prose: []),
            ("exhibit", numbers: ["number", "place"], prose: []),
            ("monitor-device", numbers: ["number", "location"], prose: []),
            ("reconsideration", numbers: ["number"], prose: []),
            ("lawsuit", numbers: ["number"], prose: []),
            ("remedy-evidence", numbers: ["number"], prose: []),
            ("compensation", numbers: ["number"], prose: []),
            ("duty-request", numbers: ["number"], prose: []),
            ("disclosure", numbers: ["number"], prose: []),
            ("victim-query", numbers: [], prose: []),
            ("case-file", numbers: ["number"], prose: []),
        ])
    func freeText(register id: String, numbers: [String], prose: [String]) throws {
        let register = try #require(try Repository.registers()[id])
        let texts = register.fields.filter { $0.type == .text }
        #expect(Set(texts.map(\.id)) == Set(numbers + prose))
        for field in texts where prose.contains(field.id) { #expect(field.help.contains("不写人名")) }
    }

    @Test("Only an event refers to a party, to one, and belongs to one case itself")
    func references() throws {
        let registers = try Repository.registers()
        for register in registers.registers {
            for field in register.fields where field.type == .reference(register: "party") {
                #expect(register.id == "event" && field.id == "party" && !field.isList)
            }
        }
        let event = try #require(registers["event"])
        #expect(
            event.field("case")?.type == .reference(register: "case")
                && event.field("case")?.isRequired == true)
    }

    /// Related events lie in the subject's own case (`Law/Facts/RelatedRows`), so a party is met in its case only.
    @Test("No fact, rule, figure or claim counts parties or looks for one beyond its case")
    func packs() throws {
        for file in try Repository.packFiles() {
            walk(file) { mapping in
                for key in ["of", "from", "judges", "with", "register"] where mapping[key].map(names) == true
                {
                    // A field that refers to a party is the event's own, as the test above holds.
                    if key == "register", mapping["type"] != nil || mapping["fields"] != nil { continue }
                    Issue.record("\(file.place.file)：“\(key)”指向当事人台账")
                }
                if mapping["link"] == ["party"] {
                    #expect(
                        mapping["from"]?.allSatisfy { $0.hasPrefix("event:") } == true, "\(file.place.file)")
                }
                if case .mapping(let members)? = mapping.node("match")?.content {
                    #expect(!members.contains { $0.key == "party" || texts($0.value) == ["party"] })
                }
            }
        }
    }

    /// Adding a file here means that somebody has asked what it does with parties of different cases.
    @Test("Only these files know the register of parties by name")
    func sources() throws {
        let known = [
            // Writes the invented ones.
            "Sources/Demo/Writing/CaseDraft+Records.swift",
            // Tells two inquiries of one officer apart.
            "Sources/Law/Rules/Checks/InquirySeparately.swift",
            // Show role and ordinal beside an event of the case.
            "Sources/Service/Pages/BureauPages+Cases.swift", "Sources/Service/Pages/RecordLabels.swift",
        ]
        let found = try Repository.files(in: "Sources", ending: ".swift").filter {
            try Repository.text($0).contains("\"party\"")
        }
        #expect(Set(found).subtracting(known).isEmpty)
    }
}

/// A mapping of a pack file, with scalars and lists of scalars as texts.
private struct Members {
    let members: [PackNode.Member]

    func node(_ key: String) -> PackNode? { members.first { $0.key == key }?.value }

    subscript(_ key: String) -> [String]? { node(key).map(texts) }
}

private func names(_ texts: [String]) -> Bool { texts.contains("party") || texts.contains("register:party") }

private func texts(_ node: PackNode) -> [String] {
    switch node.content {
    case .scalar(let text): [text]
    case .sequence(let elements): elements.flatMap(texts)
    case .mapping: []
    }
}

private func walk(_ node: PackNode, _ visit: (Members) -> Void) {
    switch node.content {
    case .scalar: break
    case .sequence(let elements): for element in elements { walk(element, visit) }
    case .mapping(let members):
        visit(Members(members: members))
        for member in members { walk(member.value, visit) }
    }
}
