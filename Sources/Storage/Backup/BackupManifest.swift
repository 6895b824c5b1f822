package import Ledger

/// What a backup holds (`Docs/formats/backup.md`).
package struct BackupManifest: Hashable, Sendable {
    /// Keys are kept apart: whoever finds a backup must not be able to sign, and a key destroyed to erase something must
    /// not live on in it.
    package enum Kind: String, Hashable, Sendable {
        case data, keys
    }

    package struct Item: Hashable, Sendable {
        /// Below the data folder.
        package let path: String
        /// Bytes.
        package let size: Int
        package let sha256: Digest
    }

    package let kind: Kind
    package let madeAt: UTCTime
    /// Entries in the ledger, signed or not.
    package let size: Int
    /// The ledger's head when the backup was begun.
    package let head: SignedNote
    /// By path.
    package let files: [Item]

    static let format = "zhunsheng/backup/v1"
    static let name = "manifest.json"
    /// Bytes of a manifest that is read.
    static let largest = 16 << 20

    package var json: JSONValue {
        [
            "format": .string(Self.format), "kind": .string(kind.rawValue),
            "madeAt": .string(madeAt.description), "size": .integer(Int64(size)),
            "checkpoint": .string(String(decoding: head.bytes, as: UTF8.self)),
            "files": .array(
                files.map {
                    [
                        "path": .string($0.path), "size": .integer(Int64($0.size)),
                        "sha256": .string($0.sha256.hex),
                    ]
                }),
        ]
    }

    package init(kind: Kind, madeAt: UTCTime, size: Int, head: SignedNote, files: [Item]) {
        self.kind = kind
        self.madeAt = madeAt
        self.size = size
        self.head = head
        self.files = files.sorted { $0.path < $1.path }
    }

    /// - Returns: `nil` unless the bytes are what `json` of some manifest writes, members in any layout.
    init?(parsing bytes: [UInt8]) {
        guard let json = try? JSONValue(parsing: bytes), json["format"]?.string == Self.format,
            let kind = json["kind"]?.string.flatMap(Kind.init),
            let madeAt = json["madeAt"]?.string.flatMap({ UTCTime($0.utf8) }),
            let size = json["size"]?.integer, size >= 0,
            let note = json["checkpoint"]?.string, let head = try? SignedNote(parsing: Array(note.utf8)),
            let files = json["files"]?.array?.map(Item.init), !files.contains(nil)
        else { return nil }
        self.init(kind: kind, madeAt: madeAt, size: Int(size), head: head, files: files.compactMap(\.self))
        guard self.json.canonical == json.canonical else { return nil }
    }
}

extension BackupManifest.Item {
    /// A path must stay below its folder, whatever a manifest says.
    fileprivate init?(_ json: JSONValue) {
        guard let path = json["path"]?.string, let size = json["size"]?.integer, size >= 0,
            let sha256 = json["sha256"]?.string.flatMap({ Digest(hex: $0) }),
            path.split(separator: "/", omittingEmptySubsequences: false).allSatisfy({
                !["", ".", ".."].contains($0)
            })
        else { return nil }
        self.init(path: path, size: Int(size), sha256: sha256)
    }
}
