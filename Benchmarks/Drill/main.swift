import Foundation
import Law
import Ledger
import Registers
import Storage

// What Benchmarks/reliability runs, kills and starves: the store alone, filing invented records and saying on standard
// output, by one unbuffered write, how many are acknowledged. Not part of the product.

let register = RegisterDeclaration(
    id: "visit", name: "走访台账", about: "演练用。", key: ["number"], happened: "heldAt",
    fields: [
        FieldDeclaration(id: "number", label: "编号", type: .text, isRequired: true),
        FieldDeclaration(id: "heldAt", label: "时间", type: .datetime),
        FieldDeclaration(id: "people", label: "人数", type: .integer, unit: "人"),
        FieldDeclaration(id: "about", label: "内容", type: .text),
    ])
let clock: @Sendable () -> UTCTime = {
    UTCTime(milliseconds: Int64(Date().timeIntervalSince1970 * 1000))
}

/// The same text for the same number, long enough that rows cross pages.
func filing(_ number: Int) -> Filing {
    guard let moment = Moment("2026-01-05T09:00") else { fatalError("a moment") }
    return Filing(
        register: register.id, id: "v\(number)",
        values: [
            .text("第\(number)号"), .moment(moment), .number(Number(number % 500)),
            .text(String(repeating: "走访\(number)；", count: 10 + number % 40)),
        ], knownAt: moment, actor: Entry.Actor(id: "P001", role: "operator"))
}

func say(_ text: String) {
    let bytes = Array((text + "\n").utf8)
    _ = bytes.withUnsafeBytes { write(1, $0.baseAddress, $0.count) }
}

/// Files COUNT records, BATCH to a transaction, and signs after every tenth transaction and at the end.
///
/// - Parameter first: Number of the first; without one they go on where the ledger ends.
func file(_ path: String, count: Int, batch: Int, from first: Int?) throws {
    let store = try LedgerStore(at: path, registers: [register], now: clock)
    let start = try first ?? store.size()
    for (round, first) in stride(from: start, to: start + count, by: batch).enumerated() {
        do {
            try store.file((first..<min(first + batch, start + count)).map(filing))
        } catch {
            say("refused \(StorageError(database: error).map { "\($0)" } ?? "\(error)")")
            // What a careless caller would do next: the store must not let it.
            do {
                try store.file([filing(first)])
                say("went on")
            } catch { say("stopped \(error)") }
            exit(1)
        }
        say("acknowledged \(try store.size())")
        if round % 10 == 9 { try store.checkpoint() }
    }
    try store.checkpoint()
    say("signed \(try store.size())")
    try store.close()
}

/// What a start after the accident finds: every acknowledged record, and a ledger that verifies and goes on.
func check(_ path: String, acknowledged: Int) -> String {
    do {
        let store = try LedgerStore(at: path, registers: [register], now: clock)
        defer { try? store.close() }
        let report = try store.verify()
        if let fault = report.faults.first { return "UNSOUND \(fault)" }
        if report.size < acknowledged { return "LOST \(acknowledged - report.size)" }
        try store.file([filing(report.size)])
        return "ok \(report.size)"
    } catch {
        return "REFUSED \(error)"
    }
}

let arguments = CommandLine.arguments.dropFirst()
do {
    switch (arguments.first, arguments.dropFirst().map(\.self)) {
    case ("create", let rest) where rest.count == 1:
        let seed = (0..<32).map { _ in UInt8.random(in: .min ... .max) }
        try LedgerStore.create(
            at: rest[0], origin: "example.test/drill", seed: seed, registers: [register], now: clock
        ).close()
    case ("file", let rest) where (3...4).contains(rest.count):
        try file(
            rest[0], count: Int(rest[1]) ?? 0, batch: max(1, Int(rest[2]) ?? 1),
            from: rest.count == 4 ? Int(rest[3]) : nil)
    case ("verify", let rest) where rest.count == 1:
        let report = try LedgerStore.verify(at: rest[0], registers: [register])
        say(report.json.pretty)
        exit(report.isSound ? 0 : 3)
    case ("check", []):
        // One line in, "FOLDER ACKNOWLEDGED"; one line out.
        while let line = readLine() {
            let words = line.split(separator: " ")
            guard words.count == 2, let acknowledged = Int(words[1]) else { continue }
            say(check(String(words[0]), acknowledged: acknowledged))
        }
    default:
        say("ledger-drill create DIR | file DIR COUNT BATCH [FROM] | verify DIR | check")
        exit(2)
    }
} catch {
    say("refused \(error)")
    exit(1)
}
