import Foundation
import Law
import Ledger
import Registers
import Storage
import Testing

@testable import Service

@Suite("Private fields from sheet to sheet")
struct PrivateFieldsTests {
    static let sheet = """
        学习日期,学习内容,学习形式,组织单位,授课人,发言摘要
        2020-03-02,甲课,专题辅导,示例一派出所,plantedlecturer甲,plantedremarks一
        2020-03-09,乙课,专题辅导,示例一派出所,plantedlecturer乙,
        2020-03-16,丙课,专题辅导,示例一派出所,,
        """

    /// A bureau with one unit and the sheet imported.
    static func withBureau(_ body: (Bureau, _ path: @escaping (String) -> String) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "zhunsheng-\(UUID())").path
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let bureau = try Bureau.create(
            at: folder + "/data", packs: DemoPages.packs, environment: .system)
        defer { try? bureau.store.close() }
        let path = { (name: String) in folder + "/" + name }
        try #"{"id":"示例一派出所","name":"示例一派出所","kind":"station","handlesCases":true,"from":"2010-01-01"}"#
            .write(toFile: path("unit.ndjson"), atomically: true, encoding: .utf8)
        _ = try bureau.importFile(ImportRequest(register: "unit", file: path("unit.ndjson")))
        try sheet.write(toFile: path("sheet.csv"), atomically: true, encoding: .utf8)
        let result = try bureau.importFile(ImportRequest(register: "study-session", file: path("sheet.csv")))
        #expect(result.filed == 3 && result.refused.isEmpty)
        try body(bureau, path)
    }

    static func id(_ bureau: Bureau, _ title: String) throws -> String {
        let register = try bureau.packs.register("study-session")
        let records = try bureau.store.records(of: "study-session", knownAt: nil)
        return try #require(records.first { register.text(of: $0, "title") == title }).id
    }

    static func files(below folder: String, holding text: String) throws -> [String] {
        let names = FileManager.default.enumerator(atPath: folder)?.allObjects ?? []
        return names.compactMap { $0 as? String }.filter { name in
            (try? Data(contentsOf: URL(filePath: folder + "/" + name)))?.firstRange(of: Data(text.utf8))
                != nil
        }
    }

    @Test("Nothing planted stands in the data folder, and the same file adds nothing")
    func imported() throws {
        try Self.withBureau { bureau, path in
            for planted in ["plantedlecturer", "plantedremarks"] {
                #expect(try Self.files(below: bureau.folder, holding: planted) == [])
            }
            let size = try bureau.store.size()
            let again = try bureau.importFile(
                ImportRequest(register: "study-session", file: path("sheet.csv")))
            #expect(again.unchanged == 3 && again.filed == 0)
            #expect(try bureau.store.size() == size)
            let plain = try bureau.store.records(of: "file-import", knownAt: nil).filter {
                $0.values[0] == .text("study-session")
            }
            let digest = try FileBytes(path("sheet.csv")).digest
            #expect(plain.count == 1 && plain[0].values[1] != .text(digest.hex))
        }
    }

    @Test(
        "An export leaves them out unless asked, records the look, and changes nothing when imported again",
        arguments: ["xlsx", "csv", "ndjson"])
    func exported(format: String) throws {
        try Self.withBureau { bureau, path in
            for showsPrivate in [false, true] {
                let file = path("out-\(showsPrivate).\(format)")
                let looks = try bureau.store.count("private-look")
                _ = try bureau.exportRegister("study-session", to: file, showsPrivate: showsPrivate)
                #expect(try bureau.store.count("private-look") == looks + (showsPrivate ? 1 : 0))
                let again = try bureau.importFile(ImportRequest(register: "study-session", file: file))
                #expect(again.unchanged == 3 && again.filed == 0 && again.refused.isEmpty)
            }
            if format != "xlsx" {
                #expect(
                    try !String(contentsOfFile: path("out-false.\(format)"), encoding: .utf8).contains(
                        "planted"))
                #expect(
                    try String(contentsOfFile: path("out-true.\(format)"), encoding: .utf8).contains(
                        "plantedlecturer甲"))
            }
            let look = try #require(try bureau.store.records(of: "private-look", knownAt: nil).first)
            #expect(look.values[0] == .text("study-session") && look.values[2] == .number(Number(3)))
        }
    }

    @Test("What was erased is shown as such, with the entry, and an import of that changes nothing")
    func erased() throws {
        try Self.withBureau { bureau, path in
            let id = try Self.id(bureau, "甲课")
            let seq = try bureau.erase(
                register: "study-session", record: id, group: "people", basis: "个人信息保护法第四十七条",
                approvers: ["P0001", "P0002"])
            let file = path("after.csv")
            _ = try bureau.exportRegister("study-session", to: file, showsPrivate: true)
            let text = try String(contentsOfFile: file, encoding: .utf8)
            #expect(text.contains("已销毁（账本第 \(seq) 条）") && !text.contains("plantedlecturer甲"))
            #expect(text.contains("plantedremarks一"))
            let again = try bureau.importFile(ImportRequest(register: "study-session", file: file))
            #expect(again.unchanged == 3 && again.filed == 0)
            let page = try BureauPages(bureau).record(register: "study-session", id: id)
            let cells = Dictionary(uniqueKeysWithValues: page.fields.map { ($0.label, $0.value) })
            #expect(cells["授课人"] == .text("已销毁（账本第 \(seq) 条）") && cells["发言摘要"] == .text("私密，不显示"))
            // The sheet of before would bring it back.
            #expect(throws: HiddenError.self) {
                try bureau.importFile(ImportRequest(register: "study-session", file: path("sheet.csv")))
            }
            #expect(try bureau.store.verify().isSound)
        }
    }

    @Test("An erasure wants a basis, a group that exists, and two different approvers")
    func refused() throws {
        try Self.withBureau { bureau, _ in
            let id = try Self.id(bureau, "甲课")
            for (group, basis, approvers, word) in [
                ("people", "依据", ["P1"], "两名不同"), ("people", "依据", ["P1", " P1 "], "两名不同"),
                ("people", " ", ["P1", "P2"], "没有写明依据"), ("names", "依据", ["P1", "P2"], "可用：people、words"),
            ] {
                let error = #expect(throws: ServiceError.self) {
                    try bureau.erase(
                        register: "study-session", record: id, group: group, basis: basis,
                        approvers: approvers)
                }
                #expect(error?.description.contains(word) == true && error?.kind == .use)
            }
            #expect(throws: HiddenError.self) {
                try bureau.erase(
                    register: "study-session", record: try Self.id(bureau, "丙课"), group: "people",
                    basis: "依据",
                    approvers: ["P1", "P2"])
            }
        }
    }

    @Test("Nobody finds a record by them: no condition, filter, figure, fact or rule may name them")
    func unreadable() throws {
        try Self.withBureau { bureau, path in
            #expect(throws: ServiceError.self) {
                try bureau.exportRegister(
                    "study-session", to: path("x.csv"), where: #"lecturer = "plantedlecturer甲""#)
            }
            let pages = try BureauPages(bureau)
            let table = try pages.table(register: "study-session", query: TableQuery())
            #expect(table.columns.filter { $0.kind == .hidden }.map(\.id) == ["lecturer", "remarks"])
            #expect(throws: PageFault.self) {
                try pages.table(
                    register: "study-session",
                    query: TableQuery(filters: [
                        FieldFilter(field: "lecturer", relation: .contains, text: "甲")
                    ]))
            }
            #expect(
                try pages.table(register: "study-session", query: TableQuery(search: "plantedlecturer")).total
                    == 0)
        }
    }

    @Test(
        "A pack that reads them does not load, and says where",
        arguments: [
            (
                "indicators",
                "indicators:\n  - {id: X1, name: 某, unit: 次, definition: 某, of: study-session, "
                    + "count: distinct lecturer}\n"
            ),
            (
                "indicators",
                "indicators:\n  - {id: X1, name: 某, unit: 次, definition: 某, of: study-session, "
                    + "count: records, where: 'lecturer = null'}\n"
            ),
            (
                "facts",
                "facts:\n  - {name: secret, label: 某, of: register:unit, take: exists, "
                    + "from: register:study-session, link: organiser, where: 'lecturer = null'}\n"
            ),
            (
                "facts",
                "facts:\n  - {name: secret, label: 某, of: register:unit, take: first, field: lecturer, "
                    + "from: register:study-session, link: organiser}\n"
            ),
        ])
    func packs(folder: String, text: String) throws {
        let home = FileManager.default.temporaryDirectory.appending(path: "zhunsheng-\(UUID())").path
        defer { try? FileManager.default.removeItem(atPath: home) }
        try FileManager.default.createDirectory(
            atPath: "\(home)/spy/\(folder)", withIntermediateDirectories: true)
        try text.write(toFile: "\(home)/spy/\(folder)/spy.yaml", atomically: true, encoding: .utf8)
        let error = #expect(throws: PackErrors.self) {
            try BureauPacks.load(folders: DemoPages.packs + ["\(home)/spy"])
        }
        #expect(error?.description.contains("spy.yaml:2:") == true, "\(error.map(\.description) ?? "")")
    }

    @Test("The demo's invented names and words stand in no file of its folder")
    func demo() throws {
        let demo = try DemoPages.shared.get()
        let sessions = try demo.bureau.store.records(of: "study-session", knownAt: nil)
        let shown = try sessions.map(demo.bureau.store.revealed)
        let register = try demo.bureau.packs.register("study-session")
        let names = shown.map { register.text(of: $0, "lecturer") }.filter { !$0.isEmpty }
        #expect(names.count > 10 && names.allSatisfy { $0.hasPrefix("虚构外请授课人") })
        for planted in ["虚构外请授课人", "虚构研讨发言要点", "虚构联系教师"] {
            #expect(try Self.files(below: demo.bureau.folder, holding: planted) == [], "\(planted)")
        }
    }
}
