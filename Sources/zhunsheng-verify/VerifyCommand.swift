import Glibc
import Ledger

/// `zhunsheng-verify [--key VKEY …] [--policy FILE] [--against FILE] FILE [DOCUMENT …]`: checks a receipt or an evidence
/// pack with nothing but the files.
struct VerifyCommand {
    let arguments: [String]

    enum Exit: Int32 {
        case verified = 0
        /// A file cannot be read, a document is not the one that was frozen, or the files do not decide the question.
        case wrongData = 1
        case wrongUse = 2
        case notVerified = 3
    }

    static let usage = """
        用法：zhunsheng-verify [--key 公钥 …] [--policy 政策] [--against 文件] 文件 [报告文件 …]
          文件       账本回执（.tlog-proof）或报告证据包（.evidence）
          --key      账本公布的公钥，形如 名称+8位校验+base64，或收到的 ledger.vkey 文件；换过密钥的账本可给多次
                     不给时使用证据包自带的公钥，只能证明文件自身前后一致
          --policy   核验人自己的见证政策（C2SP tlog-policy）：账本公钥取自其中，并核对检查点是否有足够的见证人签名
          --against  回执：账本后来的检查点、证据包、另一张回执，或 zhunsheng ledger answer 的回答；核对回执所确认的记录是否还在
          报告文件   随证据包收到的 DOCX、HTML 等，核对是否就是定稿时的文件
        退出码：0 通过；1 文件读不出、报告文件不符或尚不能判断；2 用法不对；3 未通过验证，或账本与回执矛盾
        """

    /// What the options said.
    private struct Means {
        var keys: [VerifierKey] = []
        var policy: WitnessPolicy?
        var later: (path: String, bytes: [UInt8])?

        /// The ledger's keys, as given or from the policy; `nil` when neither says.
        var allKeys: [VerifierKey]? {
            let all = keys.isEmpty ? policy?.logs.map(\.key) ?? [] : keys
            return all.isEmpty ? nil : all
        }
    }

    /// Ends the run with a message that is written already.
    private struct Ended: Error { let exit: Exit }

    func run() -> Exit {
        if ["-h", "--help"].contains(arguments.first) { return say(Self.usage, .verified) }
        var rest = arguments[...]
        do throws(Ended) {
            let means = try means(&rest)
            guard let path = rest.first, !rest.contains(where: { $0.hasPrefix("--") }) else {
                return fail(Self.usage, .wrongUse)
            }
            return check(path, try read(path), means, documents: Array(rest.dropFirst()))
        } catch { return error.exit }
    }

    private func means(_ rest: inout ArraySlice<String>) throws(Ended) -> Means {
        var means = Means()
        while let option = rest.first, option.hasPrefix("--") {
            guard rest.count >= 2 else { throw Ended(exit: fail(Self.usage, .wrongUse)) }
            let value = rest[rest.startIndex + 1]
            switch option {
            case "--key":
                guard let keys = Self.keys(value) else {
                    throw Ended(
                        exit: fail(
                            "公钥写法不对，应形如 名称+8位校验+base64，或为 ledger.vkey 文件。\n" + Self.usage, .wrongUse))
                }
                means.keys += keys
            case "--policy":
                do { means.policy = try WitnessPolicy(parsing: try read(value)) } catch let ended as Ended {
                    throw ended
                } catch { throw Ended(exit: fail("\(value)：\(error)", .wrongData)) }
            case "--against": means.later = (value, try read(value))
            default: throw Ended(exit: fail(Self.usage, .wrongUse))
            }
            rest = rest.dropFirst(2)
        }
        return means
    }

    private func read(_ path: String) throws(Ended) -> [UInt8] {
        guard let bytes = readFile(path) else { throw Ended(exit: fail("\(path)：文件读不出。", .wrongData)) }
        return bytes
    }

    private func check(_ path: String, _ bytes: [UInt8], _ means: Means, documents: [String]) -> Exit {
        do throws(ProofError) {
            if bytes.starts(with: Array("c2sp.org/tlog-proof@v1\n".utf8)) {
                return try receipt(TlogProof(parsing: bytes), means)
            }
            guard means.later == nil else { return fail("--against 只用于回执。\n" + Self.usage, .wrongUse) }
            return try pack(EvidencePack(parsing: bytes), means, documents: documents)
        } catch {
            return fail("未通过：\(path)\n\(error)", .notVerified)
        }
    }

    /// A key, or the keys in a file, one a line.
    private static func keys(_ argument: String) -> [VerifierKey]? {
        if let key = VerifierKey(argument) { return [key] }
        guard let bytes = readFile(argument) else { return nil }
        let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
        let keys = lines.compactMap { VerifierKey($0) }
        return keys.isEmpty || keys.count < lines.count ? nil : keys
    }

