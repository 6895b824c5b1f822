import Law
import Pack
import PackFiles

/// An invented benchmark over the national pack's frames, spoilt line by line in the tests.
enum SmallBenchmark {
    static let pack = Result { try NationalPack.rulePack() }

    static let text = """
        benchmarks:
          - id: small
            title: 试验基准
            issuer: 甲局
            documentNumber: 甲〔2026〕1号
            publishedOn: 2025-12-01
            publication: 甲网
            from: 2026-01-01
            law: ZA25
            boundary: heavier
            several: heavier
            acts:
              - frame: gambling
                tiers:
                  - {id: low, name: 少, of: basic, when: 'stake <= 1000', outcomes: [{detentionDays: [0, 3]}, {fine: [0, 500]}]}
                  - {id: high, name: 多, of: basic, when: 'stake >= 1000 and stake < 3000', outcomes: [{detentionDays: [3, 5]}, {fine: [500, 1000]}]}
                  - {id: graver, name: 严重, of: graver, when: 'stake >= 3000 or minorsInvolved', open: 其他严重情形, outcomes: [{detentionDays: [10, 15], fine: [1000, 5000]}]}
        """

    static func read(_ text: String = text) throws -> Benchmark {
        let pack = try pack.get()
        let context = BenchmarkContext(
            frames: pack.frames, laws: pack.laws, circumstances: pack.benchmarks.circumstances)
        return try Benchmark.list([YAMLFile.parse(text, file: "b.yaml")], in: context)[0]
    }

    /// Why the text with one piece changed is refused; `nil` when it is read.
    static func refusal(_ right: String, _ wrong: String) throws -> PackError? {
        precondition(text.contains(right), right)
        do {
            _ = try read(text.replacing(right, with: wrong))
            return nil
        } catch let error as PackError {
            return error
        }
    }
}

/// What a decision's record says, by name.
struct Decision {
    var values: [String: Value]

    /// A gambling decision of March 2026.
    init(_ values: [String: Value] = [:]) {
        self.values = [
            "case.frame": .text("gambling"), "case.actAt": Decision.moment("2026-03-01T10:00"),
            "at": Decision.moment("2026-03-05T10:00"), "penaltyKinds": .list([.text("fine")]),
            "fine": .number(Number(500)), "amount": .number(Number(800)), "tier": .text("basic"),
        ].merging(values) { $1 }
    }

    static func moment(_ text: String) -> Value { Moment(text).map(Value.moment) ?? .null }

    static func texts(_ words: String...) -> Value { .list(words.map(Value.text)) }

    var facts: DecisionFacts {
        let values = values
        return DecisionFacts { values[$0] ?? .null }
    }

    func judged(under draft: Benchmark? = nil) throws -> Discretion {
        DiscretionJudge(try SmallBenchmark.pack.get()).judge(facts, under: draft)
    }
}
