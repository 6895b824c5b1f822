import Ledger
package import Storage

extension Bureau {
    /// Takes up who must witness the ledger.
    package func installWitnessPolicy(from file: String) throws -> [String] {
        do {
            let policy = try store.install(policy: try WitnessOffice.bytes(of: file, WitnessPolicy.largest))
            let asked = policy.witnesses.filter { $0.url != nil }.map(\.name)
            let carried = policy.witnesses.filter { $0.url == nil }.map(\.name)
            return ["见证政策已装到 \(store.folder.witnessPolicy)，见证人 \(policy.witnesses.count) 个。"]
                + (asked.isEmpty ? [] : ["经网络（zhunsheng ledger witness ask）：\(asked.joined(separator: "、"))"])
                + (carried.isEmpty ? [] : ["经文件（export、accept）或纸面：\(carried.joined(separator: "、"))"])
        } catch let error as PolicyError { throw ServiceError(.data, "\(file)：\(error)未采用。") }
    }

    package func witnessing() throws -> Witnessing { try store.witnessing() }

    /// Signs the ledger as it stands and writes it for witnesses that no network reaches.
    ///
    /// - Parameter named: Sizes that witnesses said they hold.
    package func exportForWitness(to path: String, from named: [Int]) throws -> [String] {
        try OutputFile.requireWritable(path)
        _ = try store.checkpoint()
        let parcel = try store.parcel(from: named)
        try OutputFile.write(parcel.bytes, to: path)
        return [
            "已写到 \(path)：\(try Checkpoint(parcel.note).size) 条处的检查点，附 \(parcel.steps.count) 个起点的证明。",
            "内容只有条数、哈希和签名，没有任何记录。见证人运行：zhunsheng ledger witness sign \(path) --out 回件",
        ]
    }

    /// Takes the cosignatures of a witness's answer.
    package func acceptWitness(file: String) throws -> [String] {
        let bytes = try WitnessOffice.bytes(of: file, SignedNote.largest)
        let note: SignedNote
        do throws(NoteError) {
            note = try SignedNote(parsing: bytes)
        } catch { throw ServiceError(.data, "\(file)：\(error)未采用。") }
        do {
            let (note, standing) = try store.accept(note)
            let size = try Checkpoint(note).size
            return [
                "\(size) 条处的检查点现有见证人 \(standing.names.joined(separator: "、")) 的签名，"
                    + (standing.isQuorum ? "已达到见证政策的要求。" : "尚未达到见证政策的要求。")
            ]
        } catch let error as NoteError { throw ServiceError(.data, "\(file)：\(error)未采用。") }
    }
}
