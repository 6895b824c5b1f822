import Foundation
import Testing

@Suite(
    "The pages in a real browser, without JavaScript",
    .enabled(if: Browser.isInstalled, "needs Chromium; `make test` installs it"))
struct ChromiumTests {
    @Test("The browser runs no script")
    func noScript() throws {
        let program = try Program()
        defer { program.remove() }
        let page = try program.write(
            #"<meta charset="utf-8"><p id="p">原文</p><script>document.getElementById("p").textContent = "改写"</script>"#,
            to: "script.html")
        let look = try Browser(program: program).look(at: "file://" + page)
        #expect(look.dom.contains(">原文</p>"))
    }

    @Test("Five pages show what a person must see")
    func fivePages() throws {
        let program = try Program()
        defer { program.remove() }
        let asOf = "2026-10-31"
        #expect(try program.run("demo", "--data", "d", "--seed", "4", "--cases", "60").status == 0)
        let check = try program.run("check", "--data", "d", "--as-of", asOf, "--json").json()
        let findings = try #require(check["findings"] as? [[String: Any]])
        let broken = findings.count {
            $0["answer"] as? String == "broken" && $0["verified"] as? Bool == true
        }
        let pages = try Pages(program, data: "d", asOf: asOf)
        defer { pages.stop() }
        let browser = try Browser(program: program)
        let blank = try browser.look(at: "about:blank").picture.count
        func look(_ path: String) throws -> Browser.Look {
            let look = try browser.look(at: pages.address + path)
            #expect(look.picture.starts(with: [0x89, 0x50, 0x4E, 0x47]), "\(path)")
            #expect(look.picture.count > 4 * blank, "\(path): the picture is empty")
            #expect(look.text.contains("截至 \(asOf)"), "\(path)")
            return look
        }

        let home = try look("/")
        #expect(broken > 0)
        #expect(home.text.contains("\(broken) 违规"))
        #expect(try look("/registers/case").text.contains("共 60 条"))
        #expect(try look("/findings?answer=broken").text.contains("共 \(broken) 条"))

        let first = try #require(home.links.first { $0.hasPrefix("/findings/") })
        let proof = try look(first)
        #expect(proof.text.contains("怎样得出") && proof.text.contains("违规。"))
        #expect(proof.text.contains(/《[^》]+》第[零一二三四五六七八九十百]+条/))

        let report = try look("/reports/annual/2025")
        #expect(report.links.count { $0.hasPrefix("/reports/annual/2025/figures/") } >= 15)
        #expect(report.text.contains("断言"))
    }
}
