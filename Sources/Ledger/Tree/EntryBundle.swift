/// Up to 256 entries in one file (C2SP tlog-tiles 0.1, "Log Entries"): each behind its length in two bytes, the
/// greater first.
package enum EntryBundle {
    /// Bytes of the longest bundle.
    package static let largest = Tile.width * (2 + Entry.largest)

    package static func add(_ entry: UnsafeRawBufferPointer, to bundle: inout [UInt8]) {
        precondition(entry.count <= Entry.largest, "an entry is longer than its length can say")
        bundle.append(UInt8(entry.count >> 8))
        bundle.append(UInt8(entry.count & 0xFF))
        bundle.append(contentsOf: entry)
    }

    /// - Returns: `nil` unless the bytes are exactly so many entries.
    package static func entries(parsing bytes: some Collection<UInt8>, count: Int) -> [[UInt8]]? {
        guard (1...Tile.width).contains(count), bytes.count <= largest else { return nil }
        let bytes = Array(bytes)
        var entries: [[UInt8]] = []
        var at = 0
        while at < bytes.count {
            guard entries.count < count, at + 2 <= bytes.count else { return nil }
            let end = at + 2 + (Int(bytes[at]) << 8 | Int(bytes[at + 1]))
            guard end <= bytes.count else { return nil }
            entries.append(Array(bytes[(at + 2)..<end]))
            at = end
        }
        return entries.count == count ? entries : nil
    }
}

extension Tile {
    /// The hashes of a tile's file.
    ///
    /// - Returns: `nil` unless the bytes are exactly so many hashes.
    package static func hashes(parsing bytes: some Collection<UInt8>, width: Int) -> [Digest]? {
        guard (1...Tile.width).contains(width), bytes.count == width * Digest.size else { return nil }
        return Array(bytes).withUnsafeBytes { Digest.list($0) }
    }
}
