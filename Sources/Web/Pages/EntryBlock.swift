import Service

/// That a record stands in the ledger, and the receipt that proves it to anyone.
struct EntryBlock {
    let record: RecordLink
    let entry: EntryProof?

    func write(to html: inout HTML) {
        guard let entry else {
            html.raw("<p class=\"missing\">这条记录尚未写入账本。</p>")
            return
        }
        html.facts { html in
            html.fact("账本序号", String(entry.seq))
            html.fact("叶哈希") { $0.element("code", text: entry.leafHash) }
            guard let inclusion = entry.inclusion else {
                html.fact("包含证明", "最近的检查点尚未覆盖这一条；下一个检查点签署后即可取得。")
                return
            }
            html.fact("所在树", "前 \(inclusion.treeSize) 条")
            html.fact("树根") { $0.element("code", text: inclusion.root) }
            html.fact("检查点", "签署于 \(inclusion.checkpoint.signedAt)")
            html.fact("外部见证", Self.witnesses(inclusion.checkpoint))
        }
        if let inclusion = entry.inclusion { details(inclusion, to: &html) }
    }

    private func details(_ inclusion: InclusionView, to html: inout HTML) {
        html.element("details") { html in
            html.element("summary", text: "包含证明（\(inclusion.path.count) 个哈希，自叶向根）与检查点原文")
            html.raw("<ol>")
            for hash in inclusion.path {
                html.element("li") { $0.element("code", text: hash) }
            }
            html.raw("</ol>")
            html.element("pre", .style("note"), text: inclusion.checkpoint.note)
        }
        html.element("p") { html in
            html.link(.receipt(register: record.register, id: record.id), "下载回执", .style("button"))
            html.raw("<span class=\"help\">回执可用 zhunsheng-verify 离线核验，不需要账号和网络。</span>")
        }
    }

    static func witnesses(_ checkpoint: CheckpointView) -> String {
        checkpoint.witnesses.isEmpty ? "尚未见证" : checkpoint.witnesses.joined(separator: "、")
    }
}
