import Law
import Reporting
import Testing

@Suite("余 and 多")
struct PhraseTests {
    @Test(
        "a phrase is true or false of an exact count",
        arguments: [
            ("30余", 29, false), ("30余", 30, false), ("30余", 31, true), ("30余", 39, true), ("30余", 40, false),
            ("30多", 30, false), ("30多", 45, true), ("31", 31, true), ("31", 30, false),
            ("300余", 300, false), ("300余", 301, true), ("300余", 399, true), ("300余", 400, false),
            ("160余", 169, true), ("160余", 170, false), ("3.4万余", 34_000, false), ("3.4万余", 34_999, true),
            ("3.4万余", 35_000, false), ("1,200余", 1_286, true), ("31余", 31, false), ("31余", 32, false),
        ])
    func truth(phrase: String, exact: Int, expected: Bool) throws {
        #expect(try #require(Phrase(phrase)).isTrue(of: Number(exact)) == expected)
    }

    @Test(
        "the phrase made from an exact count is the true one",
        arguments: [
            (31, "30余"), (30, "30"), (9, "9"), (11, "10余"), (128, "120余"), (345, "340余"), (1000, "1000"),
            (1_286, "1200余"), (12_860, "12000余"), (0, "0"),
        ])
    func derivation(exact: Int, expected: String) {
        let phrase = Phrase(.over, of: Number(exact))
        #expect(phrase.text == expected)
        #expect(phrase.isTrue(of: Number(exact)))
    }

    @Test("every derived phrase is true, for every count up to 20 000")
    func always() {
        for exact in 0...20_000 {
            for style in Phrase.Style.allCases {
                #expect(Phrase(style, of: Number(exact)).isTrue(of: Number(exact)))
            }
        }
    }

    @Test("what is no phrase is refused", arguments: ["", "余", "约30", "-3余", "30余场"])
    func refused(text: String) { #expect(Phrase(text) == nil) }
}
