import Foundation
import Law
import Ledger
import Registers
import Storage

/// A copy of a data folder to attack, and what outsiders hold of it: the last checkpoint, a receipt, a mirror, and a
/// witness that has seen the ledger as far as that checkpoint.
package struct AttackScene: Sendable {
    package let work: String
    let environment: Environment
    let registers: [RegisterDeclaration]

    package var data: String { work + "/data" }
    package var before: String { work + "/before" }
    var mirror: String { work + "/mirror" }
    var receipt: String { work + "/receipt.tlog-proof" }
    var checkpoint: String { work + "/kept.checkpoint" }

    /// Entries that a ledger needs for all of the attacks to have something to act on.
    private static let least = 300

    /// Copies the folder before anything else is done, and works on the copy alone.
    ///
    /// - Parameter work: A folder that is not there yet.
    package init(copying folder: String, to work: String, environment: Environment) throws {
        self.work = work
        self.environment = environment
        registers = try Bureau.installedPacks(in: folder).registers.registers
        try FileManager.default.createDirectory(atPath: work, withIntermediateDirectories: true)
        try Tampering.copy(folder, to: before)
        let bureau = try Bureau.open(at: before, environment: environment)
        guard try bureau.store.size() >= Self.least else {
            throw ServiceError(.use, "账本不到 \(Self.least) 条，有的攻击无从下手。请先用 zhunsheng demo 生成一个。")
        }
        let note = try bureau.signCheckpoint()
        try OutputFile.write(Array(note.utf8), to: checkpoint)
        let last = try bureau.store.size() - 1
        try OutputFile.write(bureau.store.receipt(last).bytes, to: receipt)
        _ = try bureau.exportLog(to: mirror)
        let key = try bureau.store.verifierKey.text
        try bureau.store.close()
        _ = try WitnessOffice.create(
            at: work + "/witness", name: "witness.example/drill", environment: environment
        ).follow(key, from: checkpoint, isEmpty: false, isNewKey: false)
        try Tampering.copy(before, to: data)
    }

    /// The ledger's public key, as outsiders were given it.
    package var key: String {
        get throws {
            let text = try String(contentsOfFile: before + "/keys/ledger.vkey", encoding: .utf8)
            return String(text.prefix { $0 != "\n" })
        }
    }

    func tampering(with folder: String? = nil) -> Tampering {
        Tampering(at: folder ?? data, registers: registers)
    }

    /// Acts as a user of the attacked folder would.
    func acting(at environment: Environment? = nil, _ body: (Bureau) throws -> Void) throws {
        let bureau = try Bureau.open(at: data, environment: environment ?? self.environment)
        defer { try? bureau.store.close() }
        try body(bureau)
    }

    /// Writes what a folder would show outsiders now: its checkpoint, and a request to the witness.
    func show(_ folder: String? = nil) throws {
        let bureau = try Bureau.open(at: folder ?? data, environment: environment)
        defer { try? bureau.store.close() }
        try OutputFile.write(Array(try bureau.signCheckpoint().utf8), to: work + "/now.checkpoint")
        _ = try bureau.exportForWitness(
            to: work + "/request", from: [try Checkpoint(try SignedNote(parsing: kept)).size])
    }

    /// What a probe's arguments mean here.
    package func filled(_ argument: String) throws -> String {
        argument.replacing("{data}", with: data).replacing("{before}", with: before)
            .replacing("{work}", with: work).replacing("{key}", with: try key)
            .replacing("{size}", with: "\(try Checkpoint(try SignedNote(parsing: kept)).size)")
    }

    private var kept: [UInt8] { FileManager.default.contents(atPath: checkpoint).map(Array.init) ?? [] }
}

extension Attack {
    /// Carries the attack out on the scene's copy.
    package func perform(on scene: AttackScene) throws { try deed(scene) }
}

extension Bureau {
    /// Registers the digest of a file for the first recording there is.
    ///
    /// - Returns: The recording's id.
    func register(recording digest: Digest) throws -> String {
        let declaration = try packs.register(Self.recordings)
        guard let place = declaration.position(of: "sha256"),
            let record = try store.records(of: declaration.id, knownAt: nil).first
        else { throw ServiceError(.use, "台账“\(declaration.name)”没有记录。请先用 zhunsheng demo 生成。") }
        var values = record.values
        values[place] = .text(digest.hex)
        try store.file([
            Filing(
                register: declaration.id, id: record.id, values: values,
                knownAt: record.knownAt.adding(minutes: 1), actor: actor)
        ])
        return record.id
    }

    /// Files a further version of a register's first record that has a value in a field, with another time there, and
    /// says that it was known all along.
    ///
    /// - Parameter field: `nil` for the one that says when it happened.
    func redate(_ register: String, field: String? = nil, by days: Int) throws {
        let declaration = try packs.register(register)
        guard let place = declaration.position(of: field ?? declaration.happened),
            let record = try store.records(of: register, knownAt: nil)
                .first(where: { $0.values[place] != .null })
        else { throw ServiceError(.use, "台账“\(declaration.name)”没有写明时间的记录。请先用 zhunsheng demo 生成。") }
        var values = record.values
        switch values[place] {
        case .day(let day): values[place] = .day(day.adding(days: days))
        case .moment(let moment): values[place] = .moment(moment.adding(minutes: days * 24 * 60))
        default: break
        }
        try store.file([
            Filing(
                register: register, id: record.id, values: values,
                knownAt: record.knownAt.adding(minutes: 1), actor: actor)
        ])
    }
}
