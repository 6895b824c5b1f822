import Testing

@testable import Web

@Suite("HTML can only be written escaped")
struct HTMLTests {
    @Test(
        "whatever a user typed stays text",
        arguments: [
            ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"),
            ("\"><img src=x onerror=alert(1)>", "&quot;&gt;&lt;img src=x onerror=alert(1)&gt;"),
            ("' onmouseover='x", "&#39; onmouseover=&#39;x"),
            ("&lt;b&gt;", "&amp;lt;b&amp;gt;"),
            ("a & b", "a &amp; b"),
            ("王桥派出所（示例）", "王桥派出所（示例）"),
            ("<中>&<文>", "&lt;中&gt;&amp;&lt;文&gt;"),
            ("零\u{0}字节\u{1B}[31m\u{7F}", "零\u{FFFD}字节\u{FFFD}[31m\u{FFFD}"),
            ("制表\t换行\n", "制表\t换行\n"),
            ("&", "&amp;"), ("", ""), ("𠮷<", "𠮷&lt;"),
        ])
    func escapes(typed: String, shown: String) {
        var html = HTML()
        html.text(typed)
        #expect(String(decoding: html.bytes, as: UTF8.self) == shown)
    }

    @Test("an attribute's value cannot leave its quotes")
    func attribute() {
        var html = HTML()
        html.void("input", .named("value", "\" autofocus onfocus=\"x"), .flag("disabled", false))
        #expect(
            String(decoding: html.bytes, as: UTF8.self)
                == "<input value=\"&quot; autofocus onfocus=&quot;x\">")
    }

    @Test("an element closes what it opened, in order")
    func element() {
        var html = HTML()
        html.element("p", .style("about")) { html in
            html.text("共 ")
            html.number(-12)
            html.element("b", text: "<")
        }
        #expect(String(decoding: html.bytes, as: UTF8.self) == "<p class=\"about\">共 -12<b>&lt;</b></p>")
    }
}
