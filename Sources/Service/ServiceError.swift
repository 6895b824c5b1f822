/// Why an act was refused, in words for the person who asked for it.
package struct ServiceError: Error, Hashable, Sendable, CustomStringConvertible {
    /// Whose the fault is; the command line turns it into its exit code.
    package enum Kind: Hashable, Sendable {
        /// The data: a refused row, a pack that does not load.
        case data
        /// The request: an unknown name, a folder that is not there.
        case use
        /// The ledger does not verify, or is older than its last signed head.
        case ledger
    }

    package let kind: Kind
    /// What happened, why it matters and what to do.
    package let description: String

    package init(_ kind: Kind, _ description: String) {
        self.kind = kind
        self.description = description
    }
}
