import Foundation
import Ledger
import Testing

@testable import Storage

@Suite("The ledger as static files")
struct ExportTests {
    private func withFolder(_ body: (LedgerStore, String) throws -> Void) throws {
        try Sample.store { store in
            let folder = store.folder.path + "-export"
            defer { try? FileManager.default.removeItem(atPath: folder) }
            try body(store, folder)
        }
    }

    @Test("Every entry, hash and checkpoint of the export is the ledger's; a later export adds what is new")
    func export() throws {
        try withFolder { store, folder in
            for size in [1, 256, 300, 512, 1_500] {
                let start = try store.size()
                try store.file((start..<size).map { Sample.filing($0) })
                let note = try store.checkpoint()
                #expect(try store.export(to: folder).added == size - start)
                let log = try StaticLog(at: folder, keys: store.verifierKeys)
                #expect(log.note == note)
                var tail = TreeTail()
                try log.entries(from: 0) { entry in
                    tail.append(entry.withUnsafeBytes { Hasher256().leaf($0) }, hasher: Hasher256()) { _ in }
                }
                #expect(tail.size == size && tail.root(hasher: Hasher256()) == log.checkpoint.root)
                for tile in tail.partialTiles {
                    let path = TilePath.tile(
                        level: tile.level, index: tile.index, width: tile.hashes.count)
                    let bytes = try File.read(folder + "/" + path)
                    #expect(Tile.hashes(parsing: bytes, width: tile.hashes.count) == tile.hashes)
                }
            }
            #expect(try store.export(to: folder).added == 0)
            #expect(File.exists(folder + "/tile/0/004"))
            #expect(File.exists(folder + "/tile/1/000.p/5"))
        }
    }

    @Test(
        "A folder with other files is left alone, and an export that is not the ledger's beginning is refused"
    )
    func refused() throws {
        try withFolder { store, folder in
            try store.file((0..<10).map { Sample.filing($0) })
            try store.checkpoint()
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            try Data().write(to: URL(filePath: folder + "/letter.txt"))
            #expect(throws: ExportError.occupied(path: folder)) { try store.export(to: folder) }
            try FileManager.default.removeItem(atPath: folder + "/letter.txt")
            try store.export(to: folder)
            let keys = try KeyRing.read(from: store.folder).signing
            let other = Checkpoint(origin: store.origin, size: 4, root: .sha256([1])).signed(by: keys)
            try Data(other.bytes).write(to: URL(filePath: folder + "/checkpoint"))
            #expect(throws: ExportError.forked(path: folder, size: 4)) { try store.export(to: folder) }
            let later = Checkpoint(origin: store.origin, size: 11, root: .sha256([1])).signed(by: keys)
            try Data(later.bytes).write(to: URL(filePath: folder + "/checkpoint"))
            #expect(throws: ExportError.behind(path: folder, exported: 11, signed: 10)) {
                try store.export(to: folder)
            }
        }
    }
}
