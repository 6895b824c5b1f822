import Foundation
import Ledger
import Storage

/// The keys that an office vouches for, held to those that were ever installed for it.
///
/// Whoever installs a key of his own, waits for a record, and puts the office's back, is found too.
package struct OfficeKeyCheck: Sendable {
    package let office: String
    /// The entries that installed a key, and whether it is one of the office's.
    package let installed: [(seq: Int, digest: String, isKnown: Bool)]

    package var isSound: Bool { !installed.isEmpty && installed.allSatisfy(\.isKnown) }

    package var lines: [String] {
        guard !installed.isEmpty else { return ["\(office) 的公钥从未安装，还没有记录密封给它。"] }
        return installed.map { key in
            "第 \(key.seq) 条安装 \(office) 的公钥 \(key.digest)：\(key.isKnown ? "是机关自己的" : "不是这里给出的")"
        } + (isSound ? [] : ["此后密封的记录，持有那把密钥的人能打开。请先换过公钥的把旧 .pub 一并给出；仍有不是的，查明何人安装。"])
    }
}

extension Bureau {
    /// - Parameter paths: All public keys that one office has had, as it keeps them itself.
    package func checkOfficeKeys(_ paths: [String]) throws -> OfficeKeyCheck {
        let keys = try paths.map(Self.officePublicKey)
        guard let office = keys.first?.office, keys.allSatisfy({ $0.office == office }) else {
            throw ServiceError(.use, "请给出同一机关的公钥文件（.pub），一次核对一个机关。")
        }
        let known = Set(keys.map(\.digest.hex))
        return OfficeKeyCheck(
            office: office,
            installed: try store.officeKeys(of: office).map { ($0.seq, $0.digest, known.contains($0.digest)) }
        )
    }

    static func officePublicKey(_ path: String) throws -> OfficePublicKey {
        guard let text = try? String(contentsOfFile: path, encoding: .utf8), let key = OfficePublicKey(text)
        else {
            throw ServiceError(
                .use, "\(path) 不是机关公钥文件。请用 zhunsheng sealed keygen 生成的 .pub 文件；.key 文件不要拿到服务器上。")
        }
        return key
    }
}
