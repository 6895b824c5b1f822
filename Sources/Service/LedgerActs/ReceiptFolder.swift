import Foundation
import Ledger
import Storage

/// Where the receipts of a batch go: one file a record, to be handed to whoever filed it.
enum ReceiptFolder {
    /// Makes the folder before anything is filed.
    static func prepare(_ path: String) throws {
        do {
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        } catch { throw ServiceError(.use, "回执文件夹 \(path) 建不起来：\(OutputFile.reason(error))。没有入账。") }
        try OutputFile.requireWritable(path + "/x")
    }

    /// The record's id, as far as it can be a file name, and the entry's number, which is never the same twice.
    static func name(of record: String, seq: Int) -> String {
        let safe = record.unicodeScalars.map { scalar -> Character in
            let isPlain =
                scalar.properties.isAlphabetic || scalar.properties.numericType != nil || scalar == "-"
            return isPlain ? Character(scalar) : "_"
        }
        // 80 characters of 3 bytes stay below the 255 that a name may have.
        return String(safe.prefix(70)) + "-\(seq).tlog-proof"
    }
}

extension Bureau {
    /// Writes a receipt for each entry of a register among those just filed.
    ///
    /// - Returns: How many.
    func writeReceipts(of filed: FilingSummary, _ register: String, to folder: String) throws -> Int {
        var count = 0
        for start in stride(from: filed.first, to: filed.size, by: Self.receiptsAtOnce) {
            let seqs = Array(start..<min(start + Self.receiptsAtOnce, filed.size))
            for proof in try store.receipts(seqs) {
                let entry = try Entry(decoding: proof.extra ?? [])
                guard entry.register == register else { continue }
                let name = ReceiptFolder.name(of: entry.record, seq: proof.index)
                try OutputFile.write(proof.bytes, to: "\(folder)/\(name)")
                count += 1
            }
        }
        return count
    }

    private static let receiptsAtOnce = 512

    /// Writes the ledger's answer to a receipt: today's checkpoint, and the proof that it grew from the receipt's.
    package func answerReceipt(_ file: String, to path: String) throws -> [String] {
        let bytes = try WitnessOffice.bytes(of: file, TlogProof.largest)
        let keys = try store.verifierKeys
        let then: Checkpoint
        do throws(ProofError) {
            let proof = try TlogProof(parsing: bytes)
            then = try proof.verify(by: keys).checkpoint
        } catch { throw ServiceError(.data, "\(file)：\(error)") }
        try OutputFile.requireWritable(path)
        _ = try store.checkpoint()
        try OutputFile.write(store.parcel(from: [then.size]).bytes, to: path)
        return [
            "已写到 \(path)：今天的检查点，和从 \(then.size) 条起只增不改的证明。",
            "核对：zhunsheng-verify --key 公钥 --against \(path) \(file)",
        ]
    }
}
