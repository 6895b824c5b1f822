import Foundation
import Law
import Ledger
import Registers
import Storage

/// What the attacks on private and sealed content need of a bureau.
extension Bureau {
    static let session = "study-session"
    static let sealedOriginals = "interference-original"

    /// Files a study session held on a day, with an invited lecturer's name in its private fields.
    func file(session id: String, on day: Day) throws {
        try file(
            Self.session, id,
            [
                "heldOn": .day(day), "title": .text(id), "kinds": .list([.text("lecture")]),
                "organiser": .text(id), "lecturer": .text("虚构授课人 \(id)"),
            ])
    }

    /// Files an original record of an interference, sealed to its offices.
    func file(sealed id: String, on day: Day, by filer: String) throws {
        try file(
            Self.sealedOriginals, id,
            ["number": .text(id), "contactedOn": .day(day), "recorder": .text(filer)])
    }

    private func file(_ register: String, _ id: String, _ values: [String: Value]) throws {
        let declaration = try packs.register(register)
        try store.file([
            Filing(
                register: register, id: id, values: declaration.fields.map { values[$0.id] ?? .null },
                knownAt: environment.now(), actor: actor)
        ])
    }

    /// Destroys as whoever has the program's sources can: no retention, no hold, no approval is asked for.
    func destroyUnasked(session id: String) throws {
        try store.erase(
            Erasure(
                owner: Self.lecturer(of: id), basis: "某号决定", approvers: ["P0001", "P0002"], actor: actor,
                at: environment.now()))
    }

    static func lecturer(of session: String) -> PrivateContent.Owner {
        PrivateContent.Owner(register: Self.session, record: session, group: "people")
    }

    /// Makes and installs a key for each office that records are sealed to.
    func installOfficeKeys(from folder: String) throws {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        for office in try packs.register(Self.sealedOriginals).sealing?.offices ?? [] {
            _ = try Bureau.makeOfficeKey(office, in: folder, environment: environment)
            _ = try installOfficeKey(from: "\(folder)/\(office).pub")
        }
    }
}
