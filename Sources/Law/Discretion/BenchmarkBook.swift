package import Pack

/// What discretion is judged by: the circumstances and benchmarks of the packs, and the factors the law names.
package struct BenchmarkBook: Sendable {
    package let names: DecisionNames
    package let circumstances: CircumstanceBook
    package let factors: [Factor]
    package let benchmarks: [Benchmark]

    package static let empty = BenchmarkBook()

    private init() {
        names = DecisionNames(Schema([]), facts: .empty)
        (circumstances, factors, benchmarks) = (.empty, [], [])
    }

    /// Of the packs' files, one node a file.
    package init(
        circumstances: [PackNode], factors: [PackNode], benchmarks: [PackNode], schema: Schema,
        facts: FactBook,
        frames: FrameBook, laws: LawBook
    ) throws(PackError) {
        names = DecisionNames(schema, facts: facts)
        self.circumstances = try CircumstanceBook(circumstances, names: names)
        self.factors = try Factor.list(factors, laws: laws, names: names)
        let context = BenchmarkContext(frames: frames, laws: laws, circumstances: self.circumstances)
        self.benchmarks = try Benchmark.list(benchmarks, in: context)
        try checkPeriods()
    }

    /// Two benchmarks that narrow the same act under the same law are not in force on the same day.
    private func checkPeriods() throws(PackError) {
        for (place, later) in benchmarks.enumerated() {
            for earlier in benchmarks[..<place] where earlier.inForce.overlaps(later.inForce) {
                let acts = Set(earlier.acts.map(\.frame.id)).intersection(later.acts.map(\.frame.id))
                guard earlier.law == later.law, let act = acts.sorted().first else { continue }
                throw PackError(
                    .overlappingPeriods("裁量基准 \(earlier.id) 与 \(later.id)（都有 \(act)）"), at: later.place)
            }
        }
    }

    package func benchmark(_ id: String) -> Benchmark? { benchmarks.first { $0.id == id } }

    /// The benchmark in force on a day that narrows the act under that law.
    package func benchmark(on day: Day, act: String, law: String) -> Benchmark? {
        benchmarks.first { $0.law == law && $0.inForce.contains(day) && $0.act(act) != nil }
    }
}
