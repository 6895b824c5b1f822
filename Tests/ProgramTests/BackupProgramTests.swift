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

    @Test(
        "What was erased since a backup is gone again when that backup is restored: key and ciphertext, from every file"
    )
    func erasedStaysErased() throws {
        let program = try Program()
        defer { program.remove() }
        #expect(try program.run("init", "--data", "d", "--sm2", "--sm3-tree").status == 0)
        let lines = [
            "unit":
                #"{"id":"示例派出所","name":"示例派出所","kind":"station","handlesCases":true,"from":"2010-01-01"}"#,
            "study-session":
                #"{"id":"s1","heldOn":"2020-03-02","title":"甲课","kinds":["lecture"],"organiser":"示例派出所","lecturer":"某讲师","remarks":"某发言"}"#,
        ]
        for register in ["unit", "study-session"] {
            let file = try program.write(lines[register] ?? "", to: register + ".ndjson")
            #expect(try program.run("import", register, file, "--data", "d").status == 0)
        }
        #expect(try program.run("backup", "--out", "week", "--data", "d").status == 0)
        #expect(try program.run("backup", "--keys", "--out", "keys", "--data", "d").status == 0)
        let erased = try program.run(
            "erase", "study-session", "s1", "--group", "people", "--basis", "某条", "--approver", "P1",
            "--approver", "P2", "--data", "d")
        #expect(erased.status == 0, "\(erased.errors)")
        #expect(try program.run("ledger", "export", "--out", "log", "--data", "d").status == 0)

        let older = try program.run("restore", "week", "--keys", "keys", "--data", "d")
        #expect(older.status == 3 && older.errors.contains("拒绝恢复，没有做任何事"), "\(older.errors)")
        let restored = try program.run(
            "restore", "week", "--keys", "keys", "--mirror", "log", "--data", "d")
        #expect(restored.status == 0, "\(restored.errors)")
        // Before any other command has opened it.
        #expect(try Self.holding("people", in: program) == [])
        #expect(try Self.holding("words", in: program).count == 2)
        #expect(try program.run("ledger", "verify", "--data", "d").status == 0)
        #expect(try program.run("export", "study-session", "o.csv", "--private", "--data", "d").status == 0)
        let sheet = try String(contentsOfFile: program.path("o.csv"), encoding: .utf8)
        #expect(sheet.contains("已销毁（账本第") && sheet.contains("某发言") && !sheet.contains("某讲师"))
        // Elsewhere, without the journal: the entry from the export is enough.
        let drill = try program.run(
            "restore", "week", "--keys", "keys", "--mirror", "log", "--data", "drill")
        #expect(drill.status == 0, "\(drill.errors)")
        #expect(try Self.holding("people", in: program, below: "drill") == [])
    }

    /// The files below a data folder, logs and all, in which the ciphertext or the wrapped key of the backups stands.
    private static func holding(
        _ group: String, in program: Program, below folder: String = "d"
    ) throws -> [String] {
        let script = """
            import os, sqlite3, sys
            group, folder = sys.argv[1:]
            planted = [bytes(row[0]) for path in ("week/envelopes.sqlite", "keys/keys/envelopes.sqlite")
                for row in sqlite3.connect(path).execute("SELECT bytes FROM hidden WHERE grp = ?", (group,))]
            assert len(planted) == 2
            for place, _, names in os.walk(folder):
                for name in names:
                    with open(os.path.join(place, name), "rb") as file: bytes = file.read()
                    if any(item[-32:] in bytes for item in planted): print(os.path.join(place, name))
            """
        let found = try program.finished(
            ["python3", "-c", script, group, folder], executable: URL(fileURLWithPath: "/usr/bin/env"))
        #expect(found.status == 0, "\(found.errors)")
        return found.output.split(separator: "\n").map(String.init)
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
