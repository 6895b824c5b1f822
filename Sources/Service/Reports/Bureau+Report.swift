import Documents
import Foundation
package import Law
package import Reporting
import Registers
import Storage
import Supervision

/// A report that somebody wants compiled.
package struct ReportQuestion: Sendable {
    package let template: String
    package let period: String
    package let knownAt: Moment?

    package init(template: String, period: String, knownAt: Moment? = nil) {
        self.template = template
        self.period = period
        self.knownAt = knownAt
    }
}

extension Bureau {
    package func period(_ text: String) throws -> ReportPeriod {
        guard let period = ReportPeriod(text) else {
            throw ServiceError(
                .use, "期间“\(text)”读不懂；写作 2025、2025-Q1、2025-03 或 2025-01-01..2025-06-30。")
        }
        return period
    }

    /// Compiles a report from the registers; the faults it names are judged now, as known then.
    package func compile(_ question: ReportQuestion) throws -> BureauReport {
        let template = try packs.template(question.template)
        let period = try period(question.period)
        let faults = try faults(in: period, knownAt: question.knownAt)
        let frame = ReportFrame(bureau: try name(), date: environment.now().day, faults: faults)
        let report = try template.compile(
            period, frame: frame, source: store, declarations: packs.registers, knownAt: question.knownAt)
        return BureauReport(template: template.id, period: period, report: report)
    }

    /// The bureau's name: its record in the register of units.
    package func name() throws -> String {
        let units = try packs.register("unit")
        let records = try store.records(of: units.id, knownAt: nil)
        let command = records.first { units.value("kind", of: $0) == .text("command") }
        guard let command, case .text(let name) = units.value("name", of: command) else {
            return "（执法单位名册中没有“局机关”）"
        }
        return name
    }

    /// What verified rules found broken in things that happened in the period, most often first.
    func faults(in period: ReportPeriod, knownAt: Moment?) throws -> [Fault] {
        let asOf = min(environment.now(), Moment(period.until.adding(days: 365)))
        let question = JudgingQuestion(times: Times(asOf: asOf, knownAt: knownAt))
        let findings = try judge(question).run.findings.filter { $0.answer == .broken && $0.isVerified }
        let places = try FindingPlaces(of: findings, in: self, knownAt: knownAt)
        let inPeriod = findings.filter { places[$0].happened.map(period.contains) ?? false }
        return Dictionary(grouping: inPeriod, by: \.rule)
            .map { rule, findings in
                let rule = packs.rules.rule(rule)
                return Fault(
                    rule: rule?.id ?? "", name: rule?.name ?? "", remedy: rule?.remedy ?? "",
                    records: findings.map(\.record),
                    units: Set(findings.compactMap { places[$0].unit }).sorted())
            }
            .sorted { ($1.records.count, $0.rule) < ($0.records.count, $1.rule) }
    }
}

extension RegisterDeclaration {
    /// What a record holds in a field; `null` for a field the register lacks.
    func value(_ field: String, of record: Record) -> Value {
        position(of: field).map { record.values[$0] } ?? .null
    }
}
