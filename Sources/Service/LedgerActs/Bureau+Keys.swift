package import Ledger
import Storage

/// The ledger's public keys, as outsiders are given them.
package struct LedgerKeys: Sendable {
    /// Those that sign today, Ed25519 first.
    package let active: [VerifierKey]
    /// Those that signed before, the latest first.
    package let retired: [VerifierKey]

    /// The Ed25519 key in force.
    package var main: String { active[0].text }

    package var lines: [String] {
        active.map { "\($0.algorithm == .sm2 ? "公钥（SM2）" : "公钥")：\($0.text)" }
            + retired.map { "已换下的公钥：\($0.text)" }
    }

    package var json: JSONValue {
        .array(active.map { entry($0, isActive: true) } + retired.map { entry($0, isActive: false) })
    }

    private func entry(_ key: VerifierKey, isActive: Bool) -> JSONValue {
        [
            "key": .string(key.text), "algorithm": .string(key.algorithm == .sm2 ? "sm2" : "ed25519"),
            "active": .boolean(isActive),
        ]
    }
}

extension Bureau {
    package func ledgerKeys() throws -> LedgerKeys {
        let active = try store.activeKeys
        return LedgerKeys(active: active, retired: try store.verifierKeys.filter { !active.contains($0) })
    }

    /// Puts new keys in the place of those in force, recorded in the ledger.
    ///
    /// - Returns: What changed, in lines for a person.
    package func rotateKeys() throws -> [String] {
        let changes = try store.rotateKeys(
            seed: environment.randomBytes(32), sm2: environment.randomBytes(SM2.secretSize), actor: actor,
            at: environment.now())
        return lines(changes)
    }

    /// Signs with SM2 and SM3 too from now on.
    package func addSM2Key() throws -> [String] {
        lines(
            try store.addSM2Key(
                secret: environment.randomBytes(SM2.secretSize), actor: actor, at: environment.now()))
    }

    private func lines(_ changes: [KeyChange]) -> [String] {
        changes.flatMap { change in
            ["已启用：\(change.new.text)"] + (change.old.map { ["已换下：\($0.text)"] } ?? [])
        } + ["更换已记入账本并签署。请把 keys/ledger.vkey 交给见证机关和核验的人；换下的私钥已删除，它签过的检查点仍可用公钥核验。"]
    }
}