    private func receipt(_ proof: TlogProof, _ means: Means) throws(ProofError) -> Exit {
        guard let keys = means.allKeys else {
            return fail("回执不带公钥。请用 --key 给出账本公布的公钥，或用 --policy。\n" + Self.usage, .wrongUse)
        }
        let (entry, checkpoint) = try proof.verify(by: keys)
        say(
            """
            通过：账本 \(checkpoint.origin) 第 \(proof.index) 条在已签署的检查点（共 \(checkpoint.size) 条）之内。
            台账 \(entry.register)，记录 \(entry.record)，第 \(entry.revision) 版，\(entry.recordedAt) 入账，经手 \(entry.actor.id)。
            内容：\(String(decoding: entry.fields.bytes, as: UTF8.self))
            """)
        guard let later = means.later else {
            return say(try proof.checkpoint.witnessWords(by: means.policy), .verified)
        }
        do throws(ProofError) {
            return try held(proof, to: LaterState(parsing: later.bytes), keys, means)
        } catch {
            // A file that is not the ledger's says nothing about the ledger.
            return fail("不能判断：--against 给出的 \(later.path) 不能用。\(error)", .wrongData)
        }
    }

    /// A receipt is given before anybody has witnessed it; what must be witnessed is what the ledger shows now.
    private func held(
        _ proof: TlogProof, to state: LaterState, _ keys: [VerifierKey], _ means: Means
    ) throws(ProofError) -> Exit {
        let standing = try proof.standing(in: state, by: keys)
        switch standing {
        case .stands:
            say("\(standing)")
            return say(try state.note.witnessWords(by: means.policy), .verified)
        case .undecided: return fail("\(standing)", .wrongData)
        case .shrunk, .forked, .notGrown, .replaced: return fail("未通过：\(standing)", .notVerified)
        }
    }

    private func pack(_ pack: EvidencePack, _ means: Means, documents: [String]) throws(ProofError) -> Exit {
        let finding = try pack.verify(by: means.allKeys)
        let seen = try pack.checkpoint.witnessWords(by: means.policy)
        let manifest = finding.manifest
        say("通过：\(manifest.title)（\(manifest.period)），\(manifest.frozenAt) 定稿。")
        say(
            "账本 \(finding.checkpoint.origin)，检查点共 \(finding.checkpoint.size) 条，根 \(finding.checkpoint.root.hex)。"
        )
        say("随附条目 \(finding.entries) 条，其中 \(finding.withheld) 条隐去内容，全部在检查点之内。")
        say("数字 \(manifest.figures.count) 个：由条目重算一致 \(finding.recounted.count) 个。")
        if !finding.notRecounted.isEmpty {
            say("未能重算（定义需要条目以外的数据，或条目已隐去）：\(finding.notRecounted.joined(separator: "、"))。")
        }
        say(seen)
        if means.allKeys == nil {
            say("注意：公钥取自证据包本身，只证明文件前后一致。请与账本公布的公钥核对，或用 --key 给出：\n\(manifest.log.text)")
        }
        return compare(manifest.documents, documents)
    }

    /// Holds the files at hand to the documents that were frozen.
    private func compare(_ frozen: [EvidenceManifest.Document], _ paths: [String]) -> Exit {
        var result = Exit.verified
        for path in paths {
            guard let bytes = readFile(path) else {
                result = fail("\(path)：文件读不出。", .wrongData)
                continue
            }
            let digest = Digest.sha256(bytes)
            if let document = frozen.first(where: { $0.sha256 == digest && $0.size == bytes.count }) {
                say("\(path)：就是定稿时的 \(document.name)。")
            } else {
                result = fail("\(path)：不是定稿时的任何文件，内容被改动过，或属于另一次定稿。", .wrongData)
            }
        }
        if paths.isEmpty, !frozen.isEmpty {
            say("报告文件未核对：\(frozen.map(\.name).joined(separator: "、"))。可在命令后列出文件一并核对。")
        }
        return result
    }

    @discardableResult
    private func say(_ text: String, _ exit: Exit = .verified) -> Exit {
        print(text)
        return exit
    }

    private func fail(_ text: String, _ exit: Exit) -> Exit {
        let line = text + "\n"
        _ = write(STDERR_FILENO, line, line.utf8.count)
        return exit
    }
}

/// A whole file; `nil` when it cannot be read or is longer than any pack.
private func readFile(_ path: String) -> [UInt8]? {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
        status.st_size <= EvidencePack.largest
    else {
        return nil
    }
    var bytes = [UInt8](repeating: 0, count: Int(status.st_size))
    var count = 0
    while count < bytes.count {
        let start = count
        let got = bytes.withUnsafeMutableBytes { buffer in
            let rest = UnsafeMutableRawBufferPointer(rebasing: buffer[start...])
            return read(file, rest.baseAddress, rest.count)
        }
        guard got > 0 else { return nil }
        count += got
    }
    return bytes
}
