import Foundation
import Law
package import Ledger
import Pack

/// A DMN model held against files of test cases, result by result.
package struct DMNTestRun: Sendable {
    package struct Result: Sendable {
        package let file: String
        package let caseID: String
        package let node: String
        package let passed: Bool
        package let expected: String
        package let actual: String
        /// Why the decision gave null, where it is known.
        package let why: String?
    }

    package let model: String
    package let results: [Result]

    package var failed: Int { results.count { !$0.passed } }

    /// - Throws: A `ServiceError` for a file that is not there or cannot be read.
    package init(model path: String, tests: [String]) throws {
        do {
            let model = try DecisionModel(DMNFile(Self.bytes(path), file: Self.name(path)).model)
            var results: [Result] = []
            for test in tests {
                let file = try DMNTestFile(Self.bytes(test), file: Self.name(test))
                for one in file.cases { results += Self.run(one, of: Self.name(test), on: model) }
            }
            self.model = model.name
            self.results = results
        } catch let error as PackError {
            throw ServiceError(.data, "文件读不进来，没有核对：\n\(error)")
        }
    }

    private static func bytes(_ path: String) throws -> [UInt8] {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw ServiceError(.use, "找不到文件 \(path)，或没有权限读取。")
        }
        return [UInt8](data)
    }

    private static func name(_ path: String) -> String { URL(fileURLWithPath: path).lastPathComponent }

    private static func run(
        _ one: DMNTestFile.Case, of file: String, on model: DecisionModel
    ) -> [Result] {
        var inputs: [String: Value] = [:]
        for input in one.inputs {
            inputs[input.name] = input.value.value(as: model.input(input.name)?.type ?? .any)
        }
        var run = ModelRun(model, inputs: inputs)
        return one.results.map { name, expected in
            func result(_ actual: Value?, _ why: String?) -> Result {
                Result(
                    file: file, caseID: one.id, node: name,
                    passed: actual.map { expected.matches($0) } ?? false,
                    expected: expected.description, actual: actual?.plain ?? "—", why: why)
            }
            guard one.kind == "decision" else { return result(nil, "不支持直接测试 \(one.kind)") }
            guard let decision = model.decision(name) else { return result(nil, "模型里没有这个决策") }
            let value = run.decide(decision)
            return result(value, run.faults[decision.id]?.description)
        }
    }
}

extension DMNTestValue: CustomStringConvertible {
    package var description: String {
        switch self {
        case .nothing: "null"
        case .scalar(let text, _): text.isEmpty ? "null" : text
        case .list(let elements): "[" + elements.map(\.description).joined(separator: ", ") + "]"
        case .structure(let parts):
            "{" + parts.map { "\($0.name): \($0.value)" }.sorted().joined(separator: ", ") + "}"
        }
    }

    /// How far two numbers may lie apart: what the runners of the TCK allow.
    private static let tolerance = Decimal("0.00000001") ?? .zero

    /// Whether a decision gave what is expected.
    func matches(_ actual: Value) -> Bool {
        switch (self, actual) {
        case (.nothing, _): return actual.isNull
        case (.scalar(let text, nil), .null): return text.isEmpty
        case (.scalar(let text, let xsd), _):
            if let type = xsd.flatMap(Self.type), actual.type != type { return false }
            let expected = Self.read(text, as: actual.type)
            guard let a = expected.decimal, let b = actual.decimal else {
                return !actual.isNull && expected == actual
            }
            guard let difference = a.minus(b) else { return false }
            return max(difference, difference.negated) < Self.tolerance
        case (.list(let expected), .list(let elements)):
            return expected.count == elements.count && zip(expected, elements).allSatisfy { $0.matches($1) }
        case (.structure(let expected), .context(let values)):
            return Set(expected.map(\.name)) == Set(values.keys)
                && expected.allSatisfy { $0.value.matches(values[$0.name] ?? .null) }
        default: return false
        }
    }
}

extension Value {
    /// As the test files write it.
    fileprivate var plain: String {
        switch self {
        case .null: "null"
        case .boolean(let truth): truth ? "true" : "false"
        case .list(let elements): "[" + elements.map(\.plain).joined(separator: ", ") + "]"
        case .context(let values):
            "{" + values.map { "\($0.key): \($0.value.plain)" }.sorted().joined(separator: ", ") + "}"
        default: description
        }
    }
}

extension DMNTestRun {
    package var lines: [String] {
        results.map { result in
            let head = "\(result.passed ? "通过" : "不符")\t\(result.file) \(result.caseID)\t\(result.node)"
            guard !result.passed else { return head }
            return head + "\n\t应为 \(result.expected)，实为 \(result.actual)"
                + (result.why.map { "（\($0)）" } ?? "")
        } + ["\(model)：通过 \(results.count - failed)，不符 \(failed)"]
    }

    package var json: JSONValue {
        [
            "model": .string(model), "passed": .number(results.count - failed), "failed": .number(failed),
            "results": .array(
                results.map {
                    [
                        "file": .string($0.file), "case": .string($0.caseID), "node": .string($0.node),
                        "passed": .boolean($0.passed), "expected": .string($0.expected),
                        "actual": .string($0.actual), "why": $0.why.map { .string($0) } ?? .null,
                    ]
                }),
        ]
    }
}
