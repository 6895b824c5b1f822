package import Pack

/// The laws a pack knows, with the periods in which each version was in force.
package struct LawBook: Sendable {
    package let statutes: [Statute]
    private let byCode: [String: Statute]

    /// Reads `laws.yaml`.
    ///
    /// - Throws: A code used twice; a `replaces` that names nothing; a law whose period overlaps the one it
    ///   replaces, or leaves a day between them on which neither is in force.
    package init(_ node: PackNode) throws(PackError) {
        var mapping = try PackMapping(node)
        var statutes: [Statute] = []
        var byCode: [String: Statute] = [:]
        for element in try mapping.required("laws").elements {
            let statute = try Statute(element)
            guard byCode.updateValue(statute, forKey: statute.code) == nil else {
                throw PackError(.duplicate(kind: "法律代码", id: statute.code), at: statute.place)
            }
            statutes.append(statute)
        }
        try mapping.finish()
        self.statutes = statutes
        self.byCode = byCode
        for statute in statutes { try checkSuccession(of: statute) }
    }

    package func statute(_ code: String) -> Statute? { byCode[code] }

    package var codes: [String] { statutes.map(\.code) }

    private func checkSuccession(of statute: Statute) throws(PackError) {
        guard let code = statute.replaces else { return }
        guard let earlier = byCode[code] else {
            throw PackError(.danglingReference(kind: "法律", id: code, allowed: codes), at: statute.place)
        }
        let what = "\(earlier.code) 与取代它的 \(statute.code)"
        guard let last = earlier.inForce.until, last < statute.inForce.from else {
            throw PackError(.overlappingPeriods(what), at: statute.place)
        }
        guard last.adding(days: 1) == statute.inForce.from else {
            throw PackError(.gapBetweenPeriods(what), at: statute.place)
        }
    }
}
