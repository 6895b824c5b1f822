import Testing

@testable import Ledger

@Suite("JSON")
struct JSONTests {
    private func reason(_ text: String, _ limits: JSONLimits = JSONLimits()) -> JSONError.Reason? {
        do throws(JSONError) {
            _ = try JSONValue(parsing: Array(text.utf8), limits: limits)
            return nil
        } catch { return error.reason }
    }

    @Test("The canonical form is that of RFC 8785: sorted by UTF-16, shortest escapes, no space")
    func canonical() throws {
        // The names of RFC 8785 section 3.2.3, in which U+FB33 comes after the surrogates of U+1F600.
        let value: JSONValue = [
            "\u{20ac}": "Euro Sign", "\r": "Carriage Return", "\u{fb33}": "Hebrew Letter Dalet With Dagesh",
            "1": "One", "\u{1f600}": "Emoji: Grinning Face", "\u{80}": "Control",
            "\u{f6}": "Latin Small Letter O",
        ]
        let text = String(decoding: value.canonical, as: UTF8.self)
        #expect(
            text == #"{"\r":"Carriage Return","1":"One",""# + "\u{80}" + #"":"Control",""# + "\u{f6}"
                + #"":"Latin Small Letter O",""# + "\u{20ac}" + #"":"Euro Sign",""# + "\u{1f600}"
                + #"":"Emoji: Grinning Face",""# + "\u{fb33}" + #"":"Hebrew Letter Dalet With Dagesh"}"#)
        let mixed: JSONValue = [
            "b": [1, -2, true, .null, "a\"\\\u{8}\t\n\u{c}\r\u{1f}/中"], "a": [:], "c": [],
        ]
        #expect(
            String(decoding: mixed.canonical, as: UTF8.self)
                == #"{"a":{},"b":[1,-2,true,null,"a\"\\\b\t\n\f\r\u001f/中"],"c":[]}"#)
    }

    @Test("Reading what was written gives the same value", arguments: 0..<200)
    func roundTrip(seed: Int) throws {
        var random = Seeded(seed: UInt64(seed))
        let value = Self.value(depth: 4, &random)
        let again = try JSONValue(parsing: value.canonical)
        #expect(again.canonical == value.canonical)
        #expect(try JSONValue(parsing: value.pretty) == value)
    }

    private static func value(depth: Int, _ random: inout Seeded) -> JSONValue {
        switch Int.random(in: 0..<(depth > 0 ? 6 : 4), using: &random) {
        case 0: return .null
        case 1: return .boolean(Bool.random(using: &random))
        case 2:
            return .integer(Int64.random(in: -9_007_199_254_740_991...9_007_199_254_740_991, using: &random))
        case 3: return .string(text(&random))
        case 4:
            return .array(
                (0..<Int.random(in: 0..<4, using: &random)).map { _ in value(depth: depth - 1, &random) })
        default:
            let names = Set((0..<Int.random(in: 0..<20, using: &random)).map { _ in text(&random) }).sorted()
            return .object(names.map { JSONMember($0, value(depth: depth - 1, &random)) })
        }
    }

    private static func text(_ random: inout Seeded) -> String {
        let scalars: [Unicode.Scalar] = [
            "a", "Z", "\"", "\\", "\n", "\u{1}", "中", "\u{1f600}", "/", "\u{7f}",
        ]
        return String(
            String.UnicodeScalarView(
                (0..<Int.random(in: 0..<6, using: &random)).map { _ in
                    scalars[Int.random(in: 0..<scalars.count, using: &random)]
                }))
    }

    @Test("What is not this project's JSON is refused, and the reason says why")
    func refused() {
        #expect(reason(#"{"a":1,"a":2}"#) == .repeatedName("a"))
        #expect(
            reason("{" + (0..<40).map { "\"k\($0 % 39)\":0" }.joined(separator: ",") + "}")
                == .repeatedName("k0"))
        #expect(reason("1.5") == .fraction)
        #expect(reason("1e3") == .fraction)
        #expect(reason("01") == .leadingZero)
        #expect(reason("-0") == .leadingZero)
        #expect(reason("9007199254740992") == .numberTooLarge)
        #expect(reason("-9007199254740991") == nil)
        #expect(reason(#""\ud800""#) == .loneSurrogate)
        #expect(reason(#""\ud800\u0041""#) == .loneSurrogate)
        #expect(reason(#""\udc00""#) == .loneSurrogate)
        #expect(reason("\"\u{1}\"") == .controlCharacter)
        #expect(reason(#""\x""#) == .badEscape)
        #expect(reason(#""\u00g0""#) == .badEscape)
        #expect(reason("[1,]") == .unexpectedByte)
        #expect(reason("[1") == .unexpectedEnd)
        #expect(reason(#"{"a""#) == .unexpectedEnd)
        #expect(reason("\"abc") == .unexpectedEnd)
        #expect(reason("nul") == .unexpectedEnd)
        #expect(reason("") == .unexpectedEnd)
        #expect(reason("{} x") == .trailingBytes)
        #expect(reason("+1") == .unexpectedByte)
        #expect(reason(String(repeating: "[", count: 65)) == .tooDeep(limit: 64))
        #expect(reason("[1234567]", JSONLimits(size: 8)) == .tooLong(limit: 8))
        #expect(throws: JSONError(offset: 1, reason: .notUTF8)) {
            try JSONValue(parsing: [0x22, 0xFF, 0x22])
        }
        #expect(throws: JSONError.self) { try JSONValue(parsing: [0x22, 0xED, 0xA0, 0x80, 0x22]) }
    }

    @Test("Escapes are read as the characters they stand for")
    func escapes() throws {
        #expect(try JSONValue(parsing: #""\ud83d\ude00\u4e2d\/\n""#) == "😀中/\n")
    }

    @Test("The form for people keeps the order of members")
    func pretty() {
        let value: JSONValue = ["z": 1, "a": [true, ["b": "中"]], "empty": [], "none": [:]]
        #expect(
            value.pretty == """
                {
                  "z": 1,
                  "a": [
                    true,
                    {
                      "b": "中"
                    }
                  ],
                  "empty": [],
                  "none": {}
                }

                """)
    }

    @Test("Base 64 has one spelling for each value")
    func base64() {
        for count in 0..<50 {
            let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 37 &+ count) }
            #expect(Base64.decode(Base64.encode(bytes)) == bytes)
        }
        #expect(Base64.encode(Array("light work.".utf8)) == "bGlnaHQgd29yay4=")
        for wrong in ["bGlnaHQgd29yay4", "bGlnaHQgd29yay5=", "bGln_HQ=", "====", "a===", "YQ==YQ==", "Y=Q="] {
            #expect(Base64.decode(wrong) == nil, "\(wrong)")
        }
    }
}
