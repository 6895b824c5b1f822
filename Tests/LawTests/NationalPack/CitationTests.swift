import Law
import Pack
import Testing

/// A rule is only as good as the provision it names.
@Suite("Citations of the national pack")
struct CitationTests {
    @Test(
        "every article, paragraph and item that a verified rule, a penalty frame or a factor cites stands in the collected text",
        .enabled(if: CollectedTexts.areHere, "../shared/law/texts is not here"))
    func citationsResolve() throws {
        let pack = try NationalPack.rulePack()
        let texts = try CollectedTexts.byCode(pack.laws)
        let citations = try Self.citations(pack)
        #expect(citations.count > 100)
        for (source, citation) in citations {
            guard let text = texts[citation.law] else {
                Issue.record("\(source): \(citation): the text of \(citation.law) is not collected")
                continue
            }
            do throws(ClauseFault) {
                _ = try citation.clause(in: citation.number.flatMap { text.article($0) })
            } catch {
                Issue.record("\(source): \(citation): \(error)")
            }
        }
    }

    @Test(
        "laws.yaml counts the articles of each law as its collected text does, and knows when it took effect",
        .enabled(if: CollectedTexts.areHere, "../shared/law/texts is not here"))
    func lawsAgreeWithTexts() throws {
        let laws = try NationalPack.rulePack().laws
        let texts = try CollectedTexts.byCode(laws)
        let uncollected = laws.statutes.filter { texts[$0.code] == nil }.map(\.code)
        #expect(texts.count >= 8, "not collected: \(uncollected)")
        for law in laws.statutes {
            guard let text = texts[law.code] else { continue }
            #expect(law.articles == text.count, "\(law.code) \(law.name)")
            let said = text.heading.days + (Self.unsaid[law.code].map { [day($0)] } ?? [])
            #expect(said.isEmpty || said.contains(law.inForce.from), "\(law.code): \(text.heading.effective)")
        }
    }

    /// Days on which an amendment took effect, where the collected text names only the day of the first version:
    /// JC12 that of 1995 (amended 2012), FY17 that of 1999 (amended 2017).
    private static let unsaid = ["JC12": "2013-01-01", "FY17": "2018-01-01"]

    /// Every provision that a verified rule or a penalty frame rests on, with the place of the version that names it.
    private static func citations(_ pack: RulePack) throws -> [(String, Citation)] {
        let rules = try pack.rules(NationalPack.files("rules")).filter(\.confidence.isVerified)
        let ofRules = rules.flatMap { rule in
            rule.versions.flatMap { version in
                version.basis.map { ("\(rule.number) \(rule.id) (\(version.place))", $0) }
            }
        }
        let ofFrames = pack.frames.frames.flatMap { frame in
            frame.versions.flatMap { version in version.basis.map { (frame.id, $0) } }
        }
        let ofFactors = pack.benchmarks.factors.filter(\.confidence.isVerified).flatMap { factor in
            factor.versions.flatMap { version in version.basis.map { (factor.id, $0) } }
        }
        return ofRules + ofFrames + ofFactors
    }
}
