import Foundation
import Pack
import PackFiles

/// The kinds of pack file: what the law is made of, and what a bureau's records and reports are made of.
enum PackKind: String, CaseIterable {
    case laws, calendar, facts, frames, rules, tables, principles, circumstances, factors, benchmarks,
        retention
    case register, indicators, claims, report

    /// The kinds whose fixtures write every key there is.
    static let ofLaw: [PackKind] = [
        .laws, .calendar, .facts, .frames, .rules, .tables, .principles, .circumstances, .factors,
        .benchmarks, .retention,
    ]

    static let bureau = Repository.root.appending(path: "Packs/police-bureau")

    var schema: String { "\(rawValue).schema.json" }

    /// The file that a test reads as it stands and spoils in every way.
    ///
    /// Invented for the law, the bureau's own for the others.
    private var fixtureFile: URL {
        switch self {
        case .laws, .calendar, .facts, .frames, .rules, .tables, .principles, .circumstances, .factors,
            .benchmarks, .retention:
            Repository.root.appending(path: "Tests/PackTests/Fixtures/\(rawValue).yaml")
        case .register: Self.bureau.appending(path: "registers/appointment.yaml")
        case .indicators, .claims: Self.bureau.appending(path: "\(rawValue)/annual.yaml")
        case .report: Self.bureau.appending(path: "reports/annual.yaml")
        }
    }

    /// - Parameter edit: What is done to the text before it is read.
    func fixture(_ edit: (String) throws -> String = { $0 }) throws -> PackNode {
        let text = try String(contentsOf: fixtureFile, encoding: .utf8)
        return try YAMLFile.parse(try edit(text), file: "\(rawValue).yaml")
    }
}
