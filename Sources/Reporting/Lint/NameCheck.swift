/// A personal name left in: a role, a surname of the closed list, one or two more characters, and then a word that ends a name.
///
/// Conservative on purpose: a name without a role before it, and a rare surname, are not seen.
enum NameCheck {
    private static let roles = [
        "民警", "当事人", "局长", "所长", "大队长", "支队长", "中队长", "嫌疑人", "行为人", "被害人", "被侵害人", "证人", "律师", "政委", "主任",
        "科长", "辅警",
        "法制员", "申请人", "书记", "校长",
    ]
    /// Common surnames that are not also common words after such a role (于, 应, 任, 时, 方, 高, 安, 和 are left out).
    private static let surnames: Set<Character> = Set(
        "王李张刘陈杨赵黄周吴徐孙胡朱郭何林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘蒋蔡余杜叶苏魏吕丁沈姚卢姜崔钟谭陆汪范廖贾韦傅孟邱秦薛阎侯邵熊顾龙段雷钱汤尹黎乔贺赖龚")
    /// Words that begin like a name and are none.
    private static let words: Set<String> = [
        "陈述", "许可", "周边", "周围", "何时", "何地", "何种", "何人", "曾在", "曾因", "曾经", "余名", "余人", "张贴", "董事", "林业", "田间",
        "钟情", "段落",
        "顾问", "顾虑", "谢绝", "罗列", "宋体", "叶片", "雷同", "钱款", "钱物",
    ]
    private static let endings = [
        "，", "。", "、", "；", "：", "（", "”", "！", "同志", "担任", "任", "等", "的", "在", "为", "因", "被", "对", "向", "于",
        "到", "说", "称",
    ]

    static func findings(in paragraphs: [LintParagraph]) -> [LintFinding] {
        paragraphs.flatMap { paragraph in
            roles.flatMap { role in
                paragraph.occurrences(of: role, in: paragraph.characters.indices).compactMap {
                    name(in: paragraph, from: $0 + role.count)
                }
            }.reduce(into: [Range<Int>]()) { ranges, range in
                // 大队长 ends in 队长, 被侵害人 in 害人: one name, one finding.
                if !ranges.contains(range) { ranges.append(range) }
            }.map {
                paragraph.finding(.personalName, $0, "疑似个人姓名；请删去，或改用职务、警号、“某某”")
            }
        }
    }

    private static func name(in paragraph: LintParagraph, from start: Int) -> Range<Int>? {
        let characters = paragraph.characters
        guard start < characters.count, surnames.contains(characters[start]) else { return nil }
        for length in [3, 2] where start + length <= characters.count {
            let range = start..<(start + length)
            guard characters[range].allSatisfy(\.isHan), !characters[range].contains("某"),
                !words.contains(paragraph.text(start..<(start + 2))), ends(paragraph, at: range.upperBound)
            else { continue }
            return range
        }
        return nil
    }

    private static func ends(_ paragraph: LintParagraph, at index: Int) -> Bool {
        let rest = paragraph.characters[index...]
        return rest.isEmpty || endings.contains { rest.starts(with: Array($0)) }
    }
}
