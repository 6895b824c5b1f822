/// One office's secret, without which no record sealed to it opens. It never lies on the server.
///
/// ```
/// zhunsheng/office-key/v1
/// office discipline
/// secret base64 of 32 bytes
/// ```
package struct OfficeKey: Sendable {
    package let office: String
    let secret: [UInt8]

    private static let header = "zhunsheng/office-key/v1"

    /// - Parameter secret: 32 random bytes.
    package init(office: String, secret: [UInt8]) {
        precondition(secret.count == X25519.size, "an office's secret has 32 bytes")
        self.office = office
        self.secret = secret
    }

    package var publicKey: OfficePublicKey {
        OfficePublicKey(office: office, bytes: X25519.publicKey(secret: secret))
    }

    package var text: String { officeText(Self.header, office, "secret", secret) }

    /// - Returns: `nil` unless the text is exactly of that form.
    package init?(_ text: some StringProtocol) {
        guard let (office, secret) = officeParts(text, Self.header, "secret") else { return nil }
        self.init(office: office, secret: secret)
    }
}

/// The half of an office's key that the server holds, to seal with.
package struct OfficePublicKey: Hashable, Sendable {
    package let office: String
    package let bytes: [UInt8]

    private static let header = "zhunsheng/office-public-key/v1"

    init(office: String, bytes: [UInt8]) {
        self.office = office
        self.bytes = bytes
    }

    /// `zhunsheng/office-public-key/v1`, `office NAME`, `key BASE64`: three lines.
    package var text: String { officeText(Self.header, office, "key", bytes) }

    /// What people compare by telephone, and what the ledger records: SHA-256 of the text.
    package var digest: Digest { .sha256(Array(text.utf8)) }

    /// - Returns: `nil` unless the text is exactly of that form.
    package init?(_ text: some StringProtocol) {
        guard let (office, bytes) = officeParts(text, Self.header, "key") else { return nil }
        self.init(office: office, bytes: bytes)
    }
}

private func officeText(_ header: String, _ office: String, _ label: String, _ bytes: [UInt8]) -> String {
    "\(header)\noffice \(office)\n\(label) \(Base64.encode(bytes))\n"
}

private func officeParts(
    _ text: some StringProtocol, _ header: String, _ label: String
) -> (office: String, bytes: [UInt8])? {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard lines.count == 4, lines[0] == header, lines[1].hasPrefix("office "),
        lines[2].hasPrefix("\(label) "), lines[3].isEmpty,
        let bytes = Base64.decode(lines[2].dropFirst(label.count + 1)), bytes.count == X25519.size
    else { return nil }
    let office = String(lines[1].dropFirst("office ".count))
    return isKebabCase(office) ? (office, bytes) : nil
}
