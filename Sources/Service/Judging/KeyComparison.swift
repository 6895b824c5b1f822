import Foundation
package import Ledger
import Law
import Supervision

/// The findings held against the key that the generator wrote.
package struct KeyComparison: Sendable {
    package struct Line: Hashable, Sendable, Comparable {
        package let rule: String
        package let register: String
        package let record: String
        package let answer: String

        package static func < (a: Line, b: Line) -> Bool {
            (a.rule, a.record, a.answer) < (b.rule, b.record, b.answer)
        }
    }

    package let planted: Set<Line>
    package let found: Set<Line>
    /// Rules in the order of the rule book.
    private let rules: [(id: String, name: String)]

    package var missed: Set<Line> { planted.subtracting(found) }
    package var invented: Set<Line> { found.subtracting(planted) }
    package var isExact: Bool { planted == found }

    /// - Throws: `ServiceError` when the folder has no key, which only `demo` writes.
    package init(of judging: BureauJudging, answersIn folder: String) throws {
        let path = folder + "/" + Bureau.answersFile
        guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
            throw ServiceError(.use, "找不到答案 \(path)；只有 zhunsheng demo 生成的数据文件夹才有答案。")
        }
        var planted: Set<Line> = []
        for line in text.split(separator: "\n") {
            let json = try JSONValue(parsing: String(line))
            guard let rule = json["rule"]?.string, let register = json["register"]?.string,
                let record = json["record"]?.string, let answer = json["answer"]?.string
            else { throw ServiceError(.data, "\(path) 有一行不是答案：\(line)") }
            planted.insert(Line(rule: rule, register: register, record: record, answer: answer))
        }
        self.planted = planted
        found = Set(
            judging.run.findings.filter { $0.answer == .broken || $0.answer == .cannotTell }.map {
                Line(rule: $0.rule, register: $0.register, record: $0.record, answer: $0.answer.rawValue)
            })
        rules = judging.packs.rules.rules.map { ($0.id, $0.name) }
    }

    package var lines: [String] {
        let plantedByRule = Dictionary(grouping: planted, by: \.rule)
        let foundByRule = Dictionary(grouping: found, by: \.rule)
        let table = rules.compactMap { rule -> String? in
            let (planted, found) = (plantedByRule[rule.id] ?? [], foundByRule[rule.id] ?? [])
            guard !planted.isEmpty || !found.isEmpty else { return nil }
            let mark = Set(planted) == Set(found) ? "＝" : "≠"
            return "  \(mark) 植入 \(planted.count)\t查出 \(found.count)\t\(rule.id)\t\(rule.name)"
        }
        let verdict = "植入 \(planted.count) 处，查出 \(found.count) 处：查全率 \(share(planted)), 查准率 \(share(found))。"
        return table + [verdict]
            + missed.sorted().prefix(20).map { "漏查：\($0.rule) \($0.record) \($0.answer)" }
            + invented.sorted().prefix(20).map { "多查：\($0.rule) \($0.record) \($0.answer)" }
    }

    package var json: JSONValue {
        func list(_ lines: Set<Line>) -> JSONValue {
            .array(
                lines.sorted().map {
                    ["rule": .string($0.rule), "record": .string($0.record), "answer": .string($0.answer)]
                })
        }
        return [
            "planted": .number(planted.count), "found": .number(found.count),
            "missed": list(missed), "invented": list(invented),
        ]
    }

    /// How much of a set both sides agree on, in four places.
    private func share(_ whole: Set<Line>) -> String {
        let both = planted.intersection(found).count
        guard !whole.isEmpty else { return "1" }
        return "\(Number(ticks: Int64(both) * Number.scale / Int64(whole.count)))"
    }
}
