package import Service

/// One page: a pure function of the values it shows.
package protocol Page {
    /// What the browser's tab and the heading say.
    var title: String { get }
    var section: Section { get }
    /// Whether it prints on A4 landscape, as registers do.
    var isLandscape: Bool { get }
    func write(to html: inout HTML)
}

/// The entries of the menu.
package enum Section: CaseIterable, Sendable {
    case home
    case registers
    case findings
    case reports
    case rules
    case ledger
    /// Error pages belong nowhere.
    case none

    var entry: (label: String, address: SiteURL)? {
        switch self {
        case .home: ("首页", .home)
        case .registers: ("台账", .registerList)
        case .findings: ("检查结果", .findings(FindingQuery()))
        case .reports: ("报告", .reportList)
        case .rules: ("规则库", .rules)
        case .ledger: ("账本", .ledger)
        case .none: nil
        }
    }
}

extension Page {
    package var isLandscape: Bool { false }

    /// The whole document, frame and all.
    ///
    /// - Parameter frame: `nil` when even the frame could not be read; the page then stands without its status line.
    /// - Returns: The document, ready to send.
    package func document(in frame: FrameView?) -> HTML {
        // A table of fifty rows takes about 20 kB.
        var html = HTML(capacity: 32 << 10)
        html.raw("<!DOCTYPE html>\n<html lang=\"zh-CN\"><head><meta charset=\"utf-8\"><title>")
        html.text(title)
        html.raw(" · 准绳</title><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">")
        html.void(
            "link", .named("rel", "stylesheet"), .address(.styleSheet(version: StyleSheet.version)))
        html.void("link", .named("rel", "icon"), .address(.icon))
        html.raw(isLandscape ? "</head><body class=\"register\">" : "</head><body>")
        html.raw("<a class=\"skip\" href=\"#main\">跳到正文</a>")
        header(frame, to: &html)
        html.raw("<main id=\"main\">")
        write(to: &html)
        html.raw("</main>")
        footer(frame, to: &html)
        html.raw("</body></html>\n")
        return html
    }

    private func header(_ frame: FrameView?, to html: inout HTML) {
        html.element("header", .style("top")) { html in
            html.element("div", .style("brand")) { html in
                html.link(.home, "准绳", .style("mark"))
                html.element("span", .style("bureau"), text: frame?.bureau ?? "")
            }
            html.element("nav", .style("menu"), .named("aria-label", "主菜单")) { html in
                for entry in Section.allCases {
                    guard let (label, address) = entry.entry else { continue }
                    if entry == section {
                        html.link(address, label, .style("here"), .named("aria-current", "true"))
                    } else {
                        html.link(address, label)
                    }
                }
            }
        }
        if let frame { LedgerStatus(line: frame.ledger).write(to: &html) }
    }

    private func footer(_ frame: FrameView?, to html: inout HTML) {
        html.element("footer", .style("bottom")) { html in
            guard let frame else { return }
            html.text("判断\(frame.moment)；规则包 ")
            html.element("code", text: String(frame.pack.prefix(16)))
            html.raw("。<span class=\"creed\">以事实为依据，以法律为准绳。本系统监督权力的行使，不监督公众。</span>")
        }
    }
}

extension FrameView {
    /// From when, and from what, the pages judge.
    var moment: String { "截至 \(asOf)，依据\(knownAt.map { " \($0) 以前登记的" } ?? "账本中的全部")记录" }
}
