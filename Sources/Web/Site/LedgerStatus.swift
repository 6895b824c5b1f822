import Service

/// The line on every page that says how far the ledger can be trusted at this moment.
struct LedgerStatus {
    let line: LedgerLine

    func write(to html: inout HTML) {
        html.element("div", line.fault == nil ? .style("status") : .style("status faulty")) { html in
            if let fault = line.fault {
                html.raw("<strong>账本核验不通过：</strong>")
                html.text(fault + "　")
            }
            html.link(.ledger, "账本")
            html.text(" 共 \(line.size) 条 · 最近检查点 ")
            html.text(line.checkpointAt ?? "（无）")
            if line.uncovered > 0 { html.text("，其后 \(line.uncovered) 条尚未签入检查点") }
            html.raw(" · ")
            if let at = line.witness.at { html.text("最近见证 \(at)，其后 \(line.witness.since) 条 ") }
            if let warning = line.witness.warning {
                html.element("span", .style("unwitnessed"), text: warning)
            }
        }
    }
}
