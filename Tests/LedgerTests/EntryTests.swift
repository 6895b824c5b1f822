import Testing

@testable import Ledger

@Suite("Ledger entries")
struct EntryTests {
    private static func entry(remark: String = "第一次走访") throws -> Entry {
        Entry(
            register: "outreach-event", record: "宣传-2025-017", revision: 2, previous: 40, event: "revised",
            happenedAt: CivilTime("2025-12-04".utf8),
            knownAt: try #require(CivilTime("2025-12-05T09:30".utf8)),
            recordedAt: UTCTime(milliseconds: 1_764_898_205_042),
            actor: Entry.Actor(id: "P0012", role: "legal-officer", unit: "U03"), basis: "pufa-duty",
            retention: "years-10", fields: CanonicalJSON(["audience": 120, "remark": .string(remark)]),
            commitments: [Commitment(group: "speakers", hmac: .sha256([1]))],
            attachments: [Entry.Attachment(size: 3, sha256: .sha256([2]), sm3: .sha256([3]))],
            signature: Entry.Signature(scheme: "sm2sm3/v1", key: .sha256([4]), bytes: [1, 2, 3]))
    }

    @Test("An entry is two lines: what it is, and canonical JSON")
    func bytes() throws {
        let entry = Entry(
            register: "visit", record: "v1", knownAt: try #require(CivilTime("2026-01-05T09:00".utf8)),
            recordedAt: UTCTime(milliseconds: 0), actor: Entry.Actor(id: "P1", role: "officer"),
            fields: CanonicalJSON(["people": 12]))
        #expect(
            String(decoding: try entry.encoded(), as: UTF8.self) == """
                zhunsheng/entry/v1
                {"actor":{"id":"P1","role":"officer"},"event":"filed","fields":{"people":12},"knownAt":"2026-01-05T09:00","record":"v1","recordedAt":"1970-01-01T00:00:00.000Z","register":"visit","revision":1}

                """)
    }

    @Test("What is written is canonical, and reads back as it was")
    func roundTrip() throws {
        let entry = try Self.entry()
        let bytes = try entry.encoded()
        #expect(try Entry(decoding: bytes) == entry)
        let json = Array(bytes.dropFirst("zhunsheng/entry/v1\n".utf8.count).dropLast())
        #expect(try JSONValue(parsing: json).canonical == json)
    }

    @Test("Any one byte changed gives another leaf hash; most give no entry at all, none the same one")
    func flips() throws {
        let entry = try Self.entry()
        let bytes = try entry.encoded()
        for position in bytes.indices {
            var changed = bytes
            changed[position] ^= 0x04
            #expect(leafHash(changed) != leafHash(bytes))
            #expect((try? Entry(decoding: changed)) != entry)
        }
    }

    @Test("Bytes that are not exactly what would be written are refused, and the error names the member")
    func refused() throws {
        let text = String(decoding: try Self.entry().encoded(), as: UTF8.self)
        func error(_ from: String, _ to: String) -> EntryError? {
            do throws(EntryError) {
                _ = try Entry(decoding: Array(text.replacing(from, with: to).utf8))
                return nil
            } catch { return error }
        }
        #expect(error("entry/v1", "entry/v2") == .noHeader)
        #expect(error(#""revision":2"#, #""revision": 2"#) == .notCanonical)
        #expect(error(#""revision":2"#, #""revision":0"#) == .invalid(member: "revision"))
        #expect(error(#""register":"outreach-event","#, "") == .missing(member: "register"))
        #expect(
            error(#""register":"outreach-event""#, #""register":"Outreach""#) == .invalid(member: "register"))
        #expect(error(#""role":"#, #""rule":1,"role":"#) == .unknown(member: "actor.rule"))
        #expect(error(#""size":3"#, #""size":-1"#) == .invalid(member: "size"))
        #expect(
            error(#""knownAt":"2025-12-05T09:30""#, #""knownAt":"2025-12-05""#) == .invalid(member: "knownAt")
        )
        #expect(
            error("2025-12-05T01:30:05.042Z", "2025-02-30T01:30:05.042Z") == .invalid(member: "recordedAt"))
        #expect(error(#"{"audience":120"#, #"{"audience":120,"audience":120"#) != nil)
        #expect(error("第一次走访", "\\u0007") == .controlCharacter)
    }

    @Test("An entry too long for an entry bundle, or with control characters, is not written")
    func limits() throws {
        let long = try Self.entry(remark: String(repeating: "长", count: 22_000))
        #expect(throws: EntryError.self) { try long.encoded() }
        #expect(throws: EntryError.controlCharacter) { try Self.entry(remark: "\u{1b}[31m").encoded() }
        #expect(throws: Never.self) { try Self.entry(remark: "一\n二\t三\\u0007").encoded() }
    }

    @Test("Nothing is written that would not be read")
    func invalid() throws {
        func error(register: String = "visit", record: String = "1", actor: String = "P1", revision: Int = 1)
            -> EntryError?
        {
            let entry = Entry(
                register: register, record: record, revision: revision,
                knownAt: CivilTime(year: 2026, month: 1, day: 5, minuteOfDay: 0),
                recordedAt: UTCTime(milliseconds: 0),
                actor: Entry.Actor(id: actor, role: "officer"), fields: CanonicalJSON([:]))
            do throws(EntryError) {
                _ = try entry.encoded()
                return nil
            } catch { return error }
        }
        #expect(error() == nil)
        for name in ["", "Visit", "-a", "a-", "a--b", "1a", "访"] {
            #expect(error(register: name) == .invalid(member: "register"), "\(name)")
        }
        #expect(error(register: "a1-b2") == nil)
        #expect(error(record: "") == .invalid(member: "record"))
        #expect(error(actor: "") == .invalid(member: "actor"))
        #expect(error(revision: 2) == .invalid(member: "previous"))
    }

    @Test("The outline finds the members that reading finds")
    func outline() throws {
        let bytes = try Self.entry(remark: #"带"引号"、{括号}和\反斜杠"#).encoded()
        try bytes.withUnsafeBytes { buffer in
            let outline = try #require(EntryOutline(buffer))
            let text = { (place: Range<Int>) in String(decoding: outline[place], as: UTF8.self) }
            #expect(text(outline.register) == #""outreach-event""#)
            #expect(text(outline.record) == #""宣传-2025-017""#)
            #expect(text(outline.revision) == "2")
            #expect(text(outline.knownAt) == #""2025-12-05T09:30""#)
            #expect(Array(outline[outline.fields]) == (try Entry(decoding: bytes).fields.bytes))
        }
        for count in bytes.indices {
            bytes[..<count].withUnsafeBytes { _ = EntryOutline($0) }
            var changed = bytes
            changed[count] = UInt8(ascii: "1")
            changed.withUnsafeBytes { buffer in
                if let outline = EntryOutline(buffer) { _ = outline.plainText(outline.register) }
            }
        }
    }

    @Test(
        "A commitment is the keyed hash of its record, group and fields, so none can be moved to another record"
    )
    func commitments() {
        let key = [UInt8](repeating: 9, count: 32)
        let fields = CanonicalJSON(["name": "某甲"])
        let commitment = Commitment(group: "g", of: fields, register: "r", record: "1", key: key)
        #expect(commitment.hmac == HMAC.sha256(key: key, Array("r|1|g|v1\n{\"name\":\"某甲\"}".utf8)))
        #expect(commitment != Commitment(group: "g", of: fields, register: "r", record: "2", key: key))
    }

    @Test(
        "The ledger's time is written and read to the millisecond",
        arguments: [0, -1, 951_782_399_999, 1_764_898_205_042, 4_102_444_800_000])
    func times(milliseconds: Int64) {
        let time = UTCTime(milliseconds: milliseconds)
        #expect(UTCTime(time.description.utf8) == time)
    }

    @Test("The last moment of a leap February")
    func leap() {
        #expect(UTCTime(milliseconds: 951_868_799_999).description == "2000-02-29T23:59:59.999Z")
    }
}
