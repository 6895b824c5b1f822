import Ledger
import Registers
import Synchronization
import Testing

@testable import Storage

@Suite("The ledger does not fall silent, and its clock does not go back")
struct HeartbeatTests {
    /// A clock that the test moves, in minutes.
    final class Clock: Sendable {
        private let minutes = Mutex<Int64>(29_460_000)

        func move(_ by: Int64) { minutes.withLock { $0 += by } }

        var now: UTCTime { UTCTime(milliseconds: minutes.withLock { $0 } * 60_000) }
    }

    @Test(
        "An hour without entries gives one of its own, signed; less than that, or new entries signed, gives none"
    )
    func hourly() throws {
        let clock = Clock()
        try Sample.store(now: { clock.now }) { store in
            #expect(try store.beat(actor: Sample.actor) == Heartbeat.interval)
            #expect(try store.size() == 1)
            #expect(try store.lastCheckpoint().checkpoint.size == 1)
            clock.move(20)
            #expect(try store.beat(actor: Sample.actor) == 40 * 60_000)
            #expect(try store.size() == 1)
            clock.move(40)
            try store.file([Sample.filing(1)])
            // The new record is signed; a heartbeat would say nothing more.
            try store.beat(actor: Sample.actor)
            #expect(try store.size() == 2)
            #expect(try store.lastCheckpoint().checkpoint.size == 2)
            for hour in 1...3 {
                clock.move(60)
                try store.beat(actor: Sample.actor)
                #expect(try store.size() == 2 + hour)
            }
            let entries = try (0..<5).map { try store.entry($0) }
            #expect(entries.filter { $0.register == Heartbeat.declaration.id }.count == 4)
            #expect(entries.last?.recordedAt == clock.now)
            #expect(try store.verify().faults == [])
        }
    }

    @Test("With the clock set back the ledger's time stands still, the lag is told, and it beats on")
    func setBack() throws {
        let clock = Clock()
        try Sample.store(now: { clock.now }) { store in
            #expect(try store.clockLag() == 0)
            try store.beat(actor: Sample.actor)
            let time = clock.now
            clock.move(-3 * 24 * 60)
            #expect(try store.clockLag() == 3 * 24 * 3_600_000)
            try store.file([Sample.filing(1)])
            #expect(try store.entry(1).recordedAt == time)
            #expect(try store.beat(actor: Sample.actor) == Heartbeat.interval)
            #expect(try store.lastCheckpoint().checkpoint.size == 2)
            clock.move(1)
            try store.beat(actor: Sample.actor)
            #expect(try store.entry(2).recordedAt == time)
            clock.move(3 * 24 * 60)
            #expect(try store.clockLag() == 0)
            try store.file([Sample.filing(2)])
            #expect(try store.entry(3).recordedAt == clock.now)
            #expect(try store.verify().faults == [])
        }
    }
}
