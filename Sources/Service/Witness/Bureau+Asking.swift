import Ledger
import Storage

extension Bureau {
    /// Signs the ledger as it stands and asks each witness that has an address; nothing that is filed waits for this.
    package func askWitnesses() throws -> WitnessRound {
        _ = try store.checkpoint()
        guard let policy = try store.witnessPolicy() else {
            throw WitnessFault.noPolicy(path: store.folder.witnessPolicy)
        }
        let size = try store.lastCheckpoint().checkpoint.size
        let answers = try policy.witnesses.map {
            WitnessRound.Answer(name: $0.name, outcome: try ask($0))
        }
        return WitnessRound(
            size: size, answers: answers, isQuorum: try store.witnessedCheckpoint(covering: size) != nil)
    }

    private func ask(_ witness: WitnessPolicy.Member) throws -> WitnessRound.Outcome {
        guard let address = witness.url else { return .byFile }
        guard let url = WitnessURL(address) else {
            return .unreachable("网址 \(address) 不能用；应形如 http://主机:端口/ ，需要 TLS 时由本机代理转发")
        }
        do {
            return try exchange(with: WitnessPost(url: url), witness.key)
        } catch let fault as WitnessPost.Fault { return .unreachable(fault.words) }
    }

    private func exchange(with post: WitnessPost, _ key: VerifierKey) throws -> WitnessRound.Outcome {
        let request = try store.request(to: key)
        let reply = try post.send(request.bytes)
        guard reply.status == 409 else { return try outcome(of: reply, to: request, by: key) }
        guard let held = Self.size(in: reply), held != request.old else { return .badAnswer }
        let size = try Checkpoint(request.note).size
        guard held <= size else { return .ahead(size: held) }
        guard held > request.old else { return .forgot(size: held, known: request.old) }
        // An answer was lost on its way, or came by file and was not taken up: prove from what the witness holds.
        let second = try store.request(to: key, from: held)
        return try outcome(of: try post.send(second.bytes), to: second, by: key)
    }

    private func outcome(
        of reply: WitnessPost.Reply, to request: AddCheckpoint, by key: VerifierKey
    ) throws -> WitnessRound.Outcome {
        switch reply.status {
        case 200: break
        case 422: return .inconsistent
        default: return .refused(status: reply.status)
        }
        let lines = Array((request.note.text + "\n").utf8) + reply.body
        guard let note = try? SignedNote(parsing: lines),
            let cosignature = try? note.signatures(by: [key]).first,
            let time = Cosignature.time(of: cosignature.bytes)
        else { return .badAnswer }
        try store.accept(SignedNote(text: request.note.text, signatures: [cosignature]))
        return .cosigned(UTCTime(seconds: time))
    }

    /// The size that a conflict names.
    private static func size(in reply: WitnessPost.Reply) -> Int? {
        guard reply.mediaType == WitnessAnswer.sizeType else { return nil }
        var text = String(decoding: reply.body, as: UTF8.self)
        if text.hasSuffix("\n") { text.removeLast() }
        return Checkpoint.size(text)
    }
}
