import Law
import Registers
import Reporting
import Storage
import Supervision

/// Everything judged at one moment, with the indexes that pages look things up in.
final class PageState: Sendable {
    struct Unit: Hashable, Sendable {
        let id: String
        let name: String
        /// Whether it is the bureau itself.
        let isBureau: Bool
    }

    /// Entries in the ledger when it was read.
    let size: Int
    let times: Times
    let bureauName: String
    let tables: CaseTables
    private let run: JudgingRun
    /// What somebody has to look at or to wait for; the worst first.
    let findings: [PageFinding]
    let counts: [Standing: Int]
    /// The bureau first, the others by id.
    let units: [Unit]
    let registers: [RegisterLine]
    /// The figures of the year of `times.asOf`.
    let figures: [Figure]
    private let byCase: [String: [Int]]
    private let unitNames: [String: String]

    convenience init(of bureau: Bureau, size: Int, times: Times) throws {
        let tables = try CaseTables(bureau.packs.rules, from: bureau.store, knownAt: times.knownAt)
        try self.init(of: bureau, size: size, times: times, tables, tables.judge(asOf: times.asOf))
    }

    /// The state after the ledger has grown: only what the new entries may have changed is read and judged again.
    ///
    /// - Returns: `nil` where everything has to be read anew.
    convenience init?(after held: PageState, of bureau: Bureau, size: Int) throws {
        guard held.times.knownAt == nil, size > held.size, size - held.size <= PageLimits.changesJudgedAlone
        else {
            return nil
        }
        var changed: [Record] = []
        for register in bureau.packs.registers.ids {
            changed += try bureau.store.records(of: register, changedSince: held.size)
        }
        guard let change = held.tables.changed(to: changed) else { return nil }
        try self.init(
            of: bureau, size: size, times: held.times, change.tables, held.run.after(change, of: held.tables))
    }

    private init(
        of bureau: Bureau, size: Int, times: Times, _ tables: CaseTables, _ run: JudgingRun
    ) throws {
        self.size = size
        self.times = times
        self.tables = tables
        self.run = run
        bureauName = try bureau.name()
        let findings = try PageFinding.list(of: run, in: bureau)
        let units = try Self.units(of: bureau, knownAt: times.knownAt)
        self.findings = findings
        self.units = units
        counts = Self.counts(run, findings, rules: bureau.packs.rules.rules)
        registers = try bureau.packs.registers.registers.map { try Self.line($0, bureau, times.knownAt) }
        figures = try Self.figures(of: bureau, times)
        byCase = Dictionary(grouping: findings.indices.filter { findings[$0].judged.caseID != nil }) {
            place in
            findings[place].judged.caseID ?? ""
        }
        unitNames = Dictionary(units.map { ($0.id, $0.name) }) { first, _ in first }
    }

    func findings(ofCase id: String) -> [PageFinding] { (byCase[id] ?? []).map { findings[$0] } }

    func unitName(_ id: String?) -> String {
        guard let id else { return Self.unknownUnit.name }
        return unitNames[id] ?? id
    }

    func register(_ id: String) -> RegisterLine? { registers.first { $0.id == id } }

    /// What stands for the unit of a finding whose records name none.
    static let unknownUnit = Unit(id: "-", name: "单位不明", isBureau: false)

    private static func counts(
        _ run: JudgingRun, _ findings: [PageFinding], rules: [Rule]
    ) -> [Standing: Int] {
        var counts: [Standing: Int] = [:]
        for finding in findings { counts[finding.standing, default: 0] += 1 }
        for rule in rules where rule.confidence.isVerified {
            counts[.kept, default: 0] += run.tallies[rule.id]?[.kept] ?? 0
            counts[.notApplicable, default: 0] += run.tallies[rule.id]?[.notApplicable] ?? 0
        }
        return counts
    }

    private static func units(of bureau: Bureau, knownAt: Moment?) throws -> [Unit] {
        let register = try bureau.packs.register("unit")
        let units = try bureau.store.records(of: register.id, knownAt: knownAt).map { record in
            Unit(
                id: record.id, name: register.text(of: record, "name"),
                isBureau: register.value("kind", of: record) == .text("command"))
        }
        return units.filter(\.isBureau) + units.filter { !$0.isBureau }
    }

    private static func line(
        _ register: RegisterDeclaration, _ bureau: Bureau, _ knownAt: Moment?
    ) throws -> RegisterLine {
        let extent = try bureau.store.extent(register.id, knownAt: knownAt)
        return RegisterLine(
            id: register.id, name: register.name, about: register.about, count: extent.count,
            latest: extent.latest?.pageText)
    }

    private static func figures(of bureau: Bureau, _ times: Times) throws -> [Figure] {
        guard let period = ReportPeriod(String(times.asOf.day.components.year)) else { return [] }
        let indicators = bureau.packs.indicators
        let context = try RecordContext(
            reading: RecordNeeds(indicators.map(\.needs)), from: bureau.store,
            declarations: bureau.packs.registers, period: period, knownAt: times.knownAt)
        return indicators.map { $0.compute(in: context) }
    }
}
