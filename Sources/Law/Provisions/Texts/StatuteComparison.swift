/// Two versions of a law, article by article.
package struct StatuteComparison: Sendable {
    /// An article of either, or of both when they belong together.
    package struct Row: Sendable {
        package let old: ArticleText?
        package let new: ArticleText?
        /// How much of their words is the same; `nil` of an article that stands alone.
        package let likeness: Double?

        package var isSame: Bool { old?.body == new?.body }

        /// What changed in the words; empty of an article that stands alone.
        package var changes: [TextChange] {
            guard let old, let new else { return [] }
            return TextChange.between(old.body, new.body)
        }
    }

    /// In the order of the new law; what is gone stands after the article it once followed.
    package let rows: [Row]

    /// The least likeness of two articles that are the same provision, reworded.
    private static let least = 0.35
    /// What the same number counts: renumbering is common, so words decide unless they are as good elsewhere.
    private static let sameNumber = 0.1

    package init(_ old: [ArticleText], _ new: [ArticleText]) {
        let pairs = Self.pairs(old, new)
        let partners = Dictionary(uniqueKeysWithValues: pairs.map { ($0.new, $0) })
        let kept = Set(pairs.map(\.old))
        var waiting = old.indices.filter { !kept.contains($0) }[...]
        var rows: [Row] = []
        for place in new.indices {
            guard let pair = partners[place] else {
                rows.append(Row(old: nil, new: new[place], likeness: nil))
                continue
            }
            rows.append(Row(old: old[pair.old], new: new[place], likeness: pair.likeness))
            // Those that stood right behind this one, up to the next that was kept.
            while let next = waiting.first(where: { $0 > pair.old }),
                !kept.contains(where: { $0 > pair.old && $0 < next })
            {
                rows.append(Row(old: old[next], new: nil, likeness: nil))
                waiting.removeAll { $0 == next }
            }
        }
        rows.insert(contentsOf: waiting.map { Row(old: old[$0], new: nil, likeness: nil) }, at: 0)
        self.rows = rows
    }

    private struct Pair {
        let old: Int
        let new: Int
        let likeness: Double
        let score: Double
    }

    /// The best partners, each article at most once.
    private static func pairs(_ old: [ArticleText], _ new: [ArticleText]) -> [Pair] {
        let (before, after) = (old.map { Likeness($0.body) }, new.map { Likeness($0.body) })
        var candidates: [Pair] = []
        for here in old.indices {
            for there in new.indices {
                let likeness = before[here].with(after[there])
                guard likeness >= least else { continue }
                let bonus = old[here].number == new[there].number ? sameNumber : 0
                candidates.append(Pair(old: here, new: there, likeness: likeness, score: likeness + bonus))
            }
        }
        // Of equals the one that stands first, so that the result does not depend on how sorting is done.
        candidates.sort { ($1.score, $0.old, $0.new) < ($0.score, $1.old, $1.new) }
        var (taken, given): (Set<Int>, Set<Int>) = ([], [])
        return candidates.filter { pair in
            guard !taken.contains(pair.old), !given.contains(pair.new) else { return false }
            taken.insert(pair.old)
            given.insert(pair.new)
            return true
        }
    }
}

extension StatuteComparison {
    /// The article of one version that says what an article of the other does; `nil` when none does.
    package static func counterpart(of article: ArticleText, in other: [ArticleText]) -> ArticleText? {
        StatuteComparison([article], other).rows.first { $0.old != nil && $0.new != nil }?.new
    }
}
