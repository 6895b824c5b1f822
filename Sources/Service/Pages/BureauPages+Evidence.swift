import Documents
import Law
import Registers
import Reporting

extension BureauPages {
    package func figure(id: String, template: String, period: String) throws -> FigureRecords {
        let link = try link(template, period)
        let compiled = try compiled(template: template, period: period)
        if let worded = compiled.report.figures.first(where: { $0.figure.id == id }) {
            let figure = worded.figure
            let counted = try evidence(figure.records, in: figure.register) { _ in "计入" }
            let open = try evidence(
                figure.undecided, in: figure.register, most: EvidenceLine.most - counted.count
            ) { _ in "缺少必要的记载，无法判定，未计入" }
            return FigureRecords(
                report: link, figure: FigureView(figure, phrase: worded.phrase), records: counted + open)
        }
        guard let mark = compiled.report.document.figures.first(where: { $0.id == id }),
            let register = register(ofFault: id)
        else { throw PageFault.notFound("报告“\(link.title)”没有数据 \(id)") }
        let figure = FigureView(
            id: id, name: "检查发现的问题", value: mark.exact, phrase: mark.text, unit: "",
            definition: mark.definition, records: mark.records.count)
        return FigureRecords(
            report: link, figure: figure, records: try evidence(mark.records, in: register) { _ in "计入" })
    }

    package func claim(id: String, template: String, period: String) throws -> ClaimRecords {
        let link = try link(template, period)
        let compiled = try compiled(template: template, period: period)
        guard let answer = compiled.report.claims.first(where: { $0.id == id }) else {
            throw PageFault.notFound("报告“\(link.title)”没有断言 \(id)")
        }
        return ClaimRecords(
            report: link, claim: ClaimView(answer),
            counter: try evidence(answer.counter, in: answer.register) { place in
                answer.exceptions.indices.contains(place) ? answer.exceptions[place] : "与断言不符"
            },
            cannotTell: try evidence(answer.unknown, in: answer.register) { _ in "记载不足以判断" },
            support: try evidence(answer.supporting, in: answer.register) { _ in "符合" })
    }

    /// The register of the records behind `fault:RULE` and `fault-units:RULE`, the figures of the shortcomings.
    private func register(ofFault id: String) -> String? {
        let parts = id.split(separator: ":", maxSplits: 1).map(String.init)
        guard parts.count == 2, let rule = bureau.packs.rules.rule(parts[1]) else { return nil }
        return parts[0] == "fault-units" ? "unit" : rule.subject.register
    }

    private func evidence(
        _ ids: [String], in register: String, most: Int = EvidenceLine.most, note: (Int) -> String
    ) throws -> [EvidenceLine] {
        let state = try current()
        let declaration = try declaration(register)
        let labels = RecordLabels(bureau, knownAt: knownAt)
        return try ids.prefix(max(0, most)).enumerated().map { place, id in
            guard let record = try bureau.record(register, id, knownAt: knownAt) else {
                return EvidenceLine(
                    record: try labels.link(register, id), happened: nil, unit: nil, note: note(place))
            }
            return EvidenceLine(
                record: labels.link(record),
                happened: declaration.value(declaration.happened, of: record).timeText,
                unit: declaration.unit(of: record).map { state.unitName($0) }, note: note(place))
        }
    }
}

extension ClaimView {
    init(_ answer: ClaimAnswer) {
        self.init(
            id: answer.id, asked: answer.name, holds: answer.holds, universe: answer.universe,
            support: answer.support, counter: answer.counter.count, cannotTell: answer.unknown.count,
            coverage: answer.definition + (answer.coverage.map(\.sentence) ?? ""), sentence: answer.sentence)
    }
}

extension ClaimCoverage {
    /// What was not covered is named up to here; the rest is counted.
    private static let named = 10

    fileprivate var sentence: String {
        let names = uncovered.prefix(Self.named).joined(separator: "、")
        let rest = uncovered.isEmpty ? "" : "，未覆盖：\(names)\(uncovered.count > Self.named ? "等" : "")"
        return "应覆盖 \(total) \(unit)，已覆盖 \(covered) \(unit)\(rest)。"
    }
}
