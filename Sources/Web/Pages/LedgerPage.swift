package import Service

/// How far the ledger can be trusted, said plainly.
package struct LedgerPage: Page {
    let view: LedgerView

    package init(_ view: LedgerView) { self.view = view }

    package var title: String { "账本" }
    package var section: Section { .ledger }

    package func write(to html: inout HTML) {
        html.heading("账本", about: "只能追加，不能改写。任何一条被改动、删除或倒填日期，持有检查点的外部人员都能证明。")
        html.facts { html in
            html.fact("条数", String(view.line.size))
            html.fact("账本名称", view.origin)
            html.fact("树根") { $0.element("code", text: view.root) }
            html.fact("核验公钥") { html in
                for key in view.verifierKeys { html.element("div") { $0.element("code", text: key) } }
            }
            html.fact("最近检查点", view.line.checkpointAt ?? "（无）")
            html.fact("检查点之后", "\(view.line.uncovered) 条")
            html.fact("外部见证") { html in
                let witness = view.line.witness
                if let at = witness.at { html.text("最近 \(at)，其后 \(witness.since) 条 ") }
                if let warning = witness.warning {
                    html.element("span", .style("unwitnessed"), text: warning)
                    html.raw("：最近见证之后的条目，持有签名密钥的人仍可能重做而不被发现。")
                }
            }
            html.fact("最近全面核验", view.verifiedAt ?? "尚未核验")
        }
        faults(to: &html)
        if let checkpoint = view.checkpoint {
            html.raw("<h2>检查点原文</h2>")
            html.element("pre", .style("note"), text: checkpoint.note)
            html.element("p", .style("help"), text: "外部见证：" + EntryBlock.witnesses(checkpoint))
        }
    }

    private func faults(to html: inout HTML) {
        guard !view.faults.isEmpty else { return }
        html.raw("<h2>核验不通过</h2>")
        html.table(["序号", "问题"]) { html in
            for fault in view.faults {
                html.raw("<tr>")
                html.element("td", .style("number")) { $0.number(fault.seq) }
                html.element("td", text: fault.what)
                html.raw("</tr>")
            }
        }
    }
}
