import Service

/// The line below a long list that leads to its other pages.
struct Pager {
    let page: Int
    let rows: Int
    let total: Int
    let address: (Int) -> SiteURL

    private var last: Int { max(1, (total + rows - 1) / rows) }

    func write(to html: inout HTML) {
        guard last > 1 || page > 1 else { return }
        html.element("div", .style("pager")) { html in
            html.element("span", text: "共 \(total) 条，第 \(page) / \(last) 页")
            if page > 1 {
                html.link(address(1), "首页")
                html.link(address(min(page - 1, last)), "上一页")
            }
            if page < last {
                html.link(address(page + 1), "下一页")
                html.link(address(last), "末页")
            }
        }
    }
}

/// The tree of units at the left; a unit narrows the list beside it.
struct UnitTree {
    let units: [UnitNode]
    let chosen: String?
    /// The list for one unit, or for all.
    let address: (String?) -> SiteURL

    func write(to html: inout HTML) {
        html.element("nav", .style("tree"), .named("aria-label", "单位")) { html in
            html.raw("<h2>单位</h2>")
            html.link(address(nil), "全部单位", chosen == nil ? .style("here") : .style("all"))
            for unit in units { write(unit, to: &html) }
        }
    }

    private func write(_ unit: UnitNode, to html: inout HTML) {
        html.element("a", .address(address(unit.id)), .style(style(of: unit))) { html in
            if unit.count > 0 { html.element("span", .style("count")) { $0.number(unit.count) } }
            html.text(unit.name)
        }
    }

    private func style(of unit: UnitNode) -> StaticString {
        switch (unit.depth, unit.id == chosen) {
        case (0, false): "d0"
        case (0, true): "d0 here"
        case (1, false): "d1"
        case (1, true): "d1 here"
        case (_, false): "d2"
        case (_, true): "d2 here"
        }
    }
}
