import Documents
import Law
import Ledger
import Storage

extension Bureau {
    /// Signs the ledger as it stands and writes the monthly form that carries the checkpoint on paper.
    package func writeWitnessPaper(to path: String) throws -> [String] {
        try OutputFile.requireWritable(path)
        let note = try store.checkpoint()
        let paper = WitnessPaper(
            note: note, checkpoint: try Checkpoint(note), verifierKey: try store.verifierKey.text,
            moment: environment.now())
        try OutputFile.write(Array(paper.page.utf8), to: path)
        return [
            "已写到 \(path)：打印、核对、盖章后交见证单位留存。", "日后核对：把纸面三行录入文件，运行 zhunsheng ledger verify --paper 文件。",
        ]
    }
}

/// The form: three lines that a person can read out and type in, and the signed note as a QR code.
struct WitnessPaper {
    let note: SignedNote
    let checkpoint: Checkpoint
    let verifierKey: String
    let moment: Moment

    var page: String { PrintedSheet(title: title, content: content).page }

    private var title: String {
        let day = moment.description
        return "账本检查点见证表（\(day.prefix(4))年\(day.dropFirst(5).prefix(2))月）"
    }

    private var content: [Markup] {
        [
            PrintedSheet.facts([
                ("账本名称", checkpoint.origin), ("条数", String(checkpoint.size)),
                ("根（十六进制）", PrintedSheet.grouped(checkpoint.root.hex)),
                ("根（base64）", checkpoint.root.base64), ("出具时间", moment.pageText), ("账本公钥", verifierKey),
            ]),
            PrintedSheet.code(note.bytes, millimetres: 55),
            .element("p", [:], .text("本表只有条数和哈希，不含任何记录。前三行即检查点；二维码是同一检查点连同账本签名的原文。")),
            .element(
                "table", ["class": "sign"],
                .element(
                    "tr", [:], .element("th", [:], .text("账本单位（盖章）")), .element("th", [:], .text("见证单位（盖章）"))),
                .element(
                    "tr", [:], .element("td", [:], .text("经办：　　　　　　　年　月　日")),
                    .element("td", [:], .text("核对：　　　　　　　年　月　日")))),
            .element(
                "p", [:], .text("核对：把上面三行录入一个文本文件（根可录十六进制，空格不计），运行 zhunsheng ledger verify --paper 文件。")),
        ]
    }
}
