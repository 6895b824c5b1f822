/// Whose cosignatures a checkpoint needs (C2SP tlog-policy).
package struct WitnessPolicy: Hashable, Sendable {
    package let logs: [Log]
    package let witnesses: [Member]
    package let quorum: Quorum

    package struct Log: Hashable, Sendable {
        package let key: VerifierKey
        package let url: String?
    }

    package struct Member: Hashable, Sendable {
        /// Has a meaning in the policy only.
        package let name: String
        package let key: VerifierKey
        /// Its submission prefix; without one it is asked by file.
        package let url: String?
    }

    package indirect enum Quorum: Hashable, Sendable {
        case none
        case witness(String)
        /// At least so many of the members.
        case group(threshold: Int, [Quorum])

        package func isMet(by names: Set<String>) -> Bool {
            switch self {
            case .none: true
            case .witness(let name): names.contains(name)
            case .group(let threshold, let members):
                members.count { $0.isMet(by: names) } >= threshold
            }
        }
    }

    /// What a note's cosignatures amount to.
    package struct Standing: Hashable, Sendable {
        /// The witnesses that cosigned, in the order of the policy.
        package let names: [String]
        package let isQuorum: Bool
        /// Seconds since 1970 of the latest of their cosignatures; `nil` without any.
        package let time: UInt64?
    }

    /// - Throws: `wrongSignature` when a cosignature in the name of a witness does not hold.
    package func standing(of note: SignedNote) throws(NoteError) -> Standing {
        let held = try note.signatures(by: witnesses.map(\.key))
        let names = witnesses.filter { witness in held.contains { $0.isBy(witness.key) } }.map(\.name)
        return Standing(
            names: names, isQuorum: quorum.isMet(by: Set(names)),
            time: held.compactMap { Cosignature.time(of: $0.bytes) }.max())
    }

    /// The checkpoint of a note that one of the logs signed and the quorum cosigned.
    package func checkpoint(of note: SignedNote) throws(NoteError) -> Checkpoint {
        let signers = try note.verify(by: logs.map(\.key))
        let checkpoint = try Checkpoint(note)
        guard signers.contains(where: { $0.name == checkpoint.origin }) else { throw .badCheckpoint }
        guard try standing(of: note).isQuorum else { throw .noQuorum }
        return checkpoint
    }
}

/// What is wrong with a policy, and in which line.
package struct PolicyError: Error, Hashable, Sendable, CustomStringConvertible {
    package let line: Int
    package let what: String

    package var description: String { "见证政策第 \(line) 行：\(what)" }
}
