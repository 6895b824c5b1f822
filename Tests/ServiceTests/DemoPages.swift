import Foundation
import Law
import Storage
@testable import Service

/// A small invented bureau in a folder of its own, with the pages over it.
final class DemoPages: Sendable {
    static let asOf = Moment(Day(number: 20_758), hour: 9)  // 2026-11-01
    static let packs = ["national", "police-bureau"].map { root.appending(path: "Packs/\($0)").path }

    private static let root = URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()
    /// 2026-11-01 09:00 in China.
    private static let environment = Environment(
        milliseconds: { (Int64(asOf.minutes) * 60 - 8 * 3600) * 1000 },
        randomBytes: { count in (0..<count).map { UInt8($0 & 0xFF) } })

    /// For all tests that only read; its folder goes when the tests end.
    static let shared: Result<DemoPages, any Error> = Result {
        let demo = try DemoPages()
        atexit { try? FileManager.default.removeItem(atPath: (try? DemoPages.shared.get().folder) ?? "") }
        return demo
    }

    let bureau: Bureau
    let pages: BureauPages
    private let folder: String

    init(cases: Int = 60) throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "zhunsheng-\(UUID())").path
        _ = try Bureau.makeDemo(
            at: folder, packs: Self.packs, seed: 7, cases: cases, plants: [], isClean: false,
            environment: Self.environment, progress: { _, _ in })
        bureau = try Bureau.open(at: folder, environment: Self.environment)
        pages = try BureauPages(bureau)
    }

    deinit {
        try? bureau.store.close()
        try? FileManager.default.removeItem(atPath: folder)
    }

    /// All findings that a query selects, page by page.
    func allFindings(_ query: FindingQuery) throws -> [FindingLine] {
        var query = query
        var lines: [FindingLine] = []
        while true {
            let view = try pages.findings(query: query)
            lines += view.lines
            guard lines.count < view.total, !view.lines.isEmpty else { return lines }
            query.page += 1
        }
    }
}
