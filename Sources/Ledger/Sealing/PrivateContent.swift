/// What an envelope hides: the fields of one private group of one record, and the key of their commitment.
package struct PrivateContent: Hashable, Sendable {
    /// To which record and group it belongs.
    package struct Owner: Hashable, Sendable {
        package let register: String
        package let record: String
        package let group: String

        package init(register: String, record: String, group: String) {
            self.register = register
            self.record = record
            self.group = group
        }

        /// What an envelope and its wrapped key are bound to: canonical, so that no two owners share it.
        package var context: [UInt8] {
            JSONValue.array([.string(register), .string(record), .string(group)]).canonical
        }
    }

    package let fields: CanonicalJSON
    /// Of the commitment: 32 bytes.
    package let key: [UInt8]

    package init(fields: CanonicalJSON, key: [UInt8]) {
        self.fields = fields
        self.key = key
    }

    /// What the entry says of it: HMAC-SHA-256, or HMAC-SM3 where the bureau keeps to China's algorithms.
    package func commitment(of owner: Owner, cipher: EnvelopeCipher) -> Commitment {
        Commitment(
            group: owner.group, of: fields, register: owner.register, record: owner.record, key: key,
            hash: cipher == .aes ? .sha256 : .sm3)
    }

    package var bytes: [UInt8] {
        var writer = JSONWriter()
        writer.write(raw: #"{"fields":"#)
        writer.write(raw: fields.bytes)
        writer.write(raw: #","key":"#)
        writer.write(Hex.encode(key))
        writer.write(byte: UInt8(ascii: "}"))
        return writer.bytes
    }

    /// - Returns: `nil` unless the bytes are what `bytes` gives.
    package init?(_ bytes: [UInt8]) {
        guard let json = try? JSONValue(parsing: bytes), let fields = json["fields"], fields.members != nil,
            let key = json["key"]?.string.flatMap({ Hex.decode($0) }), key.count == Commitment.keySize
        else { return nil }
        self.init(fields: CanonicalJSON(fields), key: key)
        guard self.bytes == bytes else { return nil }
    }
}
