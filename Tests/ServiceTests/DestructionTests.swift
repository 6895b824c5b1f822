import Foundation
import Law
import Ledger
import Registers
import Storage
import Testing

@testable import Service

@Suite("Retention, holds and destruction lists")
struct DestructionTests {
    private static let now = "2026-11-01"

    private static func day(_ text: String) throws -> Day { try #require(Day(text)) }

    /// The sessions of 2020 are past their year, that of 2026 is not.
    private static func withBureau(
        _ body: (Bureau, _ path: @escaping (String) -> String) throws -> Void
    ) throws {
        try PrivateFieldsTests.withBureau { bureau, path in
            let sheet = """
                学习日期,学习内容,学习形式,组织单位,授课人
                2026-03-02,新课,专题辅导,示例一派出所,plantednew
                """
            try sheet.write(toFile: path("new.csv"), atomically: true, encoding: .utf8)
            _ = try bureau.importFile(ImportRequest(register: "study-session", file: path("new.csv")))
            try body(bureau, path)
        }
    }

    @Test("Proposed, approved by two, carried out, filed: and only what is past its time")
    func carriedOut() throws {
        try Self.withBureau { bureau, path in
            let day = try Self.day(Self.now)
            let proposal = try bureau.destructionProposal(asOf: day)
            #expect(proposal.items.map(\.owner.group) == ["people", "words", "people"])
            #expect(proposal.items.allSatisfy { $0.since.description == "2022-01-01" })
            #expect(proposal.kept.count == 1 && proposal.kept.keys.first?.contains("保管期限未满") == true)
            let early = try bureau.destructionProposal(asOf: Self.day("2021-12-31"))
            #expect(early.items.isEmpty)
            for approvers in [["P1"], ["P1", "P1"]] {
                #expect(throws: ServiceError.self) {
                    try bureau.approveDestruction(asOf: day, approvers: approvers)
                }
            }
            #expect(throws: ServiceError.self) {
                try bureau.runDestruction(proposal.number, to: path("list"))
            }
            let number = try bureau.approveDestruction(asOf: day, approvers: ["P1", "P2"])
            #expect(number == proposal.number)
            #expect(try bureau.runDestruction(number, to: path("list")) == 3)
            #expect(throws: ServiceError.self) { try bureau.runDestruction(number, to: path("list")) }
            #expect(try bureau.store.count("erasure") == 3)
            let list = try #require(FileManager.default.contents(atPath: path("list")))
            #expect(String(decoding: list, as: UTF8.self).split(separator: "\n").count == 3)
            let record = try #require(try bureau.store.record("destruction-list", number))
            let entry = try bureau.store.entry(try #require(record.seq))
            #expect(entry.event == "destroyed")
            #expect(entry.attachments.first?.sha256 == .sha256(Array(list)))
            #expect(try bureau.destructionProposal(asOf: day).items.isEmpty)
            let new = try bureau.store.records(of: "study-session", knownAt: nil).first {
                $0.id.contains("新课")
            }
            #expect(try bureau.store.revealed(try #require(new)).values.contains(.text("plantednew")))
            #expect(try bureau.store.verify().isSound)
        }
    }

