/// The ledger's own page.
package struct LedgerView: Sendable {
    package let line: LedgerLine
    /// `zhunsheng.example/ledger`: the name that checkpoints are signed under.
    package let origin: String
    /// The keys that outsiders verify with, as C2SP verifier keys: those in force first, then the retired ones.
    package let verifierKeys: [String]
    /// Hexadecimal.
    package let root: String
    package let checkpoint: CheckpointView?
    /// When everything was last read back and hashed again; `nil` when it never was.
    package let verifiedAt: String?
    package let faults: [LedgerFaultLine]
}

package struct LedgerFaultLine: Hashable, Sendable {
    package let seq: Int
    package let what: String
}
