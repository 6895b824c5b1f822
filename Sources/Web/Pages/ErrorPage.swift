/// What a reader sees when a page cannot be shown: what happened and what to do, nothing of the inside.
package struct ErrorPage: Page {
    let heading: String
    let advice: String

    package var title: String { heading }
    package var section: Section { .none }

    package func write(to html: inout HTML) {
        html.heading(heading)
        html.element("p", .style("verdict"), text: advice)
        html.element("p") { $0.link(.home, "回到首页", .style("button")) }
    }

    package static func notFound(_ what: String) -> ErrorPage {
        ErrorPage(heading: "没有找到", advice: "\(what)。请核对地址或编号，或从台账中查询。")
    }

    package static func badQuestion(_ what: String) -> ErrorPage {
        ErrorPage(heading: "无法按这样的条件查询", advice: "\(what)。请返回上一页修改条件。")
    }

    package static let methodNotAllowed = ErrorPage(
        heading: "此处只能查看", advice: "网页只供查看；登记、导入和核验请使用命令行 zhunsheng。")

    package static let misdirected = ErrorPage(
        heading: "地址不对", advice: "本机网页只能用 127.0.0.1 或 localhost 打开。")

    /// The page of a failure of the program itself.
    ///
    /// - Parameter number: The number under which the program's log tells what happened.
    package static func failed(number: Int) -> ErrorPage {
        ErrorPage(
            heading: "这一页暂时打不开", advice: "程序出错，记录没有受到影响。请把“故障 \(number)”告诉系统管理员，日志中有详情。")
    }
}
