package import Law
package import Ledger

/// One decision, how it stands, and the like ones.
package struct DecisionDiscretion: Sendable {
    package let id: String
    package let caseID: String
    package let unit: String
    package let discretion: Discretion
    /// `nil` where there is no tier to compare within.
    package let like: LikeCases?

    package var lines: [String] {
        let act = discretion.frame.map { "，\($0.name)" } ?? ""
        let imposed = discretion.imposed?.chinese ?? "处罚种类或者数额没有记载"
        return ["决定 \(id)（\(unit)\(act)）：\(imposed)"] + discretion.lines + (like?.lines ?? [])
    }

    package var json: JSONValue {
        .object([
            JSONMember("decision", .string(id)), JSONMember("case", .string(caseID)),
            JSONMember("unit", .string(unit)), JSONMember("discretion", discretion.json),
            JSONMember("like", like?.json ?? .null),
        ])
    }
}

extension Discretion {
    package var lines: [String] {
        steps.flatMap { step in [step.line] + (step.permitted ?? []).map { "      → \($0.chinese)" } }
            + ["  " + conclusion] + (departureLine.map { ["  " + $0] } ?? [])
    }

    /// `结论：高于区间`
    package var conclusion: String {
        let lacking = missing.isEmpty ? "" : "；没有记载：" + missing.joined(separator: "、")
        return "结论：\(standing.chinese)\(lacking)"
    }

    package var departureLine: String? {
        guard let departure else {
            return isDeparture ? "偏离：没有写明理由，也没有批准的记载" : nil
        }
        let approval =
            departure.approvedBy.map { "，\($0) 批准" + (departure.approvedAt.map { "于 \($0)" } ?? "（时间没有记载）") }
            ?? "，没有批准人的记载"
        return "偏离：\(departure.reason)\(approval)"
    }

    package var json: JSONValue {
        .object([
            JSONMember("frame", .text(frame?.id)), JSONMember("law", .text(law)),
            JSONMember("benchmark", .text(benchmark?.id)), JSONMember("tier", .text(tier?.id)),
            JSONMember("standing", .string(standing.rawValue)), JSONMember("missing", .texts(missing)),
            JSONMember("permitted", .array(permitted.map(\.json))),
            JSONMember(
                "departure",
                departure.map { departure in
                    [
                        "reason": .string(departure.reason), "approvedBy": .text(departure.approvedBy),
                        "approvedAt": .text(departure.approvedAt),
                    ]
                } ?? .null),
            JSONMember("steps", .array(steps.map(\.json))),
        ])
    }
}

extension Discretion.Step {
    /// `  2  阶次：…（《…》第八十二条）`
    package var line: String {
        "  \(number)  \(title)：\(text)\(basisText)\(isVerified ? "" : "［待核］")"
    }

    var basisText: String {
        basis.isEmpty ? "" : "（\(basis.map(\.description).joined(separator: "、"))）"
    }

    var json: JSONValue {
        [
            "step": .string(number), "title": .string(title), "text": .string(text),
            "basis": .array(basis.map(\.json)), "verified": .boolean(isVerified),
            "permitted": permitted.map { .array($0.map(\.json)) } ?? .null,
        ]
    }
}

extension Permitted {
    var json: JSONValue {
        [
            "way": .string(way.rawValue), "open": .boolean(isOpen), "text": .string(chinese),
            "outcomes": .array(
                outcomes.map { outcome in
                    .object(
                        [JSONMember("warning", .boolean(outcome.hasWarning))]
                            + PenaltyFrame.Kind.inOrder.map { kind in
                                JSONMember(
                                    kind.rawValue,
                                    outcome.ranges[kind].map { [$0.least.json, $0.most.json] } ?? .null)
                            } + [JSONMember("also", .texts(outcome.also))])
                }),
        ]
    }
}
