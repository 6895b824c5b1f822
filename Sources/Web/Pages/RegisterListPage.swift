package import Service

/// All registers, with how much each holds.
package struct RegisterListPage: Page {
    let registers: [RegisterLine]

    package init(_ registers: [RegisterLine]) { self.registers = registers }

    package var title: String { "台账" }
    package var section: Section { .registers }

    package func write(to html: inout HTML) {
        html.heading("台账", about: "每一条记录都在账本中，更正是新的一版，旧的一版仍在。")
        let empty = registers.isEmpty ? "规则包没有声明台账。" : nil
        html.table(["序号", "台账", "用途", "记录", "最近登记"], empty: empty) { html in
            for (index, register) in registers.enumerated() {
                html.raw("<tr>")
                html.element("td", .style("ordinal")) { $0.number(index + 1) }
                html.element("td", .style("nowrap")) {
                    $0.link(.table(register: register.id, TableQuery()), register.name)
                }
                html.element("td", text: register.about)
                html.element("td", .style("number")) { $0.number(register.count) }
                html.element("td", .style("nowrap"), text: register.latest ?? "—")
                html.raw("</tr>")
            }
        }
    }
}
