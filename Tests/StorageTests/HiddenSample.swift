import Foundation
import Law
import Ledger
import Registers

@testable import Storage

/// An invented register with two private groups, and stores of it that hide for real.
enum HiddenSample {
    static let register = RegisterDeclaration(
        id: "talk", name: "讲座台账", about: "测试用。", key: ["number"], happened: "heldOn",
        fields: [
            FieldDeclaration(id: "number", label: "编号", type: .text, isRequired: true),
            FieldDeclaration(id: "heldOn", label: "日期", type: .date),
            FieldDeclaration(id: "speaker", label: "授课人", type: .text, group: "people"),
            FieldDeclaration(id: "helpers", label: "助教", type: .text, isList: true, group: "people"),
            FieldDeclaration(id: "remarks", label: "发言", type: .text, group: "words"),
        ])

    static let speaker = "plantedspeakerΩ虚构甲"
    static let remarks = "plantedremarksΩ虚构发言"

    static func filing(
        _ number: Int = 1, day: String = "2026-01-04", speaker: String? = speaker,
        remarks: String? = remarks
    ) -> Filing {
        Filing(
            register: "talk", id: "t\(number)",
            values: [
                .text("\(number)"), .day(Sample.day(day)), speaker.map(Value.text) ?? .null,
                speaker.map { _ in .list([.text("plantedhelperΩ"), .text("乙")]) } ?? .null,
                remarks.map(Value.text) ?? .null,
            ], knownAt: Sample.moment("2026-01-05T09:00"), actor: Sample.actor)
    }

    static func owner(_ group: String, _ number: Int = 1) -> PrivateContent.Owner {
        PrivateContent.Owner(register: "talk", record: "t\(number)", group: group)
    }

    static func erasure(_ group: String, _ number: Int = 1) -> Erasure {
        Erasure(
            owner: owner(group, number), basis: "测试依据", approvers: ["P1", "P2"], actor: Sample.actor,
            at: Sample.moment("2026-02-01T09:00"))
    }

    /// The system's generator, so that no two envelopes are alike.
    static let random: @Sendable (Int) -> [UInt8] = { count in
        (0..<count).map { _ in UInt8.random(in: .min ... .max) }
    }

    static func store<Result>(
        cipher: EnvelopeCipher? = nil, registers: [RegisterDeclaration] = [register],
        _ body: (LedgerStore) throws -> Result
    ) throws -> Result {
        let path = FileManager.default.temporaryDirectory.appending(path: "zhunsheng-\(UUID())").path
        defer { try? FileManager.default.removeItem(atPath: path) }
        let store = try LedgerStore.create(
            at: path, origin: "example.test/ledger", seed: Array(repeating: 7, count: 32),
            registers: registers, now: Sample.clock, random: random)
        defer { try? store.close() }
        if let cipher { try store.makeEnvelopeKey(cipher) }
        return try body(store)
    }

    static func open(
        _ store: LedgerStore, registers: [RegisterDeclaration] = [register]
    ) throws -> LedgerStore {
        try LedgerStore(
            at: store.folder.path, registers: registers, now: Sample.clock, random: random)
    }

    /// The files below a store's folder in which some bytes stand, logs and all.
    static func files(of store: LedgerStore, holding bytes: [UInt8]) throws -> [String] {
        let folder = URL(filePath: store.folder.path)
        let names = FileManager.default.enumerator(atPath: folder.path)?.allObjects ?? []
        return try names.compactMap { $0 as? String }.filter { name in
            let file = folder.appending(path: name)
            guard (try file.resourceValues(forKeys: [.isRegularFileKey])).isRegularFile == true else {
                return false
            }
            return try Data(contentsOf: file).firstRange(of: Data(bytes)) != nil
        }
    }
}
