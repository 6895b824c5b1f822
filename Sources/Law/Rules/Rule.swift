package import Pack

/// One rule of the pack: what it judges, when it applies, and its versions in time.
package struct Rule: Sendable {
    package enum Severity: String, CaseIterable, Hashable, Sendable {
        case minor, violation, grave

        package var chinese: String {
            switch self {
            case .minor: "轻微瑕疵"
            case .violation: "违反法定程序"
            case .grave: "重大且明显违法"
            }
        }
    }

    /// How sure the catalogue is of the provision: `V` read in a text, `S` in an excerpt, `M` from memory.
    package enum Confidence: String, CaseIterable, Hashable, Sendable {
        case V, S, M

        /// Whether a fault under the rule may be called one; the others only inform (待核).
        package var isVerified: Bool { self == .V }
    }

    package let id: String
    /// The catalogue number: `C06`.
    package let number: String
    package let name: String
    /// `传唤与询问`
    package let topic: String
    package let subject: Subject
    package let form: RuleForm.Word
    package let confidence: Confidence
    package let severity: Severity
    /// The moment or day that picks the version.
    package let pivot: NameUse
    /// Where the rule applies at all.
    package let scope: Condition?
    /// Further names whose values stand beside each finding: on what it rests.
    package let shows: [NameUse]
    /// What the office should do about a fault.
    package let remedy: String
    /// In order of time, without overlap or gap.
    package let versions: [RuleVersion]
    package let examples: [RuleExample]
    package let note: String?
    package let place: PackPlace

    init(_ node: PackNode, topic: String, in pack: RulePack) throws(PackError) {
        var mapping = try PackMapping(node)
        place = node.place
        self.topic = topic
        id = try mapping.required("id").text
        number = try mapping.required("no").text
        name = try mapping.required("name").text
        subject = try Subject(try mapping.required("judges"), in: pack.schema)
        form = try mapping.required("form").word(of: RuleForm.Word.self)
        let confidence = try mapping.required("confidence")
        self.confidence = try confidence.word(of: Confidence.self)
        severity = try mapping.required("severity").word(of: Severity.self)
        pivot = try NameUse(try mapping.required("pivot"))
        scope = try mapping.optional("when").map { node throws(PackError) in try Condition(node) }
        shows = try mapping.optional("shows").map { node throws(PackError) in try NameUse.list(node) } ?? []
        remedy = try mapping.required("remedy").text
        versions = try Self.versions(try mapping.required("versions"), of: id, form: form, in: pack)
        if self.confidence.isVerified {
            try Self.checkTexts(of: versions, in: pack.laws, at: confidence.place)
        }
        var examples: [RuleExample] = []
        for element in try mapping.optional("examples")?.elements ?? [] {
            examples.append(try RuleExample(element, judging: subject, in: pack.schema))
        }
        self.examples = examples
        note = try mapping.optional("note")?.text
        try mapping.finish()
    }

    /// Nobody has read a provision in a text that could not be collected.
    private static func checkTexts(
        of versions: [RuleVersion], in laws: LawBook, at place: PackPlace
    ) throws(PackError) {
        for citation in versions.flatMap(\.basis) where laws.statute(citation.law)?.articles == nil {
            throw PackError(.badValue("V", why: "\(citation)的文本没有收入，只能标 S 或者 M"), at: place)
        }
    }

    private static func versions(
        _ node: PackNode, of id: String, form: RuleForm.Word, in pack: RulePack
    ) throws(PackError) -> [RuleVersion] {
        var versions: [RuleVersion] = []
        for element in try node.elements(atLeastOne: "个版本") {
            versions.append(try RuleVersion(element, form: form, in: pack))
        }
        versions.sort { $0.inForce.from < $1.inForce.from }
        for (earlier, later) in zip(versions, versions.dropFirst()) {
            guard let last = earlier.inForce.until, last < later.inForce.from else {
                throw PackError(.overlappingPeriods("规则 \(id) 的版本"), at: later.place)
            }
            guard last.adding(days: 1) == later.inForce.from else {
                throw PackError(.gapBetweenPeriods("规则 \(id) 的版本"), at: later.place)
            }
        }
        return versions
    }
}

/// What a rule says while one state of the law is in force.
package struct RuleVersion: Sendable {
    package let inForce: InForce
    package let basis: [Citation]
    /// Provisions that say otherwise and give way to the basis: a rule of 2020 to a law of 2025 (立法法第九十九条).
    package let displaces: [Citation]
    package let form: RuleForm
    package let place: PackPlace

    init(_ node: PackNode, form word: RuleForm.Word, in pack: RulePack) throws(PackError) {
        var mapping = try PackMapping(node)
        place = node.place
        inForce = try InForce(&mapping)
        basis = try Citation.list(try mapping.required("basis"), laws: pack.laws)
        displaces =
            try mapping.optional("displaces").map { node throws(PackError) in
                try Citation.list(node, laws: pack.laws)
            } ?? []
        form = try RuleForm(word, &mapping, in: pack)
        for length in form.lengths {
            if let setter = basis.first { try pack.laws.check(length, under: setter, at: place) }
        }
        try mapping.finish()
    }
}
