import Foundation
import Ledger
import Storage

/// The office of a witness: another body's machine, which holds no records, only sizes, hashes and times.
package struct WitnessOffice: Sendable {
    private let folder: WitnessFolder
    private let environment: Environment
    /// The public key, to be handed to the log's keepers.
    package let publicKey: String

    /// Bytes of a request over HTTP; a longer one is malformed.
    package static let largestRequest = AddCheckpoint.largest

    /// Makes a new witness with a key of its own.
    package static func create(at path: String, name: String, environment: Environment) throws
        -> WitnessOffice
    {
        _ = try WitnessFolder.create(at: path, name: name, seed: environment.randomBytes(32))
        return try WitnessOffice(at: path, environment: environment)
    }

    /// - Throws: When the folder holds no witness, or the memory of one is not whole.
    package init(at path: String, environment: Environment) throws {
        folder = WitnessFolder(path)
        self.environment = environment
        publicKey = try folder.key().verifier.text
        _ = try folder.followed()
    }

    /// Takes a log up. The first checkpoint comes from its keepers in person: who believes whatever is shown first, as
    /// SSH does, would vouch for a ledger that was rewritten the day before.
    ///
    /// - Parameters:
    ///   - key: The log's verifier key.
    ///   - initial: The file with its checkpoint.
    ///   - isEmpty: The log has no entries yet, which both sides have seen.
    ///   - isNewKey: A further key of a log that is followed already.
    package func follow(
        _ key: String, from initial: String?, isEmpty: Bool, isNewKey: Bool
    ) throws -> FollowedLog {
        guard let key = VerifierKey(key) else {
            throw ServiceError(.use, "公钥写法不对，应形如 名称+8位校验+base64。")
        }
        let isKnown = try folder.followed().contains { $0.origin == key.name }
        guard isKnown || (initial == nil) == isEmpty else {
            throw ServiceError(
                .use,
                "没有写明从哪里开始见证。请向账本单位当面取得检查点（zhunsheng ledger checkpoint），用 --initial 给出；"
                    + "账本还没有任何记录时用 --from-empty。不能以第一次收到的检查点为准：它可能已被改写。")
        }
        let note = try initial.map(Self.note)
        do { try folder.follow(key, from: note, isNewKey: isNewKey) } catch let error as NoteError {
            throw ServiceError(.data, "\(initial ?? "")：\(error)不是这个公钥的账本所签的检查点。")
        }
        return try status().logs.first { $0.origin == key.name } ?? FollowedLog(origin: key.name)
    }

    package func status() throws -> WitnessOfficeStatus {
        WitnessOfficeStatus(
            publicKey: publicKey,
            logs: try folder.followed().map { log in
                FollowedLog(
                    origin: log.origin, keys: log.keys.map(\.text), size: log.size, root: log.last?.root.hex,
                    time: log.time > 0 ? UTCTime(seconds: log.time) : nil,
                    evidence: try folder.evidence(of: log.origin))
            })
    }

    /// What HTTP answers to the body of a request.
    ///
    /// - Throws: When the witness itself is not in order; it must then answer nothing that looks like a decision.
    package func answer(_ body: [UInt8]) throws -> WitnessAnswer {
        do {
            let request = try AddCheckpoint(parsing: body)
            return .cosigned(try folder.answer(request, at: seconds).signature.line)
        } catch let refusal as WitnessRefusal { return .refused(refusal) }
    }

    /// Cosigns a file that came across an air gap, and writes the answer to carry back.
    package func sign(file: String, to out: String) throws -> [String] {
        let parcel: WitnessParcel
        let bytes = try Self.bytes(of: file, WitnessParcel.largest)
        do throws(ProofError) { parcel = try WitnessParcel(parsing: bytes) } catch {
            throw ServiceError(.data, "\(file)：\(error)未予见证。")
        }
        try OutputFile.requireWritable(out)
        let size = try Checkpoint(parcel.note).size
        do {
            let cosigned = try folder.answer(parcel, at: seconds)
            try OutputFile.write(cosigned.note.bytes, to: out)
            return [
                "已见证 \(cosigned.log.origin) 的 \(size) 条。",
                "请把 \(out) 交回账本单位，由其运行 zhunsheng ledger witness accept。",
            ]
        } catch let refusal as WitnessRefusal { throw Self.words(refusal, file: file, size: size) }
    }

    private static func words(_ refusal: WitnessRefusal, file: String, size: Int) -> ServiceError {
        guard case .conflict(let seen) = refusal else { return ServiceError(refusal) }
        guard seen <= size else {
            return ServiceError(
                .ledger, "\(file) 里的检查点只有 \(size) 条，而已经见证过 \(seen) 条：账本倒退了，或文件是旧的。未予见证。请要求账本单位说明。")
        }
        return ServiceError(
            .data,
            "最后见证的是 \(seen) 条，\(file) 里没有从这里起的证明，未予见证。"
                + "请账本单位运行 zhunsheng ledger witness export --from \(seen) 另出一份。")
    }

    private func seconds() -> UInt64 { UInt64(max(0, environment.milliseconds() / 1000)) }

    /// A checkpoint that somebody handed over.
    static func note(_ path: String) throws -> SignedNote {
        let bytes = try bytes(of: path, SignedNote.largest)
        do throws(NoteError) { return try SignedNote(parsing: bytes) } catch {
            throw ServiceError(
                .data, "\(path) 不是检查点，没有采用：\(error)请用 zhunsheng ledger checkpoint 的输出，原样存成文件。")
        }
    }

    static func bytes(of path: String, _ limit: Int) throws -> [UInt8] {
        guard let file = FileHandle(forReadingAtPath: path), let data = try? file.read(upToCount: limit + 1)
        else { throw ServiceError(.use, "读不到 \(path)，或文件是空的。") }
        guard data.count <= limit else { throw ServiceError(.data, "\(path) 超过 \(limit) 字节，不是这种文件。") }
        return Array(data)
    }
}

extension ServiceError {
    init(_ refusal: WitnessRefusal) {
        let kind: Kind =
            switch refusal {
            case .inconsistent: .ledger
            case .unknownLog, .clockBehind: .use
            case .malformed, .notSignedByLog, .shrinks, .conflict: .data
            }
        self.init(kind, "\(refusal)")
    }
}
