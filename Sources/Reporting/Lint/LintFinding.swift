/// One defect of a draft, with its place and what to do.
package struct LintFinding: Hashable, Sendable {
    package let rule: LintRule
    /// Counted from 1, headings and empty lines included.
    package let paragraph: Int
    /// The character in the paragraph, counted from 1.
    package let column: Int
    /// The words that it is about.
    package let excerpt: String
    package let advice: String

    /// `第3段第12字：缺少“三是”（“四是”）`; paragraph 0 is the report as a whole, which has no place.
    package var description: String {
        paragraph == 0 ? "“\(excerpt)”：\(advice)" : "第\(paragraph)段第\(column)字“\(excerpt)”：\(advice)"
    }
}

/// What the linter looks for.
package enum LintRule: String, CaseIterable, Sendable {
    case missingOrdinal = "missing-ordinal"
    case partsAndTotal = "parts-and-total"
    case percentage
    case yearOnYear = "year-on-year"
    case repeatedClause = "repeated-clause"
    case doubledCharacter = "doubled-character"
    case asciiPunctuation = "ascii-punctuation"
    case missingFullStop = "missing-full-stop"
    case absoluteClaim = "absolute-claim"
    case mixedPeriods = "mixed-periods"
    case personalName = "personal-name"
    /// In a compiled report: a number that no figure stands behind.
    case unboundNumber = "unbound-number"
    /// In a compiled report: 所有, 均, 不存在 that no claim stands behind.
    case unboundClaim = "unbound-claim"
    /// In a compiled report: a wording that its own exact value contradicts.
    case falsePhrase = "false-phrase"
    /// In a compiled report: records that could not be placed.
    case undecided
}
