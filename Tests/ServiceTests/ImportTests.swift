import Foundation
import Law
import Registers
import Storage
import Testing

@testable import Service

@Suite("A file of which a row is refused")
struct ImportTests {
    private static let sheet = """
        活动名称,活动日期,活动类别,主办单位,活动地点
        甲,2025-12-04,其他,示例一派出所,东广场
        乙,2025年13月,其他,示例一派出所,西广场
        丙,2025-12-05,其他,示例一派出所,南广场
        """

    /// An empty bureau with one unit, and the sheet beside it.
    private func withBureau(
        _ body: (Bureau, _ request: (_ partial: Bool, _ dry: Bool) -> ImportRequest) throws -> Void
    )
        throws
    {
        let folder = FileManager.default.temporaryDirectory.appending(path: "zhunsheng-\(UUID())").path
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let bureau = try Bureau.create(at: folder, packs: DemoPages.packs, environment: .system)
        defer { try? bureau.store.close() }
        let unit = folder + "/unit.ndjson"
        try #"{"id":"示例一派出所","name":"示例一派出所","kind":"station","handlesCases":true,"from":"2010-01-01"}"#
            .write(toFile: unit, atomically: true, encoding: .utf8)
        #expect(try bureau.importFile(ImportRequest(register: "unit", file: unit)).filed == 1)
        let sheet = folder + "/sheet.csv"
        try Self.sheet.write(toFile: sheet, atomically: true, encoding: .utf8)
        try body(bureau) { partial, dry in
            ImportRequest(register: "outreach-event", file: sheet, isDryRun: dry, isPartial: partial)
        }
    }

    @Test("is refused whole: no row before the bad one and none after it is in the ledger")
    func whole() throws {
        try withBureau { bureau, request in
            let size = try bureau.store.size()
            for dry in [false, true] {
                let result = try bureau.importFile(request(false, dry))
                #expect(result.good == 2)
                #expect(result.refused.map(\.row) == [3])
                #expect(result.filed == 0)
                #expect(try bureau.store.count("outreach-event") == 0)
                #expect(try bureau.store.size() == size)
            }
        }
    }

    @Test("gives its good rows when that is asked for, and the file's own record counts them")
    func partial() throws {
        try withBureau { bureau, request in
            _ = try bureau.importFile(request(false, false))
            let result = try bureau.importFile(request(true, false))
            #expect(result.filed == 2)
            let titles = try bureau.store.records(of: "outreach-event", knownAt: nil)
                .map { try bureau.packs.register("outreach-event").text(of: $0, "title") }
            #expect(titles.sorted() == ["丙", "甲"])
            let counts = try bureau.store.records(of: "file-import", knownAt: nil).map { $0.values[3] }
            #expect(Set(counts) == [.number(Number(1)), .number(Number(2))])
            #expect(try bureau.store.verify().isSound)
        }
    }
}
