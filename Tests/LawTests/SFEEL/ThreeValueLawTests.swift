import Law
import Testing

@Suite("S-FEEL: laws of three values, from seeds")
struct ThreeValueLawTests {
    private static let names = ["x", "y", "z"]

    /// A condition over x, y and z that never asks for null itself.
    private func condition(_ depth: Int, _ random: inout SplitMix64) -> String {
        func name() -> String { Self.names.randomElement(using: &random) ?? "x" }
        func term() -> String {
            Bool.random(using: &random) ? name() : String(Int.random(in: 0...3, using: &random))
        }
        guard depth > 0 else {
            switch Int.random(in: 0...6, using: &random) {
            case 0: return "\(term()) = \(term())"
            case 1: return "\(term()) != \(term())"
            case 2: return "\(term()) < \(term())"
            case 3: return "\(term()) between \(term()) and \(term())"
            case 4: return "\(term()) in (\(term()), > \(term()))"
            case 5: return "\(name()) + \(term()) >= \(term())"
            default: return "\(term()) in not(\(term()), [\(term())..\(term())))"
            }
        }
        switch Int.random(in: 0...2, using: &random) {
        case 0: return "(\(condition(depth - 1, &random))) and (\(condition(depth - 1, &random)))"
        case 1: return "(\(condition(depth - 1, &random))) or (\(condition(depth - 1, &random)))"
        default: return "not(\(condition(depth - 1, &random)))"
        }
    }

    private func truth(_ text: String, _ record: [String: Value], _ nulls: NullReading) throws -> Bool? {
        try Expression.parse(text).evaluate(nulls: nulls) { record[$0] ?? .null }.truth
    }

    /// Every way to fill in what is not recorded.
    private func completions(_ record: [String: Value]) -> [[String: Value]] {
        Self.names.reduce([record]) { records, name in
            records.flatMap { record -> [[String: Value]] in
                guard record[name] == nil else { return [record] }
                return (0...3).map { record.merging([name: .number(Number($0))]) { $1 } }
            }
        }
    }

    private func record(_ random: inout SplitMix64) -> [String: Value] {
        var record: [String: Value] = [:]
        for name in Self.names where Bool.random(using: &random) {
            record[name] = .number(Number(Int.random(in: 0...3, using: &random)))
        }
        return record
    }

    @Test("What judging knows of a record stays so whatever the record is completed with", arguments: 0..<300)
    func monotone(seed: Int) throws {
        var random = SplitMix64(seed: seed)
        let text = condition(Int.random(in: 0...3, using: &random), &random)
        let record = record(&random)
        guard let known = try truth(text, record, .asUnknown) else { return }
        for completion in completions(record) {
            #expect(try truth(text, completion, .asUnknown) == known, "\(text) \(record)")
        }
    }

    @Test(
        "Of a record with every value the two readings say the same, and it is never unknown",
        arguments: 0..<200)
    func complete(seed: Int) throws {
        var random = SplitMix64(seed: seed)
        let text = condition(3, &random)
        for record in completions(record(&random)) {
            let truth = try truth(text, record, .asValue)
            #expect(truth != nil)
            #expect(try self.truth(text, record, .asUnknown) == truth, "\(text) \(record)")
        }
    }

    @Test("De Morgan, double negation, order and idempotence, in both readings", arguments: 0..<200)
    func laws(seed: Int) throws {
        var random = SplitMix64(seed: seed)
        let (a, b) = (condition(2, &random), condition(2, &random))
        let record = record(&random)
        for nulls in [NullReading.asValue, .asUnknown] {
            func same(_ one: String, _ other: String) throws {
                #expect(
                    try truth(one, record, nulls) == truth(other, record, nulls),
                    "\(one) | \(other) \(record)")
            }
            try same("not((\(a)) and (\(b)))", "not(\(a)) or not(\(b))")
            try same("not((\(a)) or (\(b)))", "not(\(a)) and not(\(b))")
            try same("not(not(\(a)))", a)
            try same("(\(a)) and (\(b))", "(\(b)) and (\(a))")
            try same("(\(a)) or (\(b))", "(\(b)) or (\(a))")
            try same("(\(a)) or (\(a))", a)
        }
    }
}
