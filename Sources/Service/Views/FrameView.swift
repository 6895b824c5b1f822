/// What stands around every page.
package struct FrameView: Hashable, Sendable {
    /// Such as `某市公安局法制支队（演示）`.
    package let bureau: String
    /// The moment that judgements on the pages refer to, `2026-11-23 16:30`.
    package let asOf: String
    /// Only what was known at this moment was taken into account; `nil` is everything that is recorded.
    package let knownAt: String?
    /// The hash of the packs that judged, in hexadecimal.
    package let pack: String
    package let ledger: LedgerLine
}

/// The state of the ledger in one line.
package struct LedgerLine: Hashable, Sendable {
    /// Entries in the ledger.
    package let size: Int
    /// When the last checkpoint was signed; `nil` when there is none.
    package let checkpointAt: String?
    /// Entries that the last checkpoint does not cover.
    package let uncovered: Int
    package let witness: WitnessLine
    /// What does not verify, in one sentence; `nil` when nothing is known to be wrong.
    package let fault: String?
}

/// How far outsiders have seen the ledger.
package struct WitnessLine: Hashable, Sendable {
    /// When the quorum of the witness policy last signed, `2026-11-23 16:30`; `nil` when it never did.
    package let at: String?
    /// Entries since then.
    package let since: Int
    /// Everything else there is to say, for a ledger that nobody witnesses or that has waited too long; `nil` when all
    /// is in order.
    package let warning: String?

    package init(at: String?, since: Int, warning: String?) {
        self.at = at
        self.since = since
        self.warning = warning
    }
}
