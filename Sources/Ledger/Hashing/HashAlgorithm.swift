/// The hash that a tree is built with. Both give 32 bytes.
package enum HashAlgorithm: String, CaseIterable, Sendable {
    /// FIPS 180-4; what RFC 6962 and C2SP speak.
    case sha256 = "SHA256"
    /// GB/T 32905-2016, for 密评.
    case sm3 = "SM3"

    /// The root of the empty tree: the hash of nothing.
    package var emptyRoot: Digest { self == .sm3 ? Self.emptySM3 : MerkleTree.emptyRoot }

    private static let emptySM3 = Digest.sm3([])

    /// The name under which a ledger's tree of this hash is signed: its checkpoints are another log's, over the same
    /// entries.
    package func origin(of ledger: String) -> String { self == .sm3 ? ledger + Self.suffix : ledger }

    static let suffix = "/sm3"
}
