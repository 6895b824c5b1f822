import Foundation
import Ledger
import Testing

/// Foreign vectors, kept outside this repository.
private enum WitnessVectors {
    struct Session: Decodable {
        struct Step: Decodable {
            let body: String
            let status: Int
            let also_ok: [Int]?
            let response: String?
            let why: String?
        }
        struct Race: Decodable {
            let first: String
            let second: String
        }
        let log_public_key_hex: String
        let origin: String
        let steps: [Step]
        let race: Race

        var log: VerifierKey {
            get throws {
                VerifierKey(name: origin, publicKey: try #require(Hex.decode(log_public_key_hex)))
            }
        }
    }

    static let file = Program.root.resolvingSymlinksInPath().deletingLastPathComponent()
        .appending(path: "shared/vectors/c2sp/witness_sequence_litewitness.json")
    static let areHere = FileManager.default.fileExists(atPath: file.path)
    static let missing: Comment = "../shared/vectors is not here"

    static func session() throws -> Session {
        try JSONDecoder().decode(Session.self, from: try Data(contentsOf: file))
    }
}

@Suite(
    "A witness over HTTP answers litewitness's session",
    .enabled(if: WitnessVectors.areHere, WitnessVectors.missing))
struct WitnessSessionTests {
    private static func witness(_ session: WitnessVectors.Session) throws -> Program {
        let program = try Program()
        #expect(try program.run("ledger", "witness", "init", "w.example/w1", "--data", "w").status == 0)
        let log = try program.run(
            "ledger", "witness", "add-log", try session.log.text, "--from-empty", "--data", "w")
        #expect(log.status == 0, "\(log.errors)")
        return program
    }

    @Test("Each of the twelve requests, with a kill -9 of the witness after each answer")
    func session() throws {
        let session = try WitnessVectors.session()
        let program = try Self.witness(session)
        defer { program.remove() }
        for (number, step) in session.steps.enumerated() {
            // What it answered is on the disk, or it would answer the next one otherwise.
            let site = try WitnessSite(program, folder: "w")
            let answer = try site.ask(step.body)
            site.stop()
            let expected = [step.status] + (step.also_ok ?? [])
            #expect(expected.contains(answer.status), "\(number): \(step.why ?? "") \(answer.body)")
            if let response = step.response { #expect(answer.body == response, "\(number)") }
            if answer.status == 409 {
                #expect(answer.head.contains("content-type: text/x.tlog.size"), "\(number)")
            }
            if answer.status == 200 { #expect(answer.body.hasPrefix("— w.example/w1 "), "\(number)") }
        }
        let shown = try program.run("ledger", "witness", "show", "--data", "w", "--json").json()
        let log = try #require((shown["logs"] as? [[String: Any]])?.first)
        #expect(log["size"] as? Int == 5)
        #expect((log["evidence"] as? [String])?.isEmpty == false, "what contradicts is kept")
    }

    @Test("A request that stalls before its end loses against one that comes later and is whole")
    func race() throws {
        let session = try WitnessVectors.session()
        let program = try Self.witness(session)
        defer { program.remove() }
        let site = try WitnessSite(program, folder: "w")
        #expect(try site.ask(session.steps[0].body).status == 200)
        let slow = try #require(Line(to: site.port))
        let request = WitnessSite.request(session.race.first)
        let most = request.index(request.endIndex, offsetBy: -20)
        slow.say(request[..<most])
        #expect(try site.ask(session.race.second).status == 200)
        slow.say(request[most...])
        #expect(try WitnessSite.Answer(slow.hear()).status == 409)
    }

    @Test(
        "What is no request: another address, another method, too long a body, a witness that lost its memory"
    )
    func others() throws {
        let session = try WitnessVectors.session()
        let program = try Self.witness(session)
        defer { program.remove() }
        let site = try WitnessSite(program, folder: "w")
        func status(_ request: String) throws -> Int {
            let line = try #require(Line(to: site.port))
            line.say(request)
            return try WitnessSite.Answer(line.hear()).status
        }
        let end = " HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\nContent-Length: 0\r\n\r\n"
        #expect(try status("GET /add-checkpoint" + end) == 405)
        #expect(try status("POST /" + end) == 404)
        #expect(try site.ask(String(repeating: "a", count: 100_000)).status == 413)
        #expect(try site.ask("").status == 400)
        #expect(try site.ask(session.steps[0].body).status == 200)
        try program.shell("rm w/logs/*/last")
        #expect(try site.ask(session.steps[0].body).status == 503)
        site.stop()
        let again = try program.run("ledger", "witness", "show", "--data", "w")
        #expect(again.status == 3 && again.errors.contains("再签就可能为改写过的账本作证"))
    }
}
