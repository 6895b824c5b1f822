package import Law
package import Ledger
package import Reporting

/// A figure, and its parts when it was asked for by a field.
package struct IndicatorAnswer: Sendable {
    package let figure: Figure
    package let parts: [FigurePart]

    package func lines(withRecords: Bool) -> [String] {
        [
            "\(figure.id) \(figure.name)：\(figure.value) \(figure.unit)（\(figure.period.chinese)）",
            "定义：\(figure.definition)",
        ]
            + parts.map { "  \($0.label)：\($0.value)" }
            + (withRecords
                ? figure.records.map { "  \(figure.register)  \($0)" }
                : ["记录 \(figure.records.count) 条；--records 列出"])
            + (figure.undecided.isEmpty
                ? []
                : [
                    "另有 \(figure.undecided.count) 条因缺少必要字段无法判定，未计入：\(figure.undecided.prefix(20).joined(separator: "、"))"
                ])
    }

    /// `indicator --json`.
    package var json: JSONValue {
        [
            "id": .string(figure.id), "name": .string(figure.name), "period": .string(figure.period.name),
            "value": figure.value.json, "unit": .string(figure.unit),
            "definition": .string(figure.definition),
            "register": .string(figure.register), "records": .texts(figure.records),
            "undecided": .texts(figure.undecided),
            "parts": .array(parts.map { ["label": .string($0.label), "value": $0.value.json] }),
        ]
    }
}

extension Bureau {
    package func indicator(
        _ id: String, period text: String, by field: String? = nil, knownAt: Moment? = nil
    ) throws -> IndicatorAnswer {
        guard let indicator = packs.indicators.first(where: { $0.id == id }) else {
            throw ServiceError(
                .use, "没有指标“\(id)”；可用：\(packs.indicators.map(\.id).joined(separator: "、"))。")
        }
        let period = try period(text)
        do {
            let parts = try field.map {
                try indicator.breakdown(by: $0, period: period, source: store, knownAt: knownAt)
            }
            return IndicatorAnswer(
                figure: try indicator.compute(period, source: store, knownAt: knownAt), parts: parts ?? [])
        } catch let error as IndicatorError {
            throw ServiceError(.use, "\(error)。")
        }
    }
}

extension Number {
    /// An integer, or the text of a number with a fraction: the ledger's JSON has no floating point.
    var json: JSONValue { whole.map { .number($0) } ?? .string(description) }
}
