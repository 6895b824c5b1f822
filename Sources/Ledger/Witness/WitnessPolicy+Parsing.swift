extension WitnessPolicy {
    /// Bytes of a policy file, and names in it: more than anyone needs, few enough to read in a moment.
    package static let largest = 65_536
    static let mostNames = 128

    package init(parsing bytes: some Collection<UInt8>) throws(PolicyError) {
        guard bytes.count <= Self.largest, let text = String(validating: bytes, as: UTF8.self) else {
            throw PolicyError(line: 1, what: "应为不超过 \(Self.largest) 字节的 UTF-8 文本。")
        }
        var reader = PolicyReader()
        let lines = text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false)
        guard lines.last?.isEmpty == true else {
            throw PolicyError(line: lines.count, what: "最后一行没有换行，文件可能不完整。")
        }
        for line in lines.dropLast() { try reader.read(Array(line)) }
        guard let quorum = reader.quorum else {
            throw PolicyError(line: lines.count, what: "缺少 quorum 行：没有写明需要哪些见证人。")
        }
        logs = reader.logs
        witnesses = reader.witnesses
        self.quorum = quorum
    }
}

/// Reads a policy line by line.
private struct PolicyReader {
    var logs: [WitnessPolicy.Log] = []
    var witnesses: [WitnessPolicy.Member] = []
    var quorum: WitnessPolicy.Quorum?
    private var named: [String: WitnessPolicy.Quorum] = [:]
    private var members: Set<String> = []
    private var number = 0

    mutating func read(_ line: [UInt8]) throws(PolicyError) {
        number += 1
        guard !line.contains(where: { ($0 < 0x20 && $0 != 0x09) || $0 == 0x7F }) else {
            throw fault("有控制字符。")
        }
        let words = line.split { $0 == 0x20 || $0 == 0x09 }.map { String(decoding: $0, as: UTF8.self) }
        guard let keyword = words.first, !keyword.utf8.starts(with: "#".utf8) else { return }
        let rest = Array(words.dropFirst())
        switch keyword {
        case "log": try log(rest)
        case "witness": try witness(rest)
        case "group": try group(rest)
        case "quorum": try requirement(rest)
        default: throw fault("不认识 \(keyword)；可用的有 log、witness、group、quorum。")
        }
    }

    private mutating func log(_ words: [String]) throws(PolicyError) {
        guard (1...2).contains(words.count), let key = VerifierKey(words[0]), key.algorithm != .cosignature
        else { throw fault("应写为 log 公钥 [网址]。") }
        guard !logs.contains(where: { $0.key.publicKey == key.publicKey }) else {
            throw fault("这把账本公钥已经写过。")
        }
        logs.append(WitnessPolicy.Log(key: key, url: words.count > 1 ? words[1] : nil))
    }

    private mutating func witness(_ words: [String]) throws(PolicyError) {
        guard (2...3).contains(words.count), let key = VerifierKey(words[1]), key.algorithm == .cosignature
        else { throw fault("应写为 witness 名称 公钥 [网址]，公钥应是见证人的（类型 4）。") }
        guard !witnesses.contains(where: { $0.key.publicKey == key.publicKey }) else {
            throw fault("这把见证人公钥已经写过：同一见证人不能算两次。")
        }
        try define(words[0], .witness(words[0]))
        witnesses.append(
            WitnessPolicy.Member(name: words[0], key: key, url: words.count > 2 ? words[2] : nil))
    }

    private mutating func group(_ words: [String]) throws(PolicyError) {
        guard words.count >= 3 else { throw fault("应写为 group 名称 all|any|个数 成员…。") }
        let names = words.dropFirst(2)
        var list: [WitnessPolicy.Quorum] = []
        for name in names {
            guard let member = named[name] else { throw fault("成员 \(name) 在前面没有定义。") }
            guard members.insert(name).inserted else { throw fault("\(name) 只能作一次成员，否则会被算两次。") }
            list.append(member)
        }
        let threshold =
            switch words[1] {
            case "all": names.count
            case "any": 1
            default: Checkpoint.size(words[1]) ?? 0
            }
        guard (1...names.count).contains(threshold) else {
            throw fault("个数应为 all、any 或 1 到 \(names.count)。")
        }
        try define(words[0], .group(threshold: threshold, list))
    }

    private mutating func requirement(_ words: [String]) throws(PolicyError) {
        guard quorum == nil else { throw fault("quorum 只能写一次。") }
        guard words.count == 1 else { throw fault("应写为 quorum 名称，或 quorum none。") }
        if words[0] == "none" {
            quorum = WitnessPolicy.Quorum.none
        } else {
            guard let found = named[words[0]] else { throw fault("\(words[0]) 在前面没有定义。") }
            quorum = found
        }
    }

    private mutating func define(_ name: String, _ meaning: WitnessPolicy.Quorum) throws(PolicyError) {
        guard name != "none", named[name] == nil, named.count < WitnessPolicy.mostNames else {
            throw fault("名称 \(name) 已用过、是保留字 none，或名称多于 \(WitnessPolicy.mostNames) 个。")
        }
        named[name] = meaning
    }

    private func fault(_ what: String) -> PolicyError { PolicyError(line: number, what: what) }
}
