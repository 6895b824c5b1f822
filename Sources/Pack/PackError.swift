/// Why a pack file was refused. Nothing of a pack with an error is used.
///
/// The messages are in Chinese because the people who write packs read them.
package struct PackError: Error, Hashable, Sendable, CustomStringConvertible {
    package enum Fault: Hashable, Sendable {
        case notYAML(String)
        case notXML(String)
        case expected(String, found: String)
        case unknownKey(String, allowed: [String])
        case duplicateKey(String)
        case missingKey(String)
        case notAllowed(String, allowed: [String])
        case badValue(String, why: String)
        case danglingReference(kind: String, id: String, allowed: [String])
        case duplicate(kind: String, id: String)
        case overlappingPeriods(String)
        case gapBetweenPeriods(String)
    }

    package let fault: Fault
    package let place: PackPlace

    package init(_ fault: Fault, at place: PackPlace) {
        self.fault = fault
        self.place = place
    }

    package var description: String { "\(place)：\(message)" }

    private var message: String {
        switch fault {
        case .notYAML(let why): "不是合法的 YAML：\(why)"
        case .notXML(let why): "不是可以读的 XML：\(why)"
        case .expected(let wanted, let found): "此处应为\(wanted)，却是\(found)"
        case .unknownKey(let key, let allowed): "不认识的键“\(key)”；可用的键：\(Self.list(allowed))"
        case .duplicateKey(let key): "键“\(key)”重复出现"
        case .missingKey(let key): "缺少必填的键“\(key)”"
        case .notAllowed(let word, let allowed): "“\(word)”不在允许的取值之内；可用：\(Self.list(allowed))"
        case .badValue(let text, let why): "“\(text)”无法采用：\(why)"
        case .danglingReference(let kind, let id, let allowed):
            "引用的\(kind)“\(id)”不存在；相近的有：\(Self.list(Self.nearest(to: id, in: allowed)))"
        case .duplicate(let kind, let id): "\(kind)“\(id)”已在别处定义"
        case .overlappingPeriods(let what): "\(what)的施行期间互相重叠"
        case .gapBetweenPeriods(let what): "\(what)的施行期间之间有空档"
        }
    }

    private static func list(_ words: [String]) -> String {
        words.isEmpty ? "（无）" : words.joined(separator: "、")
    }

    /// The dozen ids that share the longest beginning with the wrong one, so that a typing error shows its cure.
    private static func nearest(to id: String, in allowed: [String]) -> [String] {
        func shared(_ other: String) -> Int { zip(id, other).prefix { $0 == $1 }.count }
        return Array(allowed.sorted { (shared($1), $0) < (shared($0), $1) }.prefix(12))
    }
}
