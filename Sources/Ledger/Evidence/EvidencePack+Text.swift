extension EvidencePack {
    package var bytes: [UInt8] {
        var text = Array("\(Self.header)\nmanifest ".utf8)
        text += manifest.bytes
        text += Array("\nfrozen \(frozen)\n".utf8)
        for leaf in leaves {
            switch leaf.content {
            case .entry(let bytes):
                // The entry's second line; its first is the same for all.
                text += Array("entry \(leaf.seq) ".utf8)
                text += bytes.dropFirst(Entry.header.utf8CodeUnitCount)
            case .withheld(let hash): text += Array("leaf \(leaf.seq) \(hash.base64)\n".utf8)
            }
        }
        for node in nodes { text += Array("node \(node.height) \(node.index) \(node.hash.base64)\n".utf8) }
        text.append(0x0A)
        return text + checkpoint.bytes
    }

    package init(parsing bytes: some Collection<UInt8>) throws(ProofError) {
        guard bytes.count <= Self.largest, let text = String(validating: bytes, as: UTF8.self) else {
            throw .badFormat(line: 1)
        }
        var lines = TextLines(text)
        guard lines.next() == Self.header[...], let manifest = lines.next()?.dropping(prefix: "manifest "),
            let json = try? JSONValue(parsing: String(manifest)), json.canonical == Array(manifest.utf8),
            let frozen = lines.next()?.dropping(prefix: "frozen ").flatMap({ Checkpoint.size(String($0)) })
        else { throw .badFormat(line: lines.number) }
        self.manifest = CanonicalJSON(json)
        self.frozen = frozen
        (leaves, nodes) = try Self.lines(&lines)
        checkpoint = try lines.note()
    }

    private static func lines(_ lines: inout TextLines) throws(ProofError) -> ([Leaf], [SparseProof.Node]) {
        var leaves: [Leaf] = []
        var nodes: [SparseProof.Node] = []
        while let line = lines.next(), !line.isEmpty {
            if let leaf = Leaf(line: line) {
                guard nodes.isEmpty, leaves.last.map({ $0.seq < leaf.seq }) ?? true else {
                    throw .wrongOrder(line: lines.number)
                }
                leaves.append(leaf)
            } else if let node = SparseProof.Node(line: line) {
                nodes.append(node)
            } else {
                throw .badFormat(line: lines.number)
            }
        }
        return (leaves, nodes)
    }
}

extension EvidencePack.Leaf {
    fileprivate init?(line: Substring) {
        let parts = line.split(separator: " ", maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count == 3, let seq = Checkpoint.size(String(parts[1])) else { return nil }
        if parts[0] == "entry" {
            let header = UnsafeBufferPointer(
                start: Entry.header.utf8Start, count: Entry.header.utf8CodeUnitCount)
            self.init(seq: seq, content: .entry(Array(header) + Array(parts[2].utf8) + [0x0A]))
        } else if parts[0] == "leaf", let hash = Base64.decode(parts[2]).flatMap({ Digest($0) }) {
            self.init(seq: seq, content: .withheld(hash))
        } else {
            return nil
        }
    }
}

extension SparseProof.Node {
    fileprivate init?(line: Substring) {
        let parts = line.split(separator: " ", omittingEmptySubsequences: false)
        guard parts.count == 4, parts[0] == "node", let height = Checkpoint.size(String(parts[1])),
            let index = Checkpoint.size(String(parts[2])), height < 63,
            let hash = Base64.decode(parts[3]).flatMap({ Digest($0) })
        else { return nil }
        self.init(height: height, index: index, hash: hash)
    }
}
