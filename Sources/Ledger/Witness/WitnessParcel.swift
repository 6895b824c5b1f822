/// A checkpoint on its way to a witness across an air gap: the requests of `add-checkpoint` from several old sizes in
/// one file, since the log cannot know how far the witness has come (`zhunsheng/witness-request/v1`).
package struct WitnessParcel: Hashable, Sendable {
    package struct Step: Hashable, Sendable {
        package let old: Int
        package let proof: [Digest]

        package init(old: Int, proof: [Digest]) {
            self.old = old
            self.proof = proof
        }
    }

    /// By ascending old size, none twice.
    package let steps: [Step]
    package let note: SignedNote

    package init(steps: [Step], note: SignedNote) {
        self.steps = steps
        self.note = note
    }

    static let header = "zhunsheng/witness-request/v1"
    /// Old sizes in one file, and bytes: each has at most 64 lines of 45 bytes.
    package static let mostSteps = 128
    package static let largest = AddCheckpoint.largest + mostSteps * 4096

    package var bytes: [UInt8] {
        let lines = steps.map { "old \($0.old)\n" + $0.proof.map { $0.base64 + "\n" }.joined() }
        return Array((Self.header + "\n" + lines.joined() + "\n").utf8) + note.bytes
    }

    package init(parsing bytes: some Collection<UInt8>) throws(ProofError) {
        guard bytes.count <= Self.largest, let text = String(validating: bytes, as: UTF8.self) else {
            throw .badFormat(line: 1)
        }
        var lines = TextLines(text)
        guard lines.next() == Self.header[...] else { throw .badFormat(line: 1) }
        var steps: [Step] = []
        while let line = lines.next(), !line.isEmpty {
            if let size = line.dropping(prefix: "old ") {
                guard let old = Checkpoint.size(String(size)), old > steps.last?.old ?? -1,
                    steps.count < Self.mostSteps
                else { throw .wrongOrder(line: lines.number) }
                steps.append(Step(old: old, proof: []))
            } else {
                guard let last = steps.popLast(), last.proof.count < AddCheckpoint.mostHashes,
                    let hash = Base64.decode(line).flatMap({ Digest($0) })
                else { throw .badFormat(line: lines.number) }
                steps.append(Step(old: last.old, proof: last.proof + [hash]))
            }
        }
        self.steps = steps
        note = try lines.note()
    }

    /// The request for a witness that cosigned a size last; where the file has none from there, that from 0, to
    /// which the witness will answer what it has.
    package func request(from size: Int) -> AddCheckpoint {
        let step = steps.first { $0.old == size } ?? Step(old: 0, proof: [])
        return AddCheckpoint(old: step.old, proof: step.proof, note: note)
    }
}
