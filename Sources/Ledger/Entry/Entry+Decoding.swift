extension Entry {
    /// Reads an entry back, and holds it to being exactly what `encoded` would write.
    package init(decoding bytes: some Collection<UInt8>) throws(EntryError) {
        let bytes = Array(bytes)
        try Self.check(bytes)
        let headerSize = Self.header.utf8CodeUnitCount
        guard bytes.starts(with: UnsafeBufferPointer(start: Self.header.utf8Start, count: headerSize)) else {
            throw .noHeader
        }
        let value: JSONValue
        do {
            value = try JSONValue(
                parsing: bytes[headerSize...], limits: JSONLimits(size: Self.largest, depth: 8))
        } catch {
            throw .notJSON(error)
        }
        var members = try EntryMembers(value, of: "entry")
        self = try Self.read(&members)
        try members.finish()
        guard try encoded() == bytes else { throw .notCanonical }
    }

    private static func read(_ members: inout EntryMembers) throws(EntryError) -> Entry {
        Entry(
            register: try members.name("register"), record: try members.text("record"),
            revision: try members.count("revision", from: 1), previous: try members.optionalCount("previous"),
            event: try members.name("event"),
            happenedAt: try members.optional("happenedAt") { CivilTime(($0.string ?? "").utf8) },
            knownAt: try members.required("knownAt") {
                CivilTime(($0.string ?? "").utf8).flatMap { $0.minuteOfDay == nil ? nil : $0 }
            },
            recordedAt: try members.required("recordedAt") { UTCTime(($0.string ?? "").utf8) },
            actor: try actor(try members.required("actor") { $0 }),
            basis: try members.optional("basis", \.nonEmptyString),
            retention: try members.optional("retention", \.nonEmptyString),
            fields: try members.required("fields") { $0.members == nil ? nil : CanonicalJSON($0) },
            commitments: try members.optional("commitments", Self.commitments) ?? [],
            attachments: try attachments(try members.optional("attachments") { $0.array }),
            signature: try signature(try members.optional("signature") { $0 }))
    }

    private static func actor(_ value: JSONValue) throws(EntryError) -> Actor {
        var members = try EntryMembers(value, of: "actor")
        let actor = Actor(
            id: try members.text("id"), role: try members.text("role"),
            unit: try members.optional("unit", \.nonEmptyString))
        try members.finish()
        return actor
    }

    private static func commitments(_ value: JSONValue) -> [Commitment]? {
        guard let members = value.members, !members.isEmpty else { return nil }
        let read = members.compactMap { member in
            Digest(hex: member.value.string ?? "").map { Commitment(group: member.name, hmac: $0) }
        }
        return read.count == members.count ? read : nil
    }

    private static func attachments(_ values: [JSONValue]?) throws(EntryError) -> [Attachment] {
        guard let values else { return [] }
        guard !values.isEmpty else { throw .invalid(member: "attachments") }
        var attachments: [Attachment] = []
        for value in values {
            var members = try EntryMembers(value, of: "attachments")
            attachments.append(
                Attachment(
                    size: try members.count("size", from: 0),
                    sha256: try members.required("sha256") { Digest(hex: $0.string ?? "") },
                    sm3: try members.optional("sm3") { Digest(hex: $0.string ?? "") }))
            try members.finish()
        }
        return attachments
    }

    private static func signature(_ value: JSONValue?) throws(EntryError) -> Signature? {
        guard let value else { return nil }
        var members = try EntryMembers(value, of: "signature")
        let signature = Signature(
            scheme: try members.text("scheme"),
            key: try members.required("key") { Digest(hex: $0.string ?? "") },
            bytes: try members.required("value") { Base64.decode($0.string ?? "") })
        try members.finish()
        return signature
    }
}

extension JSONValue {
    fileprivate var nonEmptyString: String? { string.flatMap { $0.isEmpty ? nil : $0 } }
}