    @Test("A hold beats the schedule: not proposed, not run though approved before, not erased")
    func held() throws {
        try Self.withBureau { bureau, path in
            let day = try Self.day(Self.now)
            let id = try PrivateFieldsTests.id(bureau, "甲课")
            let number = try bureau.approveDestruction(asOf: day, approvers: ["P1", "P2"])
            _ = try bureau.setHold(register: "study-session", record: id, reason: "诉讼中", isActive: true)
            let changed = #expect(throws: ServiceError.self) {
                try bureau.runDestruction(number, to: path("list"))
            }
            #expect(changed?.description.contains("批准后有变化") == true)
            #expect(try bureau.store.count("erasure") == 0)
            let proposal = try bureau.destructionProposal(asOf: day)
            #expect(proposal.items.count == 1 && proposal.kept["暂缓销毁：诉讼中"] == 1)
            let refused = #expect(throws: ServiceError.self) {
                try bureau.erase(
                    register: "study-session", record: id, group: "people", basis: "依据",
                    approvers: ["P1", "P2"])
            }
            #expect(refused?.description.contains("暂缓销毁：诉讼中") == true)
            #expect(throws: ServiceError.self) {
                try bureau.setHold(register: "study-session", record: id, reason: "又", isActive: true)
            }
            _ = try bureau.setHold(register: "study-session", record: id, reason: "已结案", isActive: false)
            #expect(try bureau.runDestruction(number, to: path("list")) == 3)
        }
    }

    @Test("Before its time, and for a class that is permanent, an erasure is refused with the reason")
    func early() throws {
        try Self.withBureau { bureau, _ in
            let id = try PrivateFieldsTests.id(bureau, "新课")
            let error = #expect(throws: ServiceError.self) {
                try bureau.erase(
                    register: "study-session", record: id, group: "people", basis: "依据",
                    approvers: ["P1", "P2"])
            }
            #expect(error?.description.contains("保管期限未满") == true && error?.kind == .data)
            #expect(throws: ServiceError.self) {
                try bureau.approveDestruction(asOf: Self.day("2099-01-01"), approvers: ["P1", "P2"])
            }
            let register = RegisterDeclaration(
                id: "study-session", name: "某", about: "某", key: ["title"], happened: "heldOn",
                fields: try bureau.packs.register("study-session").fields, retention: "permanent")
            let record = try #require(try bureau.store.record("study-session", id))
            let kept = try bureau.retention(of: record, in: register, on: Self.day("2999-01-01"))
            #expect(kept.obstacle?.contains("永久") == true)
        }
    }

    @Test("A run that was cut short is finished by running it again")
    func cutShort() throws {
        try Self.withBureau { bureau, path in
            let day = try Self.day(Self.now)
            let number = try bureau.approveDestruction(asOf: day, approvers: ["P1", "P2"])
            let first = try bureau.destructionProposal(asOf: day).items[0].owner
            try bureau.store.erase(
                Erasure(
                    owner: first, basis: "销毁清册 \(number)", approvers: ["P1", "P2"], list: number,
                    actor: Entry.Actor(id: "local", role: "operator"), at: bureau.environment.now()))
            #expect(try bureau.runDestruction(number, to: path("list")) == 3)
            #expect(try bureau.store.count("erasure") == 3)
        }
    }

    @Test(
        "The review passes what went the lawful way, and names what did not: no approval, one approver, a hold"
    )
    func reviewed() throws {
        try Self.withBureau { bureau, path in
            let day = try Self.day(Self.now)
            #expect(try bureau.destructionReview().items.isEmpty)
            let held = try PrivateFieldsTests.id(bureau, "甲课")
            _ = try bureau.setHold(register: "study-session", record: held, reason: "诉讼中", isActive: true)
            let number = try bureau.approveDestruction(asOf: day, approvers: ["P1", "P2"])
            #expect(try bureau.runDestruction(number, to: path("list")) == 1)
            let lawful = try bureau.destructionReview()
            #expect(lawful.isLawful && lawful.items.count == 1)
            // Around the acts: a list that nobody approved, one approver only, and a hold lifted afterwards.
            for (group, approvers, list) in [("people", ["P1"], nil), ("words", ["P1", "P2"], "2026/x")] {
                try bureau.store.erase(
                    Erasure(
                        owner: .init(register: "study-session", record: held, group: group), basis: "依据",
                        approvers: approvers, list: list, actor: bureau.actor, at: bureau.environment.now()))
            }
            _ = try bureau.setHold(register: "study-session", record: held, reason: "结案", isActive: false)
            let found = try bureau.destructionReview().items.map(\.objections)
            #expect(
                found == [
                    [], ["当时正在暂缓销毁：诉讼中", "没有两名不同的批准人"],
                    ["当时正在暂缓销毁：诉讼中", "所称的销毁清册 2026/x 没有在先的批准"],
                ])
        }
    }

    @Test("An office that changed its key vouches for both; a key of another office's is no answer")
    func officeKeys() throws {
        try PrivateFieldsTests.withBureau { bureau, path in
            let pubs = try ["old", "new"].map { name in
                try bureau.installOfficeKeys(from: path(name))
                return path(name) + "/discipline.pub"
            }
            #expect(try bureau.checkOfficeKeys(pubs).isSound)
            #expect(try bureau.checkOfficeKeys([pubs[1]]).installed.map(\.isKnown) == [false, true])
            #expect(throws: ServiceError.self) {
                try bureau.checkOfficeKeys([pubs[0], path("new") + "/inspection.pub"])
            }
        }
    }
}
