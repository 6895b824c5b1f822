import Foundation
import Law
import Pack
import PackFiles
import Registers
import Reporting
import Testing

/// An invented bureau's registers in memory, declared by the pack that ships.
struct Bureau: RecordSource {
    static let declarations: RegisterSet = {
        do { return try RegisterSet(files(in: "registers")) } catch { fatalError("\(error)") }
    }()

    private(set) var rows: [String: [Record]] = [:]

    func records(of register: String, knownAt: Moment?) -> [Record] {
        (rows[register] ?? []).filter { record in knownAt.map { record.knownAt <= $0 } ?? true }
            .sorted { $0.id < $1.id }
    }

    /// Adds a record; fields that are not named stay empty.
    mutating func add(
        _ register: String, _ id: String, knownAt: String = "2026-01-05T09:00", _ fields: [String: Value]
    ) {
        guard let declaration = Self.declarations[register], let known = Moment(knownAt) else {
            fatalError("no register \(register)")
        }
        var values = [Value](repeating: .null, count: declaration.fields.count)
        for (name, value) in fields {
            guard let position = declaration.position(of: name) else {
                fatalError("\(register) has no \(name)")
            }
            values[position] = value
        }
        rows[register, default: []].append(Record(register: register, id: id, knownAt: known, values: values))
    }

    static let root = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// The pack files of one folder of the bureau's pack.
    static func files(in folder: String) throws -> [PackNode] {
        let folder = root.appendingPathComponent("Packs/police-bureau/\(folder)")
        return try FileManager.default.contentsOfDirectory(atPath: folder.path).filter {
            $0.hasSuffix(".yaml")
        }
        .sorted().map { name in
            let text = try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
            return try YAMLFile.parse(text, file: name)
        }
    }

    static func indicator(_ id: String) throws -> Indicator {
        let all = try files(in: "indicators").flatMap { try Indicator.list($0, declarations: declarations) }
        return try #require(all.first { $0.id == id })
    }

    static func claim(_ id: String) throws -> Claim {
        let all = try files(in: "claims").flatMap { try Claim.list($0, declarations: declarations) }
        return try #require(all.first { $0.id == id })
    }

    func figure(_ id: String, _ period: String = "2025", knownAt: Moment? = nil, asOf: Day? = nil) throws
        -> Figure
    {
        try Self.indicator(id).compute(
            try #require(ReportPeriod(period)), source: self, knownAt: knownAt, asOf: asOf)
    }

    func answer(_ id: String, _ period: String = "2025") throws -> ClaimAnswer {
        try Self.claim(id).check(try #require(ReportPeriod(period)), source: self)
    }
}

func day(_ text: String) -> Value { Day(text).map(Value.day) ?? .null }
func moment(_ text: String) -> Value { Moment(text).map(Value.moment) ?? .null }
func texts(_ texts: String...) -> Value { .list(texts.map(Value.text)) }

extension Value: ExpressibleByStringLiteral, ExpressibleByBooleanLiteral,
    ExpressibleByIntegerLiteral, ExpressibleByExtendedGraphemeClusterLiteral,
    ExpressibleByUnicodeScalarLiteral
{
    package init(stringLiteral text: String) { self = .text(text) }
    package init(booleanLiteral truth: Bool) { self = .boolean(truth) }
    package init(integerLiteral number: Int) { self = .number(Number(number)) }
}
