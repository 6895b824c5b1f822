/// What the demo plants.
package struct DemoOptions: Hashable, Sendable {
    /// Faults in cases, transfers, appointments and decisions, with their answer key; without them the city is clean.
    ///
    /// Faults make four claims fail as well: `allCasesInVenue`, `inquiriesRecorded`, `decisionsReviewed`, and in 2026
    /// `legalOfficerEverywhere`.
    package var plantsFaults: Bool
    /// Claims of the 2025 report that one more counter-example each makes fail.
    package var counterExamples: Set<DemoClaim>

    package init(plantsFaults: Bool = true, counterExamples: Set<DemoClaim> = []) {
        self.plantsFaults = plantsFaults
        self.counterExamples = counterExamples
    }

    package static let clean = DemoOptions(plantsFaults: false)
}
