package import Documents

/// Reads a draft for defects that published reports are known to have. It advises; it changes nothing.
package enum Linter {
    /// The checks that any text can be asked.
    private static let checks: [@Sendable ([LintParagraph]) -> [LintFinding]] = [
        OrdinalCheck.findings, SumCheck.findings, RateCheck.findings, WritingCheck.findings,
        AbsoluteCheck.findings, PeriodCheck.findings, NameCheck.findings,
    ]

    /// A text of paragraphs, one a line.
    package static func lint(_ text: String) -> [LintFinding] {
        let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        return sorted(
            findings(
                in: lines.enumerated().map { number, line in
                    LintParagraph(number: number + 1, text: line)
                }))
    }

    /// A compiled report: what any text is asked, and whether its numbers and claims are bound.
    ///
    /// A paragraph's number is that of its block.
    package static func lint(
        _ document: Document, figures: [Figure] = [], claims: [ClaimAnswer] = []
    ) -> [LintFinding] {
        var found: [LintFinding] = []
        var paragraphs: [LintParagraph] = []
        for (position, block) in document.blocks.enumerated() {
            switch block {
            case .heading(_, let text): paragraphs.append(LintParagraph(number: position + 1, text: text))
            case .paragraph(let inlines):
                let text = inlines.map(\.text).joined()
                let paragraph = LintParagraph(number: position + 1, text: text, given: given(in: inlines))
                paragraphs.append(paragraph)
                found += BindingCheck.findings(in: inlines, paragraph: paragraph)
            case .table: break
            }
        }
        return sorted(findings(in: paragraphs) + found) + undecided(figures, claims)
    }

    private static func given(in inlines: [Inline]) -> [Range<Int>] {
        var start = 0
        return inlines.compactMap { inline in
            let range = start..<(start + inline.text.count)
            start = range.upperBound
            switch inline {
            case .figure, .claim, .reference: return range
            case .text: return nil
            }
        }
    }

    private static func findings(in paragraphs: [LintParagraph]) -> [LintFinding] {
        checks.flatMap { $0(paragraphs) }
    }

    private static func sorted(_ findings: [LintFinding]) -> [LintFinding] {
        findings.sorted {
            ($0.paragraph, $0.column, $0.rule.rawValue) < ($1.paragraph, $1.column, $1.rule.rawValue)
        }
    }

    /// Records that could not be placed belong to the report as a whole: paragraph 0.
    private static func undecided(_ figures: [Figure], _ claims: [ClaimAnswer]) -> [LintFinding] {
        let gaps =
            figures.map { ($0.id, $0.undecided.count) } + claims.map { ($0.id, $0.unknown.count) }
        var seen: Set<String> = []
        return gaps.filter { $0.1 > 0 && seen.insert($0.0).inserted }.map { id, count in
            LintFinding(
                rule: .undecided, paragraph: 0, column: 0, excerpt: id,
                advice: "有\(count)条记录因缺少必要的字段未能判定，没有计入；请在台账中补全")
        }
    }
}
