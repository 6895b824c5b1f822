import Testing

@testable import Ledger

@Suite("Static logs (C2SP tlog-tiles)")
struct StaticLogTests {
    @Test(
        "Paths are those of the specification's examples",
        arguments: [
            (0, 256, "tile/0/000"), (273, 256, "tile/0/273"), (1_234_067, 256, "tile/0/x001/x234/067"),
            (1000, 256, "tile/0/x001/000"), (273, 112, "tile/0/273.p/112"),
        ])
    func path(index: Int, width: Int, path: String) {
        #expect(TilePath.tile(level: 0, index: index, width: width) == path)
    }

    @Test("A bundle gives its entries back, and only whole ones")
    func bundle() {
        var bytes: [UInt8] = []
        let entries: [[UInt8]] = [[], [1, 2, 3], Array(repeating: 7, count: 65_535)]
        for entry in entries { entry.withUnsafeBytes { EntryBundle.add($0, to: &bytes) } }
        #expect(EntryBundle.entries(parsing: bytes, count: 3) == entries)
        #expect(EntryBundle.entries(parsing: bytes, count: 2) == nil)
        #expect(EntryBundle.entries(parsing: bytes, count: 4) == nil)
        #expect(EntryBundle.entries(parsing: bytes.dropLast(), count: 3) == nil)
        #expect(EntryBundle.entries(parsing: [0], count: 1) == nil)
        #expect(Tile.hashes(parsing: Array(repeating: 0, count: 64), width: 2)?.count == 2)
        #expect(Tile.hashes(parsing: Array(repeating: 0, count: 65), width: 2) == nil)
    }

    @Test("Tessera's own test log is read by the same reader", .enabled(if: Vectors.areHere, Vectors.missing))
    func tessera() throws {
        let entries = try #require(
            EntryBundle.entries(
                parsing: try Vectors.bytes("tessera-log/" + TilePath.entries(index: 0, width: 15)), count: 15)
        )
        let hashes = try #require(
            Tile.hashes(
                parsing: try Vectors.bytes("tessera-log/" + TilePath.tile(level: 0, index: 0, width: 15)),
                width: 15))
        #expect(entries.map { entry in entry.withUnsafeBytes { Hasher256().leaf($0) } } == hashes)
    }
}
