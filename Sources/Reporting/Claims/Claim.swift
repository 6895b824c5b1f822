package import Law
package import Pack
package import Registers

/// A sentence with 所有, 均 or 不存在 as the pack defines it: what it speaks about, what supports it, and the words
/// for when it holds and when it does not.
package struct Claim: Sendable {
    /// `all-cases-in-venue`
    package let id: String
    /// The claim as reports word it: `所有案件进入办案场所`.
    package let name: String
    package let definition: String
    package let place: PackPlace
    let form: ClaimForm
    let wording: ClaimWording
    private let declarations: RegisterSet

    /// What checking it reads.
    package var needs: RecordNeeds { RecordNeeds([form.needs, RecordNeeds(whole: wording.registers)]) }

    /// - Parameters:
    ///   - asOf: The day that "in force" looks at; the period's last day when `nil`.
    ///   - knownAt: Only what was known by then counts; `nil` means everything known now.
    /// - Throws: What the source throws.
    package func check(
        _ period: ReportPeriod, source: any RecordSource, knownAt: Moment? = nil, asOf: Day? = nil
    ) throws -> ClaimAnswer {
        check(
            in: try RecordContext(
                reading: needs, from: source, declarations: declarations, period: period, asOf: asOf,
                knownAt: knownAt))
    }

    package func check(in context: RecordContext) -> ClaimAnswer {
        let tally = form.tally(in: context, label: wording.label)
        return ClaimAnswer(
            id: id, name: name, definition: definition, holds: tally.holds, universe: tally.universe,
            supporting: tally.supporting, register: form.register, counter: tally.counter.map(\.id),
            unknown: tally.unknown.map(\.id), exceptions: tally.counter.map(\.label),
            coverage: tally.coverage,
            sentence: wording.sentence(for: tally, period: context.period))
    }
}

/// What checking a claim found.
package struct ClaimAnswer: Hashable, Sendable {
    package let id: String
    package let name: String
    package let definition: String
    /// Nothing speaks against it, nothing is unknown, nothing is uncovered, and there is something it speaks about.
    package let holds: Bool
    package let universe: Int
    /// The ids of the records that support it.
    package let supporting: [String]
    /// The register of `supporting`, `counter` and `unknown`.
    package let register: String
    /// The ids of the records that speak against it.
    package let counter: [String]
    /// The ids of the records that do not say enough. They never count as support.
    package let unknown: [String]
    /// What the exceptions are called: a case's number, a unit with its vacant days, a missing number.
    package let exceptions: [String]
    package let coverage: ClaimCoverage?
    /// The full claim when it holds, else the narrower sentence that is true.
    package let sentence: String

    package var support: Int { supporting.count }
}

/// How much of what should have been looked at could be looked at.
package struct ClaimCoverage: Hashable, Sendable {
    package let covered: Int
    package let total: Int
    /// `家机关`, `日`
    package let unit: String
    /// What was not covered, by name.
    package let uncovered: [String]

    package init(covered: Int, total: Int, unit: String, uncovered: [String]) {
        self.covered = covered
        self.total = total
        self.unit = unit
        self.uncovered = uncovered
    }

    package var isComplete: Bool { covered == total }
}

/// The count behind an answer, before it is put into words.
struct ClaimTally {
    struct Exception {
        let id: String
        let label: String
    }

    var universe = 0
    var supporting: [String] = []
    var support: Int { supporting.count }
    var counter: [Exception] = []
    var unknown: [Exception] = []
    /// Of what was looked at, when the form has more to look at than the universe's records.
    var coverage: ClaimCoverage?
    /// Coverage that must be complete for the claim to hold.
    var needsFullCoverage = false

    var holds: Bool {
        universe > 0 && support == universe && counter.isEmpty && unknown.isEmpty
            && (!needsFullCoverage || coverage?.isComplete == true)
    }
}

extension Claim {
    /// Reads `claims:` of a pack file.
    package static func list(_ root: PackNode, declarations: RegisterSet) throws(PackError) -> [Claim] {
        var file = try PackMapping(root)
        var claims: [Claim] = []
        for element in try file.required("claims").elements {
            let claim = try Claim(element, declarations: declarations)
            guard !claims.contains(where: { $0.id == claim.id }) else {
                throw PackError(.duplicate(kind: "断言", id: claim.id), at: element.place)
            }
            claims.append(claim)
        }
        try file.finish()
        return claims
    }

    init(_ node: PackNode, declarations: RegisterSet) throws(PackError) {
        var mapping = try PackMapping(node)
        id = try mapping.required("id").text
        name = try mapping.required("name").text
        definition = try mapping.required("definition").text
        place = node.place
        form = try ClaimForm(&mapping, declarations: declarations)
        wording = try ClaimWording(&mapping, of: form, declarations: declarations)
        self.declarations = declarations
        try mapping.finish()
    }
}
