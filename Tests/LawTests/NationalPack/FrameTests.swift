import Law
import Testing

/// The penalty frames, held to the words of the articles they rest on.
@Suite("Penalty frames of the national pack")
struct FrameTests {
    @Test(
        "each tier's detention, fine and warning stand in the cited article in so many words",
        .enabled(if: CollectedTexts.areHere, "../shared/law/texts is not here"))
    func tiersStandInTheText() throws {
        let pack = try NationalPack.rulePack()
        let frames = pack.frames.frames
        #expect(frames.count == 25)
        let texts = try CollectedTexts.byCode(pack.laws)
        for frame in frames {
            for version in frame.versions {
                let basis = try #require(version.basis.first)
                let number = try #require(basis.number)
                let article = try #require(texts[basis.law]?.article(number)?.body)
                for tier in version.tiers {
                    for phrase in try phrases(of: tier) {
                        #expect(article.contains(phrase), "\(frame.id) \(tier.id) \(basis): \(phrase)")
                    }
                }
            }
        }
    }

    /// `五日以上十日以下拘留`, `五百元以下罚款`, `警告`
    private func phrases(of tier: PenaltyFrame.Tier) throws -> [String] {
        try tier.outcomes.flatMap { outcome in
            try (outcome.hasWarning ? ["警告"] : []) + outcome.also
                + outcome.ranges.map { try phrase($0, $1) }
        }
    }

    private func phrase(_ kind: PenaltyFrame.Kind, _ range: PenaltyFrame.Range) throws -> String {
        let most = try chinese(range.most) + kind.unit
        if range.least == range.most { return most + kind.chinese }
        let least = range.least == Number(0) ? "" : try chinese(range.least) + kind.unit + "以上"
        return least + most + "以下" + kind.chinese
    }

    private func chinese(_ number: Number) throws -> String {
        ChineseNumeral.text(try #require(Int(number.description)))
    }
}
