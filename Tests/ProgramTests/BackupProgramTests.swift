import Foundation
import Testing

@Suite("Backup, restore and export as a person runs them")
struct BackupProgramTests {
    @Test("Last week's backup is not put over today's ledger, and a folder in use is not replaced")
    func commands() throws {
        let program = try Program()
        defer { program.remove() }
        #expect(try program.run("demo", "--data", "d", "--seed", "3", "--cases", "20").status == 0)
        #expect(try program.run("backup", "--out", "week", "--data", "d").status == 0)
        #expect(try program.run("backup", "--keys", "--out", "keys", "--data", "d").status == 0)
        let drill = try program.run("restore", "week", "--keys", "keys", "--data", "drill", "--json")
        #expect(drill.status == 0, "\(drill.errors)")
        let audited = try program.run("ledger", "verify", "--data", "drill", "--json")
        #expect(audited.status == 0)
        #expect(try drill.json()["root"] as? String == audited.json()["root"] as? String)
        #expect(try program.run("rebuild", "--check", "--data", "drill").status == 0)

        let unit =
            #"{"id":"示例单位九","name":"示例单位九","kind":"station","handlesCases":true,"from":"2010-01-01"}"#
        let file = try program.write(unit, to: "unit.ndjson")
        #expect(try program.run("import", "unit", file, "--data", "d").status == 0)
        #expect(try program.run("ledger", "checkpoint", "--data", "d").status == 0)
        let old = try program.run("restore", "week", "--data", "d")
        #expect(old.status == 3 && old.errors.contains("已签署的检查点"), "\(old.errors)")
        #expect(try program.run("ledger", "verify", "--data", "d").status == 0)

        #expect(try program.run("ledger", "export", "--out", "log", "--data", "d").status == 0)
        try program.shell("rm d/ledger.sqlite")
        let replayed = try program.run("restore", "week", "--mirror", "log", "--data", "d")
        #expect(replayed.status == 0, "\(replayed.errors)")
        #expect(try program.run("ledger", "verify", "--data", "d").status == 0)
    }

    @Test("A folder that another process has open is not replaced")
    func inUse() throws {
        let program = try Program()
        defer { program.remove() }
        #expect(try program.run("init", "--data", "d").status == 0)
        #expect(try program.run("backup", "--out", "b", "--data", "d").status == 0)
        let pages = try Pages(program, data: "d", asOf: "2026-10-31")
        let refused = try program.run("restore", "b", "--data", "d")
        pages.stop()
        #expect(refused.status == 2 && refused.errors.contains("正在使用"), "\(refused.errors)")
        #expect(try program.run("ledger", "verify", "--data", "d").status == 0)
    }
}
