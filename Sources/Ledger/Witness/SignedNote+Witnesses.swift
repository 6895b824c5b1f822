extension SignedNote {
    /// Who witnessed a checkpoint, in words, for whoever verifies offline.
    ///
    /// - Parameter policy: Of the verifier's own; `nil` when there is none, and then nothing is believed of the names.
    /// - Throws: `badCheckpoint` when a policy is given and no log of it signed, or its quorum did not.
    package func witnessWords(by policy: WitnessPolicy?) throws(ProofError) -> String {
        guard let policy else { return uncheckedWords }
        do throws(NoteError) {
            _ = try policy.checkpoint(of: self)
            let standing = try policy.standing(of: self)
            let at = standing.time.map { "，最近一次 \(UTCTime(seconds: $0))" } ?? ""
            return "外部见证：\(standing.names.joined(separator: "、"))\(at)；已达到所给见证政策的要求。"
        } catch { throw .badCheckpoint(error) }
    }

    private var uncheckedWords: String {
        let origin = text.prefix { $0 != "\n" }
        let others = Set(signatures.map(\.name)).subtracting([String(origin)]).sorted()
        guard !others.isEmpty else { return "外部见证：检查点上只有账本自己的签名，没有任何外部见证。" }
        return "外部见证：检查点上另有 \(others.joined(separator: "、")) 名义的签名；没有给出见证政策，既未核对这些签名，也未核对是否够数。"
    }
}
