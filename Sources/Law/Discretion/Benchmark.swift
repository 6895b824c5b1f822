package import Pack

/// A bureau's discretion benchmark (裁量基准): for each act its tiers, each with a typed condition and what may be imposed.
///
/// Source: 行政处罚法 第34条 (it may be made and must be public); `Docs/formats/benchmarks.md`.
package struct Benchmark: Sendable {
    /// Which of two tiers a value on their common bound belongs to, or a case that fits both.
    package enum Preference: String, CaseIterable, Sendable { case heavier, lighter }

    package struct Tier: Sendable {
        package enum When: Sendable {
            /// Over circumstances.
            case when(Condition)
            /// Whatever no other tier's condition takes.
            case otherwise
            /// Chosen only by its open item.
            case openOnly
        }

        package let id: String
        package let name: String
        /// The tier of the statutory frame that it narrows.
        package let statutory: String
        package let condition: When
        /// `其他情节较轻的情形`: chosen by a person, with reasons.
        package let open: String?
        package let outcomes: [PenaltyOutcome]
        package let place: PackPlace
    }

    package struct Act: Sendable {
        package let frame: PenaltyFrame
        package let version: PenaltyFrame.Version
        /// From the lightest to the heaviest.
        package let tiers: [Tier]
        package let place: PackPlace

        package func tier(_ id: String) -> Tier? { tiers.first { $0.id == id } }
    }

    package let id: String
    package let title: String
    package let issuer: String
    package let documentNumber: String
    /// An invented one, for demonstration.
    package let isSample: Bool
    /// An unpublished rule is no basis of a penalty (行政处罚法 第5条第3款).
    package let publishedOn: Day
    package let publication: String
    package let inForce: InForce
    /// The law whose frames it narrows: its amounts mean nothing under another version.
    package let law: String
    /// `nil`: no two tiers may share a value.
    package let boundary: Preference?
    /// Whether a case that fits several statutory tiers takes the heavier one; `nil`: no case may fit several.
    package let several: Preference?
    package let acts: [Act]
    package let factors: [BenchmarkFactor]
    package let place: PackPlace

    package func act(_ frame: String) -> Act? { acts.first { $0.frame.id == frame } }

    package func wasPublished(by day: Day) -> Bool { publishedOn <= day }
}

/// A circumstance of the bureau's own that speaks for less or for more inside a tier.
package struct BenchmarkFactor: Sendable {
    package let id: String
    package let name: String
    package let effects: [Factor.Effect]
    package let isMust: Bool
    /// Over circumstances.
    package let condition: Condition
    package let place: PackPlace
}
