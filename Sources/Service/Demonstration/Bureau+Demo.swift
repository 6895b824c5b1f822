import Demo
import Foundation
import Law
package import Ledger
import Registers
import Storage

/// What the demo made.
package struct DemoSummary: Sendable {
    package let cases: Int
    package let records: Int
    package let faults: Int
    package let faultyRules: Int
    /// The path of the answer key.
    package let answers: String

    package var json: JSONValue {
        [
            "cases": .number(cases), "records": .number(records),
            "faults": .number(faults), "faultyRules": .number(faultyRules),
            "answers": .string(answers),
        ]
    }
}

extension Bureau {
    /// The key of the planted faults, in a data folder made by `demo`: what `check` must find.
    package static let answersFile = "answers.ndjson"
    /// The key of the planted counter-examples: what the claims of the report must find.
    static let claimAnswersFile = "claim-answers.ndjson"

    /// Makes a data folder with an invented bureau's two years, and the key of its planted faults.
    ///
    /// The key is what the generator wrote down when it planted a fault; nothing is judged here.
    package static func makeDemo(
        at folder: String, packs: [String], seed: UInt64, cases: Int, plants: [DemoPlant], isClean: Bool,
        environment: Environment, progress: (_ done: Int, _ total: Int) -> Void
    ) throws -> DemoSummary {
        guard (0...DemoYear.mostCases).contains(cases) else {
            throw ServiceError(.use, "--cases 应在 0 到 \(DemoYear.mostCases) 之间；却是 \(cases)。")
        }
        let bureau = try create(at: folder, packs: packs, environment: environment)
        let options = DemoOptions(
            plantsFaults: !isClean, counterExamples: Set(plants.map(\.claim)))
        let year = DemoYear(
            seed: seed, cases: cases, options: options, registers: bureau.packs.registers,
            calendar: bureau.packs.rules.pack.calendar)
        var key: [KeyLine] = []
        let summary = try bureau.store.file(stream: { append in
            for (position, batch) in year.enumerated() {
                key += batch.key
                for record in batch.records {
                    try append(
                        Filing(
                            register: record.register, id: record.id, values: record.values,
                            knownAt: record.knownAt, actor: bureau.actor,
                            retention: bureau.packs.registers[record.register]?.retention))
                }
                if position % 256 == 0 { progress(position, cases + 3) }
            }
        })
        _ = try bureau.store.checkpoint()
        let faults = key.filter { $0.answer != .counterExample }
        let answers = folder + "/" + answersFile
        try keyText(faults).write(toFile: answers, atomically: true, encoding: .utf8)
        try keyText(key.filter { $0.answer == .counterExample })
            .write(toFile: folder + "/" + claimAnswersFile, atomically: true, encoding: .utf8)
        return DemoSummary(
            cases: cases, records: summary.added, faults: faults.count,
            faultyRules: Set(faults.map(\.rule)).count, answers: answers)
    }

    /// One line a fault: `{"rule": …, "register": …, "record": …, "answer": …}`.
    private static func keyText(_ key: [KeyLine]) -> String {
        key.map { line in
            let json: JSONValue = [
                "rule": .string(line.rule), "register": .string(line.register),
                "record": .string(line.record),
                "answer": .string(line.answer.rawValue),
            ]
            return String(decoding: json.canonical, as: UTF8.self) + "\n"
        }.joined()
    }
}
