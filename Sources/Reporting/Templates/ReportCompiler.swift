import Documents
package import Law
package import Registers

extension ReportTemplate {
    /// Computes every figure and claim once, over one reading of the registers, and writes the report.
    ///
    /// - Parameters:
    ///   - declarations: The registers the template's indicators and claims were read with.
    ///   - asOf: The day that "in force" looks at; the period's last day when `nil`.
    ///   - knownAt: Only what was known by then counts; `nil` means everything known now.
    /// - Throws: What the source throws.
    package func compile(
        _ period: ReportPeriod, frame: ReportFrame, source: any RecordSource, declarations: RegisterSet,
        knownAt: Moment? = nil, asOf: Day? = nil
    ) throws -> CompiledReport {
        let context = try RecordContext(
            reading: needs, from: source, declarations: declarations, period: period, asOf: asOf,
            knownAt: knownAt)
        var compiler = ReportCompiler(
            frame: frame, context: context, figures: indicators.mapValues { $0.compute(in: context) },
            answers: claims.mapValues { $0.check(in: context) })
        return compiler.report(of: self)
    }
}

/// Puts computed figures and claims into a template's sentences.
private struct ReportCompiler {
    let frame: ReportFrame
    let context: RecordContext
    let figures: [String: Figure]
    let answers: [String: ClaimAnswer]
    private var worded: [CompiledReport.WordedFigure] = []
    private var claimed: [ClaimAnswer] = []

    init(
        frame: ReportFrame, context: RecordContext, figures: [String: Figure], answers: [String: ClaimAnswer]
    ) {
        self.frame = frame
        self.context = context
        self.figures = figures
        self.answers = answers
    }

    mutating func report(of template: ReportTemplate) -> CompiledReport {
        var blocks: [Block] = []
        for element in template.elements {
            switch element {
            case .heading(let level, let text):
                blocks.append(.heading(level: level, plain(text)))
            case .paragraph(let text):
                blocks.append(.paragraph(inlines(of: text)))
            case .faults(let list):
                blocks.append(.paragraph(faults(list)))
            }
        }
        let document = Document(
            title: plain(template.title), addressee: template.addressee.map { plain($0) }, blocks: blocks,
            signature: Signature(organ: frame.bureau, date: frame.date.chinese),
            annex: EvidenceAnnex(context: context, figures: worded, claims: claimed).annex)
        return CompiledReport(
            document: document, figures: worded, claims: claimed,
            lint: Linter.lint(document, figures: worded.map(\.figure), claims: claimed))
    }

    private mutating func inlines(of text: TemplateText, fault: (Int, Fault)? = nil) -> [Inline] {
        var inlines: [Inline] = []
        for piece in text.pieces {
            switch piece {
            case .text(let text): inlines.append(.text(text))
            case .word(.count): inlines += count(of: fault?.1)
            case .word(.units): inlines += units(of: fault?.1)
            case .word(.fault): inlines += words(fault?.1.name, of: fault?.1)
            case .word(.remedy): inlines += words(fault?.1.remedy, of: fault?.1)
            case .word(let word): inlines.append(.text(value(of: word, fault: fault)))
            case .figure(let id, let style): inlines += figure(id, style)
            case .claim(let id): inlines += claim(id)
            }
        }
        return inlines
    }

    private mutating func figure(_ id: String, _ style: Phrase.Style) -> [Inline] {
        guard let figure = figures[id] else { return [] }
        let phrase = Phrase(style, of: figure.value).text
        let use = CompiledReport.WordedFigure(figure: figure, phrase: phrase)
        if !worded.contains(use) { worded.append(use) }
        return [
            .figure(
                FigureMark(
                    id: id, text: phrase, exact: figure.value.description, definition: figure.definition,
                    period: context.period.chinese, records: figure.records))
        ]
    }

    private mutating func claim(_ id: String) -> [Inline] {
        guard let answer = answers[id] else { return [] }
        if !claimed.contains(answer) { claimed.append(answer) }
        return [
            .claim(
                ClaimMark(
                    id: id, text: answer.sentence, holds: answer.holds, definition: answer.definition,
                    universe: answer.universe, support: answer.support, counter: answer.counter))
        ]
    }

    private mutating func faults(_ list: ReportTemplate.FaultList) -> [Inline] {
        let ranked = frame.faults.filter { !$0.records.isEmpty }.sorted {
            ($1.records.count, $0.rule) < ($0.records.count, $1.rule)
        }
        guard !ranked.isEmpty else { return inlines(of: list.none) }
        var parts = inlines(of: list.lead)
        for (position, fault) in ranked.prefix(list.top).enumerated() {
            // Records that name no unit must not read as faults in no unit.
            let each = fault.units.isEmpty ? list.each.leavingOut(.units) : list.each
            parts += inlines(of: each, fault: (position, fault))
        }
        return parts
    }

    /// The rule's own words, leading to the rule: they may name its limits, which are no figures of this report.
    private func words(_ text: String?, of fault: Fault?) -> [Inline] {
        guard let text, let fault else { return [] }
        return [.reference(text, target: "rule:\(fault.rule)")]
    }

    private func count(of fault: Fault?) -> [Inline] {
        guard let fault else { return [] }
        return [mark("fault:\(fault.rule)", fault, fault.records)]
    }

    private func units(of fault: Fault?) -> [Inline] {
        guard let fault else { return [] }
        return [mark("fault-units:\(fault.rule)", fault, fault.units)]
    }

    private func mark(_ id: String, _ fault: Fault, _ records: [String]) -> Inline {
        .figure(
            FigureMark(
                id: id, text: String(records.count), exact: String(records.count),
                definition: "按规则“\(fault.rule)”判为违规的记录或所涉单位。", period: context.period.chinese,
                records: records))
    }

    private func plain(_ text: TemplateText) -> String {
        text.pieces.map { piece in
            switch piece {
            case .text(let text): text
            case .word(let word): value(of: word, fault: nil)
            case .figure, .claim: ""
            }
        }.joined()
    }

    private func value(of word: TemplateText.Word, fault: (position: Int, fault: Fault)?) -> String {
        switch word {
        case .bureau: frame.bureau
        case .period: context.period.chinese
        case .year: String(context.period.until.components.year)
        case .date: frame.date.chinese
        case .ordinal: fault.map { ChineseOrdinal.text($0.position + 1) } ?? ""
        case .fault, .remedy, .count, .units: ""
        }
    }
}
