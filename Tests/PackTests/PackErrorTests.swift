import Pack
import Testing

/// Lawyers read these while they write packs; none changes without being noticed.
@Suite("What a refused pack file is told, word for word")
struct PackErrorTests {
    static let place = PackPlace(file: "national/rules/summons.yaml", line: 12, column: 5)

    static let messages: [(PackError.Fault, String)] = [
        (.notYAML("引号没有闭合"), "不是合法的 YAML：引号没有闭合"),
        (.expected("列表", found: "“是”"), "此处应为列表，却是“是”"),
        (.unknownKey("dedline", allowed: ["deadline", "within"]), "不认识的键“dedline”；可用的键：deadline、within"),
        (.unknownKey("parameters", allowed: []), "不认识的键“parameters”；可用的键：（无）"),
        (.duplicateKey("id"), "键“id”重复出现"),
        (.missingKey("remedy"), "缺少必填的键“remedy”"),
        (.notAllowed("yes", allowed: ["true", "false"]), "“yes”不在允许的取值之内；可用：true、false"),
        (.badValue("2026-02-30", why: "没有这一天"), "“2026-02-30”无法采用：没有这一天"),
        (
            .danglingReference(kind: "法律", id: "ZA26", allowed: ["CF21", "ZA12", "ZA25"]),
            "引用的法律“ZA26”不存在；相近的有：ZA25、ZA12、CF21"
        ),
        (.duplicate(kind: "规则", id: "two-officers"), "规则“two-officers”已在别处定义"),
        (.overlappingPeriods("ZA12 与取代它的 ZA25"), "ZA12 与取代它的 ZA25的施行期间互相重叠"),
        (.gapBetweenPeriods("规则 two-officers 的版本"), "规则 two-officers 的版本的施行期间之间有空档"),
    ]

    @Test("each says where, what and what may stand there instead", arguments: messages)
    func message(fault: PackError.Fault, text: String) {
        #expect("\(PackError(fault, at: Self.place))" == "national/rules/summons.yaml:12:5：\(text)")
    }

    @Test("a dangling reference names at most a dozen, those first that begin alike")
    func nearest() {
        let allowed = (1...20).map { "rule-\($0)" } + ["other"]
        let error = PackError(
            .danglingReference(kind: "规则", id: "rule-19x", allowed: allowed), at: Self.place)
        let named = "\(error)".split(separator: "：").last.map { $0.split(separator: "、") } ?? []
        #expect(named.count == 12)
        #expect(named.first == "rule-19")
        #expect(!named.contains("other"))
    }
}
