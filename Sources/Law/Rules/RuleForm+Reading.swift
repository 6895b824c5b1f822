import Pack

extension RuleForm {
    /// Reads the form's own members of a version.
    init(_ word: Word, _ mapping: inout PackMapping, in pack: RulePack) throws(PackError) {
        switch word {
        case .deadline: self = .deadline(try DeadlineForm(&mapping, isDuration: false, in: pack))
        case .duration: self = .duration(try DeadlineForm(&mapping, isDuration: true, in: pack))
        case .sequence: self = .sequence(try SequenceForm(&mapping))
        case .requires: self = .requires(try Condition(try mapping.required("that")), try Compared(&mapping))
        case .forbids: self = .forbids(try Condition(try mapping.required("that")), try Compared(&mapping))
        case .count: self = .count(of: try mapping.name("of"), try Bounds.list(&mapping))
        case .approval: self = .approval(try ApprovalForm(&mapping))
        case .separation:
            self = .separation(
                who: try mapping.name("who"), isNot: try NameUse.list(try mapping.required("isNot")))
        case .coverage:
            let interval = try NameUse.pair(try mapping.required("interval"))
            let cover = try DeadlineForm.Exclusion(try mapping.required("by"), in: pack.schema)
            self = .coverage(interval: interval, cover.related, spans: cover.spans)
        case .range: self = try Self.range(&mapping)
        case .reconcile: self = .reconcile(try ReconcileForm(&mapping, in: pack.schema))
        case .check:
            self = .check(try Checks.named(try mapping.required("check"), mapping.optional("parameters")))
        }
    }

    private static func range(_ mapping: inout PackMapping) throws(PackError) -> RuleForm {
        let value = try mapping.name("value")
        if let benchmark = mapping.optional("benchmark") {
            return .benchmark(
                BenchmarkForm(
                    value: value, benchmark: try NameUse(benchmark), frame: try mapping.name("frame"),
                    kind: try mapping.required("kind").word(of: PenaltyFrame.Kind.self)))
        }
        guard let frame = mapping.optional("frame") else {
            return .range(value: value, try Bounds.list(&mapping))
        }
        return .frame(
            FrameForm(
                value: value, frame: try NameUse(frame), tier: try mapping.name("tier"),
                kind: try mapping.required("kind").word(of: PenaltyFrame.Kind.self),
                beside: try mapping.optionalName("beside")))
    }
}

extension PackMapping {
    mutating func name(_ key: String) throws(PackError) -> NameUse { try NameUse(try required(key)) }

    mutating func optionalName(_ key: String) throws(PackError) -> NameUse? {
        guard let node = optional(key) else { return nil }
        return try NameUse(node)
    }

    mutating func optionalLength(_ key: String) throws(PackError) -> Length? {
        guard let node = optional(key) else { return nil }
        return try node.length
    }

    /// A number or, where no number stands, a name.
    mutating func optionalLimit(_ key: String) throws(PackError) -> Bounds.Limit? {
        guard let node = optional(key) else { return nil }
        let text = try node.text
        return text.first?.isLetter == true ? .name(try NameUse(node)) : .number(try node.number)
    }

    mutating func optionalCondition(_ key: String) throws(PackError) -> Condition? {
        guard let node = optional(key) else { return nil }
        return try Condition(node)
    }
}

extension DeadlineForm {
    init(_ mapping: inout PackMapping, isDuration: Bool, in pack: RulePack) throws(PackError) {
        start = try mapping.name("start")
        end = try mapping.name(isDuration ? "end" : "done")
        limits = try Limit.list(&mapping)
        rolls = isDuration ? false : try mapping.required("roll").boolean
        var exclusions: [Exclusion] = []
        for element in try mapping.optional("exclude")?.elements ?? [] {
            exclusions.append(try Exclusion(element, in: pack.schema))
        }
        self.exclusions = exclusions
        `extension` = try mapping.optional("extend").map { node throws(PackError) in
            try Extension(node, in: pack.schema)
        }
        lenient = isDuration ? nil : try mapping.optionalLength("lenient")
    }
}

