import Foundation
import Law
import Ledger
import Registers
import Storage
import Testing

@testable import Service

@Suite("Sealed records: the server files them and cannot read them")
struct SealingTests {
    static let planted = ["plantedrecorder", "plantedcontent", "plantedidentity"]
    static let sheet = """
        干预记录编号,干预日期,记录人,过问人身份职务,过问内容
        干〔2026〕1号,2026-02-03,plantedrecorder甲,plantedidentity一,plantedcontent一
        干〔2026〕2号,2026-05-06,plantedrecorder乙,plantedidentity二,plantedcontent二
        """

    /// A bureau, two offices' keys in a folder beside it, and the sheet imported.
    static func withBureau(
        installing: Bool = true, _ body: (Bureau, _ path: @escaping (String) -> String) throws -> Void
    ) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "zhunsheng-\(UUID())").path
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let path = { (name: String) in folder + "/" + name }
        let bureau = try Bureau.create(at: path("data"), packs: DemoPages.packs, environment: .system)
        defer { try? bureau.store.close() }
        try sheet.write(toFile: path("sheet.csv"), atomically: true, encoding: .utf8)
        if installing {
            for office in ["discipline", "inspection"] {
                let made = try Bureau.makeOfficeKey(office, in: folder, environment: .system)
                #expect(try bureau.installOfficeKey(from: path("\(office).pub")).digest == made)
            }
            let result = try bureau.importFile(
                ImportRequest(register: "interference-original", file: path("sheet.csv")))
            #expect(result.filed == 2 && result.refused.isEmpty)
        }
        try body(bureau, path)
    }

    static func record(_ bureau: Bureau, _ id: String = "干〔2026〕1号") throws -> Record {
        try #require(try bureau.store.record("interference-original", id))
    }

    @Test("No file of the server holds a word of it, nor who filed it")
    func hidden() throws {
        try Self.withBureau { bureau, path in
            for word in Self.planted {
                #expect(try PrivateFieldsTests.files(below: bureau.folder, holding: word) == [])
            }
            let record = try Self.record(bureau)
            let entry = try bureau.store.entry(record.seq ?? 0)
            #expect(entry.actor == Entry.Actor(id: "sealed", role: "filer"))
            #expect(entry.commitments.map(\.group) == ["sealed"] && entry.attachments.count == 1)
            let digest = try FileBytes(path("sheet.csv")).digest.hex
            #expect(try PrivateFieldsTests.files(below: bureau.folder, holding: digest) == [])
            #expect(try bureau.store.records(of: "file-import", knownAt: nil).isEmpty)
        }
    }

    @Test("No key on the server opens it: every 32 bytes of every file are tried")
    func keys() throws {
        try Self.withBureau { bureau, path in
            let (item, _) = try bureau.store.sealedItem("interference-original", "干〔2026〕1号")
            let tried = try Self.candidates(below: bureau.folder + "/keys")
            #expect(tried.count > 3)
            for secret in tried {
                for office in ["discipline", "inspection"] {
                    let key = OfficeKey(office: office, secret: secret)
                    #expect(throws: SealedError.self) { try item.open(with: [key]) }
                    let real = try Self.key(path("discipline.key"))
                    #expect(throws: SealedError.needs(office: "inspection")) {
                        try item.open(with: [real, key])
                    }
                }
            }
        }
    }

    /// What in the files of a folder could be a secret: every line's base64 and hexadecimal of 32 bytes or more.
    private static func candidates(below folder: String) throws -> [[UInt8]] {
        let names =
            FileManager.default.enumerator(atPath: folder)?.allObjects.compactMap { $0 as? String } ?? []
        var found: [[UInt8]] = []
        for name in names {
            guard let data = FileManager.default.contents(atPath: "\(folder)/\(name)") else { continue }
            let text = String(decoding: data, as: UTF8.self)
            for word in text.split(whereSeparator: { " \n+|".contains($0) }) {
                for bytes in [Base64.decode(word), Hex.decode(word)].compactMap(\.self)
                where bytes.count >= 32 {
                    found += [Array(bytes.prefix(32)), Array(bytes.suffix(32))]
                }
            }
        }
        return found
    }

    static func key(_ path: String) throws -> OfficeKey {
        try #require(OfficeKey(try String(contentsOfFile: path, encoding: .utf8)))
    }

    @Test(
        "Both offices open it, here or from a file; either way the opening is an entry, and the filer's receipt proves the entry"
    )
    func opened() throws {
        try Self.withBureau { bureau, path in
            let seq = try #require(try Self.record(bureau).seq)
            let keys = [path("inspection.key"), path("discipline.key")]
            let opened = try bureau.openSealed(
                entry: seq, keys: keys, reason: "核查", people: ["J001", "D001"])
            #expect(opened.fields.first { $0.label == "记录人" }?.value == "plantedrecorder甲")
            let opening = try bureau.store.entry(try #require(opened.opening))
            #expect(opening.register == "sealed-opening" && opening.event == "opened")
            let exported = try bureau.exportSealed(
                entry: seq, to: path("item"), reason: "核查", people: ["J001", "D001"])
            #expect(try bureau.store.entry(exported).register == "sealed-opening")
            #expect(try bureau.store.count("sealed-opening") == 2)
            let offline = try Bureau.openSealedItem(at: path("item"), keys: keys)
            #expect(offline.fields.first { $0.label == "content" }?.value == "plantedcontent一")
            #expect(offline.opening == nil)

            try bureau.writeReceipt(register: "interference-original", id: "干〔2026〕1号", to: path("receipt"))
            let receipt = try TlogProof(
                parsing: Array(try #require(FileManager.default.contents(atPath: path("receipt")))))
            let proven = try receipt.verify(by: bureau.store.verifierKeys).entry
            #expect(proven.record == "干〔2026〕1号")
            let item = try #require(FileManager.default.contents(atPath: path("item")))
            #expect(proven.attachments.first?.sha256 == .sha256(Array(item)))
        }
    }

    @Test("One office alone gets nothing, and nothing is recorded; nor without a reason and two people")
    func alone() throws {
        try Self.withBureau { bureau, path in
            let seq = try #require(try Self.record(bureau).seq)
            for keys in [["discipline"], ["inspection"], ["discipline", "discipline"], []] {
                #expect(throws: SealedError.self) {
                    try bureau.openSealed(
                        entry: seq, keys: keys.map { path("\($0).key") }, reason: "核查", people: ["A", "B"])
                }
            }
            let both = ["discipline", "inspection"].map { path("\($0).key") }
            for (reason, people) in [("", ["A", "B"]), ("核查", ["A"]), ("核查", ["A", "A"])] {
                #expect(throws: ServiceError.self) {
                    try bureau.openSealed(entry: seq, keys: both, reason: reason, people: people)
                }
            }
            #expect(try bureau.store.count("sealed-opening") == 0)
        }
    }

    @Test("An export says 密封 and changes nothing when imported again; the content itself is not filed twice")
    func exported() throws {
        try Self.withBureau { bureau, path in
            for format in ["csv", "ndjson", "xlsx"] {
                let file = path("out.\(format)")
                _ = try bureau.exportRegister("interference-original", to: file)
                if format != "xlsx" {
                    let text = try String(contentsOfFile: file, encoding: .utf8)
                    #expect(text.contains("密封") && !text.contains("planted"))
                }
                let again = try bureau.importFile(
                    ImportRequest(register: "interference-original", file: file))
                #expect(again.unchanged == 2 && again.filed == 0 && again.refused.isEmpty)
            }
            let size = try bureau.store.size()
            #expect(throws: HiddenError.self) {
                try bureau.importFile(
                    ImportRequest(register: "interference-original", file: path("sheet.csv")))
            }
            #expect(try bureau.store.size() == size)
            let page = try BureauPages(bureau).record(register: "interference-original", id: "干〔2026〕1号")
            let cells = Dictionary(uniqueKeysWithValues: page.fields.map { ($0.label, $0.value) })
            #expect(cells["记录人"] == .text("密封") && cells["干预日期"] == .text("2026-02-03"))
        }
    }

    @Test("How many there were in a quarter, and that there were none, is counted without opening anything")
    func counts() throws {
        try Self.withBureau { bureau, path in
            for (quarter, count) in [
                ("2026-01-01..2026-03-31", 1), ("2026-04-01..2026-06-30", 1), ("2026-07-01..2026-09-30", 0),
            ] {
                let parts = quarter.components(separatedBy: "..").map { Day($0) }
                let register = try bureau.packs.register("interference-original")
                let found = try bureau.store.records(of: register.id, knownAt: nil).filter { record in
                    guard case .day(let day) = record.values[1], let from = parts[0], let until = parts[1]
                    else { return false }
                    return from <= day && day <= until
                }
                #expect(found.count == count)
            }
        }
    }

    @Test("Nothing is sealed without both keys, with a key put in the place of another, or without content")
    func refused() throws {
        try Self.withBureau(installing: false) { bureau, path in
            let request = ImportRequest(register: "interference-original", file: path("sheet.csv"))
            #expect(throws: HiddenError.officeKeyMissing(office: "discipline")) {
                try bureau.importFile(request)
            }
        }
        try Self.withBureau { bureau, path in
            let swapped = bureau.folder + "/keys/offices/inspection.pub"
            let text = try String(
                contentsOfFile: bureau.folder + "/keys/offices/discipline.pub", encoding: .utf8)
            try text.replacing("office discipline", with: "office inspection")
                .write(toFile: swapped, atomically: true, encoding: .utf8)
            let sheet = "干预记录编号,干预日期,记录人\n干〔2026〕3号,2026-02-03,甲\n"
            try sheet.write(toFile: path("more.csv"), atomically: true, encoding: .utf8)
            #expect(throws: HiddenError.officeKeyChanged(office: "inspection", path: swapped)) {
                try bureau.importFile(
                    ImportRequest(register: "interference-original", file: path("more.csv")))
            }
            try "干预记录编号,干预日期,记录人\n干〔2026〕3号,2026-02-03,\n"
                .write(toFile: path("none.csv"), atomically: true, encoding: .utf8)
            #expect(throws: HiddenError.self) {
                try bureau.importFile(
                    ImportRequest(register: "interference-original", file: path("none.csv")))
            }
        }
    }

    @Test("A key pair is never overwritten, and a secret key is refused by the server")
    func keygen() throws {
        try Self.withBureau { bureau, path in
            #expect(throws: ServiceError.self) {
                try Bureau.makeOfficeKey("discipline", in: path(""), environment: .system)
            }
            #expect(throws: ServiceError.self) { try bureau.installOfficeKey(from: path("discipline.key")) }
            let mode = try FileManager.default.attributesOfItem(atPath: path("discipline.key"))[
                .posixPermissions]
            #expect(mode as? Int == 0o600)
        }
    }
}
