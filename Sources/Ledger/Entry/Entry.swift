/// One entry of the ledger: one version of one record, as `Docs/formats/entry.md` lays it out.
///
/// Its bytes are what is hashed, stored and exported; they are written once and never re-made.
package struct Entry: Hashable, Sendable {
    package let register: String
    package let record: String
    /// 1 for the first version of the record.
    package let revision: Int
    /// The entry that carries the version before this one; `nil` for the first.
    package let previous: Int?
    /// What this entry does to the record: `filed`, `revised`, `erased` …
    package let event: String
    /// When the thing happened, as far as the record says.
    package let happenedAt: CivilTime?
    /// When the office came to know it; a minute, not a day.
    package let knownAt: CivilTime
    /// When the ledger took it; never earlier than the entry before.
    package let recordedAt: UTCTime
    package let actor: Actor
    /// The legal basis of the act, as a code of the pack.
    package let basis: String?
    /// The retention class, as a code of the pack.
    package let retention: String?
    /// The register's values in clear: an object in canonical form.
    package let fields: CanonicalJSON
    /// Sorted by group.
    package let commitments: [Commitment]
    package let attachments: [Attachment]
    package let signature: Signature?

    package init(
        register: String, record: String, revision: Int = 1, previous: Int? = nil, event: String = "filed",
        happenedAt: CivilTime? = nil, knownAt: CivilTime, recordedAt: UTCTime, actor: Actor,
        basis: String? = nil,
        retention: String? = nil, fields: CanonicalJSON, commitments: [Commitment] = [],
        attachments: [Attachment] = [], signature: Signature? = nil
    ) {
        self.register = register
        self.record = record
        self.revision = revision
        self.previous = previous
        self.event = event
        self.happenedAt = happenedAt
        self.knownAt = knownAt
        self.recordedAt = recordedAt
        self.actor = actor
        self.basis = basis
        self.retention = retention
        self.fields = fields
        self.commitments = commitments
        self.attachments = attachments
        self.signature = signature
    }

    /// The first line of every entry of this version of the format.
    package static let header: StaticString = "zhunsheng/entry/v1\n"

    /// Bytes of an entry: what the length field of a C2SP tlog-tiles entry bundle can say.
    package static let largest = 65_535
}

extension Entry {
    /// Who did it: a staff number rather than a name, in which role and for which unit.
    package struct Actor: Hashable, Sendable {
        package let id: String
        package let role: String
        package let unit: String?

        package init(id: String, role: String, unit: String? = nil) {
            self.id = id
            self.role = role
            self.unit = unit
        }
    }

    /// A file that belongs to the record, kept outside the ledger and known by its digests.
    package struct Attachment: Hashable, Sendable {
        /// Bytes.
        package let size: Int
        package let sha256: Digest
        /// SM3 of the same bytes (GB/T 32905-2016), where the bureau keeps it.
        package let sm3: Digest?

        package init(size: Int, sha256: Digest, sm3: Digest? = nil) {
            self.size = size
            self.sha256 = sha256
            self.sm3 = sm3
        }
    }

    /// The actor's own signature over the entry as it stands without this member.
    package struct Signature: Hashable, Sendable {
        /// `ed25519` or `sm2sm3/v1`.
        package let scheme: String
        /// SHA-256 of the public key.
        package let key: Digest
        package let bytes: [UInt8]

        package init(scheme: String, key: Digest, bytes: [UInt8]) {
            self.scheme = scheme
            self.key = key
            self.bytes = bytes
        }
    }
}
