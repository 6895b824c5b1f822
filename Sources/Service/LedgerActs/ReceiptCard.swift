import Documents
import Ledger

/// A receipt on paper for the officer who filed the record: what to hold the ledger to, and the receipt itself as a QR
/// code where it is short enough for one.
struct ReceiptCard {
    let proof: TlogProof
    let registerName: String

    func page() throws -> String {
        let (entry, checkpoint) = (try Entry(decoding: proof.extra ?? []), try Checkpoint(proof.checkpoint))
        let leaf = (proof.extra ?? []).withUnsafeBytes { Hasher256().leaf($0) }
        let code = PrintedSheet.code(proof.bytes, millimetres: 95)
        let about =
            code == .empty
            ? "这张回执的文件放不进一个二维码，请连同文件（.tlog-proof）一并保存。"
            : "二维码就是回执文件（.tlog-proof）的全部内容，扫出来另存即可核验。"
        return PrintedSheet(
            title: "账本回执",
            content: [
                PrintedSheet.facts([
                    ("账本", checkpoint.origin), ("台账", registerName), ("记录", entry.record),
                    ("版次", "第 \(entry.revision) 版"), ("入账时间", entry.recordedAt.chinaText),
                    ("账本序号", String(proof.index)), ("叶哈希", PrintedSheet.grouped(leaf.hex)),
                    ("检查点条数", String(checkpoint.size)), ("检查点的根", PrintedSheet.grouped(checkpoint.root.hex)),
                ]), code, .element("p", [:], .text(about)),
                .element(
                    "p", [:],
                    .text(
                        "核验：zhunsheng-verify --key 账本公钥 回执文件。怀疑记录被抽走时，加 --against 和账本今天的检查点；"
                            + "账本单位应能用 zhunsheng ledger answer 作答。")),
            ]
        ).page
    }
}
