package import Ledger

/// One way in which an insider tries to change, drop, back-date or hide a record, and what notices it.
///
/// The table is `Attack.all`; `zhunsheng ledger attack` carries each out on a copy, and a test holds every line of it.
package struct Attack: Sendable {
    /// Who can do it. Whoever stands further down can do all above too.
    package enum Attacker: String, Sendable {
        case user = "应用用户"
        case database = "能改数据库和备份的人"
        case machine = "能登录服务器、拿到签名密钥的人"
        case chief = "以上全部，并有领导的命令"
    }

    /// A command that an honest person runs, and what it answers after the attack.
    package struct Probe: Sendable {
        package enum Tool: String, Sendable {
            case zhunsheng
            case verifier = "zhunsheng-verify"
            /// The second implementation, in Python; part of the sources, not of the program.
            case python = "python3"
        }

        package let tool: Tool
        /// With `{data}` the attacked folder, `{before}` an untouched copy, `{work}` the folder with what outsiders hold,
        /// `{key}` the ledger's public key.
        package let arguments: [String]
        package let status: Int32
        /// Part of what it says.
        package let says: String

        /// The witness, asked across an air gap to cosign what the ledger shows now.
        static let witness = Probe(
            "ledger witness sign {work}/request --out {work}/answer --data {work}/witness", 3, "未予见证")

        init(_ arguments: String, _ status: Int32, _ says: String, tool: Tool = .zhunsheng) {
            self.tool = tool
            self.arguments = arguments.split(separator: " ").map(String.init)
            self.status = status
            self.says = says
        }
    }

    package let number: Int
    package let name: String
    package let register: String
    package let by: Attacker
    package let what: String
    package let notices: String
    /// Whether anything notices; where nothing does, the probes show just that.
    package let isNoticed: Bool
    package let probes: [Probe]
    let deed: @Sendable (AttackScene) throws -> Void

    init(
        _ number: Int, _ name: String, _ register: String, by: Attacker, _ what: String, notices: String,
        isNoticed: Bool = true, probes: [Probe], deed: @escaping @Sendable (AttackScene) throws -> Void
    ) {
        self.number = number
        self.name = name
        self.register = register
        self.by = by
        self.what = what
        self.notices = notices
        self.isNoticed = isNoticed
        self.probes = probes
        self.deed = deed
    }

    /// - Throws: `ServiceError` with the names there are.
    package static func named(_ name: String) throws -> Attack {
        guard let attack = all.first(where: { $0.name == name || "\($0.number)" == name }) else {
            throw ServiceError(
                .use, "没有名为“\(name)”的攻击。可用：\(all.map(\.name).joined(separator: "、"))。")
        }
        return attack
    }

    package var json: JSONValue {
        [
            "number": .number(number), "name": .string(name), "register": .string(register),
            "by": .string(by.rawValue), "what": .string(what), "notices": .string(notices),
            "noticed": .boolean(isNoticed),
            "probes": .array(
                probes.map {
                    [
                        "command": .string(([$0.tool.rawValue] + $0.arguments).joined(separator: " ")),
                        "status": .integer(Int64($0.status)), "says": .string($0.says),
                    ]
                }),
        ]
    }
}
