/// A digest of SHA-256 or SM3: 32 bytes held in place, so a million of them need no million allocations.
package struct Digest: Hashable, Sendable {
    private var words: SIMD4<UInt64>

    package static let size = 32

    /// - Returns: `nil` unless there are exactly 32 bytes.
    package init?(_ bytes: some Collection<UInt8>) {
        guard bytes.count == Self.size else { return nil }
        self.init { _ = $0.initialize(from: bytes) }
    }

    /// - Returns: `nil` unless the text is 64 lower-case hexadecimal digits.
    package init?(hex: some StringProtocol) {
        guard let bytes = Hex.decode(hex) else { return nil }
        self.init(bytes)
    }

    /// Lets the caller write the 32 bytes in place.
    init(filling write: (UnsafeMutableBufferPointer<UInt8>) -> Void) {
        words = .zero
        withUnsafeMutableBytes(of: &words) { write($0.assumingMemoryBound(to: UInt8.self)) }
    }

    package func withBytes<Result>(_ body: (UnsafeRawBufferPointer) throws -> Result) rethrows -> Result {
        try withUnsafeBytes(of: words, body)
    }

    package var bytes: [UInt8] { withBytes(Array.init) }

    package var hex: String { Hex.encode(bytes) }

    package var base64: String { Base64.encode(bytes) }
}

extension Digest: CustomStringConvertible {
    package var description: String { hex }
}

extension Digest {
    /// The digests that stand one behind the other in bytes; `nil` when the last one is cut short.
    package static func list(_ bytes: UnsafeRawBufferPointer) -> [Digest]? {
        guard bytes.count.isMultiple(of: size) else { return nil }
        return stride(from: 0, to: bytes.count, by: size).map {
            bytes.loadUnaligned(fromByteOffset: $0, as: Digest.self)
        }
    }

    package static func bytes(of digests: some Sequence<Digest>) -> [UInt8] {
        var bytes: [UInt8] = []
        for digest in digests { digest.withBytes { bytes.append(contentsOf: $0) } }
        return bytes
    }
}
