import Documents
package import Ledger
package import Reporting

package enum ReportFormat: String, CaseIterable, Hashable, Sendable {
    case docx, html, md
}

/// A compiled report on its way to people.
package struct BureauReport: Sendable {
    package let template: String
    package let period: ReportPeriod
    package let report: CompiledReport

    package func bytes(as format: ReportFormat) throws -> [UInt8] {
        switch format {
        case .docx: try DOCXWriter.bytes(of: report.document)
        case .html, .md: Array(text(as: format).utf8)
        }
    }

    /// The text of a format that is text.
    package func text(as format: ReportFormat) -> String {
        precondition(format != .docx, "DOCX is no text")
        return format == .html
            ? HTMLWriter.page(report.document) : MarkdownWriter.text(of: report.document)
    }

    package var lines: [String] {
        report.figures.map {
            "\($0.figure.id)\t\($0.phrase)\t\($0.figure.name)（\($0.figure.unit)，记录 \($0.figure.records.count) 条）"
        }
            + report.claims.map { "\($0.holds ? "成立" : "不成立")\t\($0.id)\t\($0.sentence)" }
            + report.lint.map { "提示\t\($0.description)" }
    }

    /// `report compile --json`.
    package var json: JSONValue {
        [
            "template": .string(template), "period": .string(period.name),
            "figures": .array(
                report.figures.map { worded in
                    [
                        "id": .string(worded.figure.id), "value": worded.figure.value.json,
                        "phrase": .string(worded.phrase), "unit": .string(worded.figure.unit),
                        "records": .number(worded.figure.records.count),
                    ]
                }),
            "claims": .array(report.claims.map(\.json)), "lint": .array(report.lint.map(\.json)),
        ]
    }
}

extension Bureau {
    package func write(_ report: BureauReport, as format: ReportFormat, to path: String) throws {
        try OutputFile.write(report.bytes(as: format), to: path)
    }
}

extension ClaimAnswer {
    var json: JSONValue {
        [
            "id": .string(id), "name": .string(name), "holds": .boolean(holds),
            "universe": .number(universe), "support": .number(support),
            "counter": .texts(counter), "unknown": .texts(unknown),
            "sentence": .string(sentence),
        ]
    }
}

extension LintFinding {
    var json: JSONValue {
        [
            "rule": .string(rule.rawValue), "paragraph": .number(paragraph),
            "column": .number(column), "excerpt": .string(excerpt), "advice": .string(advice),
        ]
    }
}
