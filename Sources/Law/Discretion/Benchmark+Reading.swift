package import Pack

/// What a benchmark file is read against.
package struct BenchmarkContext: Sendable {
    package let frames: FrameBook
    package let laws: LawBook
    package let circumstances: CircumstanceBook

    package init(frames: FrameBook, laws: LawBook, circumstances: CircumstanceBook) {
        self.frames = frames
        self.laws = laws
        self.circumstances = circumstances
    }
}

extension Benchmark {
    /// Reads one element of `benchmarks:` and refuses what the entry checks refuse.
    package init(_ node: PackNode, in context: BenchmarkContext) throws(PackError) {
        var mapping = try PackMapping(node)
        place = node.place
        id = try mapping.required("id").text
        title = try mapping.required("title").text
        issuer = try mapping.required("issuer").text
        documentNumber = try mapping.required("documentNumber").text
        isSample = try mapping.optional("sample")?.boolean ?? false
        publishedOn = try mapping.required("publishedOn").day
        publication = try mapping.required("publication").text
        inForce = try InForce(&mapping)
        let lawNode = try mapping.required("law")
        law = try lawNode.text
        guard context.laws.statute(law) != nil else {
            throw PackError(
                .danglingReference(kind: "法律", id: law, allowed: context.laws.codes), at: lawNode.place)
        }
        boundary = try mapping.optional("boundary").map { node throws(PackError) in
            try node.word(of: Preference.self)
        }
        several = try mapping.optional("several").map { node throws(PackError) in
            try node.word(of: Preference.self)
        }
        acts = try Act.list(try mapping.required("acts"), law: law, in: context)
        var factors: [BenchmarkFactor] = []
        for element in try mapping.optional("factors")?.elements ?? [] {
            factors.append(try BenchmarkFactor(element, in: context.circumstances))
        }
        self.factors = factors
        try mapping.finish()
        try check(context.circumstances)
    }

    /// Reads `benchmarks/*.yaml`, one node a file.
    package static func list(
        _ files: [PackNode], in context: BenchmarkContext
    ) throws(PackError) -> [Benchmark] {
        var benchmarks: [Benchmark] = []
        for file in files {
            var mapping = try PackMapping(file)
            for element in try mapping.required("benchmarks").elements {
                let benchmark = try Benchmark(element, in: context)
                guard !benchmarks.contains(where: { $0.id == benchmark.id }) else {
                    throw PackError(.duplicate(kind: "裁量基准", id: benchmark.id), at: element.place)
                }
                benchmarks.append(benchmark)
            }
            try mapping.finish()
        }
        return benchmarks
    }
}

extension Benchmark.Act {
    fileprivate static func list(
        _ node: PackNode, law: String, in context: BenchmarkContext
    ) throws(PackError) -> [Benchmark.Act] {
        var acts: [Benchmark.Act] = []
        for element in try node.elements(atLeastOne: "种行为") {
            let act = try Benchmark.Act(element, law: law, in: context)
            guard !acts.contains(where: { $0.frame.id == act.frame.id }) else {
                throw PackError(.duplicate(kind: "行为", id: act.frame.id), at: element.place)
            }
            acts.append(act)
        }
        return acts
    }

    private init(_ node: PackNode, law: String, in context: BenchmarkContext) throws(PackError) {
        var mapping = try PackMapping(node)
        place = node.place
        let frameNode = try mapping.required("frame")
        let id = try frameNode.text
        guard let frame = context.frames.frame(id) else {
            let allowed = context.frames.frames.map(\.id)
            throw PackError(.danglingReference(kind: "法定幅度", id: id, allowed: allowed), at: frameNode.place)
        }
        self.frame = frame
        guard let version = frame.versions.first(where: { $0.basis.first?.law == law }) else {
            throw PackError(.badValue(id, why: "\(law) 中没有这种行为的法定幅度"), at: frameNode.place)
        }
        self.version = version
        var tiers: [Benchmark.Tier] = []
        for element in try mapping.required("tiers").elements(atLeastOne: "个阶次") {
            let tier = try Benchmark.Tier(element, types: context.circumstances.types)
            guard !tiers.contains(where: { $0.id == tier.id }) else {
                throw PackError(.duplicate(kind: "阶次", id: tier.id), at: element.place)
            }
            tiers.append(tier)
        }
        self.tiers = tiers
        try mapping.finish()
    }
}

extension Benchmark.Tier {
    private static let otherwise = "otherwise"

    fileprivate init(_ node: PackNode, types: [String: ValueType]) throws(PackError) {
        var mapping = try PackMapping(node)
        place = node.place
        id = try mapping.required("id").text
        name = try mapping.required("name").text
        statutory = try mapping.required("of").text
        open = try mapping.has("open") ? try mapping.required("open").text : mapping.optional("open")?.text
        if let when = mapping.optional("when") {
            condition =
                try when.text == Self.otherwise
                ? .otherwise : .when(try Condition.overCircumstances(when, types: types))
        } else if open != nil {
            condition = .openOnly
        } else {
            throw PackError(.missingKey("when"), at: node.place)
        }
        outcomes = try PenaltyOutcome.list(try mapping.required("outcomes"))
        try mapping.finish()
    }
}

extension BenchmarkFactor {
    fileprivate init(_ node: PackNode, in circumstances: CircumstanceBook) throws(PackError) {
        var mapping = try PackMapping(node)
        place = node.place
        id = try mapping.required("id").text
        name = try mapping.required("name").text
        // A benchmark narrows the law; it cannot add a ground for going below it or for no penalty.
        effects = try Factor.Effect.list(
            try mapping.required("effects"), among: [.heavier, .lighter])
        isMust = try mapping.required("must").boolean
        condition = try Condition.overCircumstances(
            try mapping.required("when"), types: circumstances.types)
        try mapping.finish()
    }
}

extension Condition {
    /// Entry check `conditions-typed`: a condition names declared circumstances and compares them with constants.
    fileprivate static func overCircumstances(
        _ node: PackNode, types: [String: ValueType]
    ) throws(PackError) -> Condition {
        let condition = try Condition(node)
        do { try condition.expression.checkCondition(in: types) } catch {
            throw PackError(sfeel: error, in: condition.text, at: condition.place)
        }
        guard condition.expression.comparesWithConstants, !condition.expression.names.isEmpty else {
            throw PackError(
                .badValue(condition.text, why: "阶次的条件只能把申报过的情节与常数比较，用 and、or、not 连接；否则无法核对有没有空档和重叠"),
                at: condition.place)
        }
        return condition
    }
}
