import Ledger
import Testing

@testable import Service
@testable import Storage

@Suite("What an audit says")
struct LedgerAuditTests {
    private static func audit(_ witnessing: Witnessing?) -> LedgerAudit {
        LedgerAudit(
            report: AuditReport(
                size: 3, root: .sha256([]), signed: 1, faults: [.init(seq: 0, "甲"), .init("乙")]),
            paper: nil, witnessing: witnessing, now: UTCTime(seconds: 1_800_000_000))
    }

    @Test("The document has the members that tools rely on")
    func json() {
        let seen = Witnessing(
            hasPolicy: true, last: .init(size: 2, time: UTCTime(seconds: 1_800_000_000), witnesses: ["a"]),
            since: 1)
        #expect(
            String(decoding: Self.audit(seen).json.canonical, as: UTF8.self)
                == #"{"faults":[{"seq":0,"what":"甲"},{"seq":null,"what":"乙"}],"lastWitnessed":{"since":1,"size":2,"time":"2027-01-15T08:00:00.000Z","witnesses":["a"]},"ok":false,"paper":null,"root":"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855","signed":1,"size":3}"#
        )
        #expect(Self.audit(nil).json["lastWitnessed"] == .null)
    }

    @Test("Who has seen the ledger is said in every state, and what is amiss is never left out")
    func words() {
        let now = UTCTime(seconds: 1_800_000_000)
        func words(_ last: Witnessing.Last?, policy: Bool = true) -> String {
            Witnessing(hasPolicy: policy, last: last, since: 7).words(at: now)
        }
        #expect(words(nil, policy: false).contains("没有外部单位见证"))
        #expect(words(nil).contains("尚无检查点"))
        let fresh = words(.init(size: 2, time: UTCTime(seconds: 1_799_990_000), witnesses: ["检察院"]))
        #expect(fresh.contains("检察院") && fresh.contains("其后 7 条") && !fresh.contains("24 小时"))
        let late = words(.init(size: 2, time: UTCTime(seconds: 1_799_900_000), witnesses: ["检察院"]))
        #expect(late.contains("已超过 24 小时未见证"))
    }
}

@Suite("Where a witness is asked")
struct WitnessURLTests {
    @Test(
        "A plain address of the network is taken apart",
        arguments: [
            ("http://10.1.2.3:7380", "10.1.2.3", 7380, "/", "10.1.2.3:7380"),
            ("http://w.example/w1/", "w.example", 80, "/w1/", "w.example"),
            ("http://[::1]:81/a", "::1", 81, "/a/", "[::1]:81"), ("http://[::1]", "::1", 80, "/", "[::1]"),
        ] as [(String, String, UInt16, String, String)])
    func read(text: String, host: String, port: UInt16, path: String, authority: String) throws {
        let url = try #require(WitnessURL(text))
        #expect(url.host == host && url.port == port && url.path == path && url.authority == authority)
    }

    @Test(
        "Anything else is refused",
        arguments: [
            "https://w.example/", "w.example", "http://", "http://a:0/", "http://a:99999/", "http://u@a/",
            "http://a/?b", "http://a/#b", "http://a b/", "http://a/\r\nX: y",
        ])
    func refused(text: String) { #expect(WitnessURL(text) == nil) }

    @Test("An answer is read whole or not at all")
    func replies() throws {
        let whole = "HTTP/1.1 409 Conflict\r\nContent-Type: text/x.tlog.size\r\nContent-Length: 3\r\n\r\n12\n"
        let reply = try WitnessPost.reply(Array(whole.utf8))
        #expect(reply == .init(status: 409, mediaType: "text/x.tlog.size", body: Array("12\n".utf8)))
        for cut in [Array(whole.utf8.dropLast()), Array("SSH-2.0-x\r\n\r\n".utf8), []] {
            #expect(throws: WitnessPost.Fault.self) { try WitnessPost.reply(cut) }
        }
    }

    @Test("A name of a record becomes a name of a file, and never a path")
    func receiptNames() {
        #expect(ReceiptFolder.name(of: "2026-0001/立案", seq: 7) == "2026-0001_立案-7.tlog-proof")
        #expect(ReceiptFolder.name(of: "../../x\n", seq: 0) == "______x_-0.tlog-proof")
        #expect(ReceiptFolder.name(of: String(repeating: "案", count: 300), seq: 1).utf8.count < 255)
    }
}
