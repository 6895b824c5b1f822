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

    var page: String {
        "<!DOCTYPE html>\n"
            + Markup.element(
                "html", ["lang": "zh-CN"],
                .element(
                    "head", [:], .void("meta", ["charset": "utf-8"]), .element("title", [:], .text(title)),
                    .element("style", [:], .text(Self.style))), .element("body", [:], sheet)
            ).source + "\n"
    }

    private var title: String {
        let day = moment.description
        return "账本检查点见证表（\(day.prefix(4))年\(day.dropFirst(5).prefix(2))月）"
    }

    private var sheet: [Markup] {
        [
            .element("h1", [:], .text(title)),
            .element(
                "table", [:],
                row("账本名称", [.element("code", [:], .text(checkpoint.origin))]),
                row("条数", [.element("code", [:], .text(String(checkpoint.size)))]),
                row("根（十六进制）", [.element("code", [:], .text(grouped))]),
                row("根（base64）", [.element("code", [:], .text(checkpoint.root.base64))]),
                row("出具时间", [.text(moment.pageText)]),
                row("账本公钥", [.element("code", [:], .text(verifierKey))])),
            code,
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

    private var code: Markup {
        QRCode(note.bytes).map { .element("div", ["class": "code"], $0.svg(millimetres: 55)) } ?? .empty
    }

    /// In groups of four, as people read numbers out.
    private var grouped: String {
        let digits = Array(checkpoint.root.hex)
        return stride(from: 0, to: digits.count, by: 4).map { String(digits[$0..<min($0 + 4, digits.count)]) }
            .joined(separator: " ")
    }

    private func row(_ label: String, _ content: [Markup]) -> Markup {
        .element("tr", [:], .element("th", [:], .text(label)), .element("td", [:], content))
    }

    private static let style = """
        @page { size: A4; margin: 25mm 22mm }
        body { font-family: SimSun, "Noto Serif CJK SC", serif; font-size: 12pt; line-height: 1.7 }
        h1 { font-size: 18pt; text-align: center }
        table { border-collapse: collapse; width: 100% }
        th, td { border: 1px solid #000; padding: 2mm 3mm; text-align: left }
        th { width: 32mm; font-weight: 600 }
        code { font-family: "DejaVu Sans Mono", Consolas, monospace; font-size: 11pt; overflow-wrap: anywhere }
        .code { text-align: center; margin: 6mm 0 }
        .sign th { width: 50% } .sign td { height: 28mm; vertical-align: bottom }
        """
}
