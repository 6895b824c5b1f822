import Law
import Pack
import Registers

/// The sentences of a claim: the full one for when it holds, and the narrower ones that are true when it does not.
///
/// A sentence may use `{period}`, `{universe}`, `{support}`, `{counter}`, `{unknown}`, `{percent}`, `{covered}`,
/// `{total}` and `{uncovered}`. The exceptions and the unknown are added by name.
struct ClaimWording: Sendable {
    /// The most exceptions a sentence names; the rest are counted. A reader of a report looks at ten names, not at a hundred.
    static let named = 10

    /// What a record is called among the exceptions.
    let label: FieldPath
    private let holds: String
    private let narrow: String
    private let partial: String?
    private let empty: String
    private let counted: String

    /// Reads `label`, `counted` (the measure word, `件`) and `sentences: {holds, narrow, partial?, empty}`.
    init(_ mapping: inout PackMapping, of form: ClaimForm, declarations: RegisterSet) throws(PackError) {
        label = try declarations.path(try mapping.required("label"), in: form.universe)
        counted = try mapping.required("counted").text
        var sentences = try PackMapping(try mapping.required("sentences"))
        holds = try Self.sentence(try sentences.required("holds"))
        narrow = try Self.sentence(try sentences.required("narrow"))
        empty = try Self.sentence(try sentences.required("empty"))
        if let node = sentences.optional("partial") {
            partial = try Self.sentence(node)
        } else {
            partial = nil
        }
        try sentences.finish()
    }

    private static let names = [
        "period", "universe", "support", "counter", "unknown", "percent", "covered", "total", "uncovered",
    ]

    /// Refuses a placeholder that does not exist, and a final mark, which is added.
    private static func sentence(_ node: PackNode) throws(PackError) -> String {
        let text = try node.text
        for piece in text.split(separator: "{").dropFirst(text.hasPrefix("{") ? 0 : 1) {
            let name = String(piece.prefix { $0 != "}" })
            guard names.contains(name) else {
                throw PackError(.notAllowed(name, allowed: names), at: node.place)
            }
        }
        guard text.last != "。" else {
            throw PackError(.badValue(text, why: "句末的“。”由程序补上"), at: node.place)
        }
        return text
    }

    func sentence(for tally: ClaimTally, period: ReportPeriod) -> String {
        var text: String
        if tally.holds {
            text = holds
        } else if tally.universe == 0, tally.unknown.isEmpty {
            text = empty
        } else if tally.counter.isEmpty, tally.unknown.isEmpty, let partial {
            text = partial
        } else {
            text = narrow
        }
        for name in Self.names {
            text = text.replacing("{\(name)}", with: Self.value(name, of: tally, period: period))
        }
        return text + exceptions(tally.counter, "，例外") + exceptions(tally.unknown, "，另有", "因记录不全尚不能判定")
            + "。"
    }

    private static func value(_ name: String, of tally: ClaimTally, period: ReportPeriod) -> String {
        switch name {
        case "period": period.chinese
        case "universe": String(tally.universe)
        case "support": String(tally.support)
        case "counter": String(tally.counter.count)
        case "unknown": String(tally.unknown.count)
        case "percent": percent(tally.support, of: tally.universe)
        case "covered": String(tally.coverage?.covered ?? 0)
        case "total": String(tally.coverage?.total ?? 0)
        default: tally.coverage?.uncovered.joined(separator: "、") ?? ""
        }
    }

    /// `，例外3件：甲、乙、丙`
    private func exceptions(_ list: [ClaimTally.Exception], _ lead: String, _ tail: String = "") -> String {
        guard !list.isEmpty else { return "" }
        let names = list.prefix(Self.named).map(\.label).joined(separator: "、")
        return "\(lead)\(list.count)\(counted)\(tail)：\(names)\(list.count > Self.named ? "等" : "")"
    }

    /// Two places, rounded half up, but never up to 100 while something is missing.
    private static func percent(_ part: Int, of whole: Int) -> String {
        guard whole > 0 else { return "0%" }
        var hundredths = (part * 20_000 + whole) / (2 * whole)
        if part < whole { hundredths = min(hundredths, 9_999) }
        return Number(ticks: Int64(hundredths) * 100).description + "%"
    }

    var registers: Set<String> { Set([label.register].compactMap { $0 }) }
}
