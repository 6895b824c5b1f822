import Pack

/// `tiers-cover-frame`, of the conditions: whatever the circumstances, exactly one tier, or a stated rule that settles it.
extension Benchmark.Act {
    func checkConditions(
        _ circumstances: CircumstanceBook, boundary: Benchmark.Preference?, several: Benchmark.Preference?
    ) throws(PackError) {
        let otherwise = tiers.filter { if case .otherwise = $0.condition { true } else { false } }
        guard otherwise.count <= 1 else {
            throw PackError(.badValue(otherwise[1].name, why: "只能有一个阶次写 otherwise"), at: otherwise[1].place)
        }
        guard let space = CircumstanceSpace(conditions, in: circumstances) else {
            throw PackError(
                .badValue(frame.id, why: "条件太多，无法逐一核对有没有空档和重叠；请减少一种行为所用的情节，或把它拆开"), at: place)
        }
        var shared: [[Int]: [[String: Value]]] = [:]
        try space.forEach { combination throws(PackError) in
            let fits = tiers.indices.filter { tiers[$0].holds(combination) }
            if fits.isEmpty, otherwise.isEmpty {
                let why = "有空档：\(space.shown(combination)) 时没有一个阶次适用；请补一个阶次，或写 when: otherwise"
                throw PackError(.badValue(frame.id, why: why), at: place)
            }
            for (place, a) in fits.enumerated() {
                for b in fits[(place + 1)...] { shared[[a, b], default: []].append(combination) }
            }
        }
        for (pair, combinations) in shared.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
            try checkOverlap(tiers[pair[0]], tiers[pair[1]], combinations, space, boundary, several)
        }
    }

    private func checkOverlap(
        _ a: Benchmark.Tier, _ b: Benchmark.Tier, _ combinations: [[String: Value]],
        _ space: CircumstanceSpace,
        _ boundary: Benchmark.Preference?, _ several: Benchmark.Preference?
    ) throws(PackError) {
        let both = "阶次“\(a.name)”与“\(b.name)”在 \(space.shown(combinations[0])) 时同时适用"
        if a.statutory != b.statutory {
            guard several == nil else { return }
            throw PackError(
                .badValue(frame.id, why: "重叠：\(both)；请写 several（同时符合几个法定档的，取较重还是较轻）"), at: b.place)
        }
        guard space.meetsOnlyAtABound(combinations) else {
            throw PackError(.badValue(frame.id, why: "重叠：\(both)"), at: b.place)
        }
        guard boundary == nil else { return }
        throw PackError(
            .badValue(frame.id, why: "\(both)（“以上”“以下”都含本数）；请写 boundary（交界的数额归较重还是较轻的阶次）"),
            at: b.place)
    }
}

extension CircumstanceSpace {
    /// Whether all the combinations have one and the same value of some number, a bound of its pieces.
    fileprivate func meetsOnlyAtABound(_ combinations: [[String: Value]]) -> Bool {
        axes.contains { axis in
            guard axis.circumstance.type.valueType == .number else { return false }
            let values = Set(combinations.map { $0[axis.circumstance.id] ?? .null })
            return values.count == 1 && values.isSubset(of: axis.bounds)
        }
    }
}

extension Benchmark.Tier {
    /// Whether the tier's own condition holds; `otherwise` and open items hold of no combination.
    fileprivate func holds(_ combination: [String: Value]) -> Bool {
        guard case .when(let condition) = condition else { return false }
        return condition.expression.evaluate { combination[$0] ?? .null } == .boolean(true)
    }
}