extension DeadlineForm.Limit {
    static func list(_ mapping: inout PackMapping) throws(PackError) -> [DeadlineForm.Limit] {
        guard let limits = mapping.optional("limits") else {
            return [DeadlineForm.Limit(condition: nil, within: try mapping.required("within").length)]
        }
        var found: [DeadlineForm.Limit] = []
        for element in try limits.elements(atLeastOne: "档") {
            var limit = try PackMapping(element)
            found.append(
                DeadlineForm.Limit(
                    condition: try limit.optionalCondition("when"),
                    within: try limit.required("within").length))
            try limit.finish()
        }
        return found
    }
}

extension DeadlineForm.Exclusion {
    init(_ node: PackNode, in schema: Schema) throws(PackError) {
        var mapping = try PackMapping(node)
        related = try RelatedClause(&mapping, in: schema)
        spans = try NameUse.pair(try mapping.required("spans"))
        try mapping.finish()
    }
}

extension DeadlineForm.Extension {
    init(_ node: PackNode, in schema: Schema) throws(PackError) {
        var mapping = try PackMapping(node)
        related = try RelatedClause(&mapping, in: schema)
        by = try mapping.required("by").length
        atMost = try mapping.required("atMost").integer(in: 1...99)
        try mapping.finish()
    }
}

extension SequenceForm {
    init(_ mapping: inout PackMapping) throws(PackError) {
        first = try mapping.name("first")
        then = try mapping.name("then")
        apart = try mapping.optionalLength("apart")
        isStrict = apart == nil ? try mapping.optional("strict")?.boolean ?? false : false
        lenient = apart == nil ? nil : try mapping.optionalLength("lenient")
    }
}

extension Compared {
    init(_ mapping: inout PackMapping) throws(PackError) {
        observed = try mapping.optionalName("observed")
        limit = try mapping.optionalName("limit")
    }
}

extension Bounds {
    /// - Parameter hasMost: Whether a most makes sense: nobody approves at too high a level.
    static func list(_ mapping: inout PackMapping, hasMost: Bool = true) throws(PackError) -> [Bounds] {
        guard let limits = mapping.optional("limits") else {
            let either = hasMost ? "atLeast、atMost 或 limits" : "atLeast 或 limits"
            return [try Bounds(&mapping, nil, hasMost: hasMost, either: either)]
        }
        var found: [Bounds] = []
        for element in try limits.elements(atLeastOne: "档") {
            var limit = try PackMapping(element)
            let condition = try limit.optionalCondition("when")
            let either = hasMost ? "atLeast 或 atMost" : "atLeast"
            found.append(try Bounds(&limit, condition, hasMost: hasMost, either: either))
            try limit.finish()
        }
        return found
    }

    private init(
        _ mapping: inout PackMapping, _ condition: Condition?, hasMost: Bool, either: String
    ) throws(PackError) {
        self.condition = condition
        atLeast = try mapping.optionalLimit("atLeast")
        atMost = hasMost ? try mapping.optionalLimit("atMost") : nil
        guard atLeast != nil || atMost != nil else {
            throw PackError(.missingKey(either), at: mapping.place)
        }
    }
}

extension ApprovalForm {
    init(_ mapping: inout PackMapping) throws(PackError) {
        level = try mapping.name("level")
        atLeast = try Bounds.list(&mapping, hasMost: false)
        approvedAt = try mapping.optionalName("approvedAt")
        before = try mapping.optionalName("before")
        let start = try mapping.optionalName("after")
        let within = try mapping.optionalLength("within")
        switch (start, within) {
        case (let start?, let within?): after = (start, within)
        case (nil, nil): after = nil
        default: throw PackError(.missingKey(start == nil ? "after" : "within"), at: mapping.place)
        }
        guard approvedAt != nil || (before == nil && after == nil) else {
            throw PackError(.missingKey("approvedAt"), at: mapping.place)
        }
    }
}

extension ReconcileForm {
    init(_ mapping: inout PackMapping, in schema: Schema) throws(PackError) {
        place = mapping.place
        with = try Subject(try mapping.required("with"), in: schema)
        own = try NameUse.list(try mapping.required("own"))
        theirs = try NameUse.list(try mapping.required("theirs"))
        condition = try mapping.optionalCondition("where")
        guard own.count == theirs.count else {
            throw PackError(.expected("与 own 同样多的名称", found: "\(theirs.count) 个"), at: mapping.place)
        }
    }
}
