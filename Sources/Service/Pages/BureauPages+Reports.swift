import Documents
import Law
import Registers
import Reporting
import Storage

extension BureauPages {
    /// Years back from this one that reports are offered for, as far as there are records.
    private static let yearsBack = 10

    package func reportList() throws -> [ReportLink] {
        let last = try current().times.asOf.day.components.year
        let first = try firstYear() ?? last
        return try (min(max(first, last - Self.yearsBack), last)...last).reversed()
            .flatMap { try links(for: String($0)) }
    }

    package func report(template: String, period: String) throws -> ReportView {
        let link = try link(template, period)
        let compiled = try compiled(template: template, period: period)
        return ReportView(
            link: link, sections: compiled.report.document.sections, figures: figures(of: compiled),
            claims: compiled.report.claims.map { ClaimView($0) },
            lint: compiled.report.lint.map { LintLine($0) })
    }

    package func reportDocument(template: String, period: String) throws -> Download {
        let link = try link(template, period)
        return Download(
            name: link.title + ".docx",
            mediaType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            bytes: try compiled(template: template, period: period).bytes(as: .docx))
    }

    /// The reports of one period, a link a template.
    func links(for period: String) throws -> [ReportLink] {
        try bureau.packs.templates.map { try link($0.id, period) }
    }

    /// - Throws: `PageFault` for a template or a period that does not exist.
    func link(_ template: String, _ period: String) throws -> ReportLink {
        guard let found = bureau.packs.templates.first(where: { $0.id == template }) else {
            throw PageFault.notFound("没有报告模板 \(template)")
        }
        guard let stretch = ReportPeriod(period) else {
            throw PageFault.badQuestion("期间“\(period)”读不懂；写作 2025、2025-Q1、2025-03 或 2025-01-01..2025-06-30")
        }
        let years = [stretch.from.components.year, stretch.until.components.year]
        guard years.allSatisfy(PageLimits.years.contains) else {
            throw PageFault.badQuestion("期间“\(period)”不在 \(PageLimits.yearsText) 之间")
        }
        // 年度 in the template's name already says what 年 of the period would.
        let isYear = stretch.chinese.hasSuffix("年") && found.name.hasPrefix("年")
        let title = (isYear ? String(stretch.chinese.dropLast()) : stretch.chinese) + found.name
        return ReportLink(template: template, period: period, title: title)
    }

    /// Each figure once, as it is worded first.
    func figures(of compiled: BureauReport) -> [FigureView] {
        var seen: Set<String> = []
        return compiled.report.figures.filter { seen.insert($0.figure.id).inserted }
            .map { FigureView($0.figure, phrase: $0.phrase) }
    }

    /// The year of the earliest happening in a register that some report reads.
    private func firstYear() throws -> Int? {
        let needs = RecordNeeds(bureau.packs.templates.map(\.needs))
        return try needs.registers.compactMap { id -> Int? in
            guard let register = bureau.packs.registers[id] else { return nil }
            let query = RecordQuery(
                register: id, filters: [.init(register.happened, .isPresent)],
                sort: [.init(register.happened)],
                limit: 1, knownAt: knownAt)
            let first = try bureau.store.page(query).first
            return first.flatMap { register.value(register.happened, of: $0).day?.components.year }
        }.min()
    }
}

extension Document {
    /// The body under its headings; what stands before the first one is under the addressee.
    fileprivate var sections: [ReportSection] {
        var sections: [ReportSection] = []
        var heading = addressee.map { $0 + "：" } ?? "前言"
        var paragraphs: [[ReportPiece]] = []
        for block in blocks {
            switch block {
            case .heading(_, let text):
                if !sections.isEmpty || !paragraphs.isEmpty {
                    sections.append(ReportSection(heading: heading, paragraphs: paragraphs))
                }
                (heading, paragraphs) = (text, [])
            case .paragraph(let inlines): paragraphs.append(inlines.map { ReportPiece($0) })
            case .table(let table):
                paragraphs += ([table.caption] + table.rows.map { $0.joined(separator: "　") }).map {
                    [.text($0)]
                }
            }
        }
        return sections + [ReportSection(heading: heading, paragraphs: paragraphs)]
    }
}

extension ReportPiece {
    fileprivate init(_ inline: Inline) {
        switch inline {
        case .text(let text), .reference(let text, _): self = .text(text)
        case .figure(let mark): self = .figure(id: mark.id, phrase: mark.text)
        case .claim(let mark): self = .claim(id: mark.id, sentence: mark.text)
        }
    }
}

extension LintLine {
    init(_ finding: LintFinding) {
        self.init(
            isError: finding.rule.isError, place: "第\(finding.paragraph)段", what: finding.excerpt,
            advice: finding.advice)
    }
}

extension LintRule {
    /// What is false or unfounded must be changed; the rest is for the writer to judge.
    fileprivate var isError: Bool {
        switch self {
        case .missingOrdinal, .partsAndTotal, .percentage, .yearOnYear, .absoluteClaim, .unboundNumber,
            .unboundClaim, .falsePhrase:
            true
        case .repeatedClause, .doubledCharacter, .asciiPunctuation, .missingFullStop, .mixedPeriods,
            .personalName, .undecided:
            false
        }
    }
}
