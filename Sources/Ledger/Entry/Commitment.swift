/// What an entry says of a private group of fields: nothing but a keyed hash.
///
/// Whoever holds the key and the fields can show that they are what was filed; once the key is destroyed the
/// hash says nothing at all. A plain hash would not do: all identity numbers of a county are tried in seconds.
package struct Commitment: Hashable, Sendable {
    package let group: String
    package let hmac: Digest

    package init(group: String, hmac: Digest) {
        self.group = group
        self.hmac = hmac
    }

    /// Bytes of a commitment key: 32, from a cryptographic source of randomness, one for each record and group.
    package static let keySize = 32

    /// `HMAC(key, register|record|group|v1 ‖ 0x0A ‖ canonical private fields)`, with SHA-256 or SM3.
    package init(
        group: String, of fields: CanonicalJSON, register: String, record: String, key: [UInt8],
        hash: HKDF.Hash = .sha256
    ) {
        precondition(key.count == Self.keySize, "a commitment key has 32 bytes")
        let context = Array("\(register)|\(record)|\(group)|v1\n".utf8)
        let message = context + fields.bytes
        self.init(
            group: group, hmac: hash == .sha256 ? HMAC.sha256(key: key, message) : HMAC.sm3(key: key, message)
        )
    }
}
