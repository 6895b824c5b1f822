import GRDB
import Law
import Ledger
import Registers
import Testing

@testable import Storage

@Suite("Many callers file at once")
struct GroupCommitTests {
    private static func filing(_ caller: Int, _ turn: Int) -> Filing { Sample.filing(caller * 100 + turn) }

    /// Text where the register has a number.
    private static func bad(_ number: Int) -> Filing {
        var values = Sample.values(1)
        values[3] = .text("十二")
        return Filing(
            register: "visit", id: "bad\(number)", values: values,
            knownAt: Sample.moment("2026-01-05T09:00"), actor: Sample.actor)
    }

    @Test(
        "Every caller is acknowledged once for each filing, with a dense number and a receipt that verifies")
    func dense() async throws {
        try await Sample.store { store async throws in
            let (callers, turns) = (40, 10)
            let receipts = try await withThrowingTaskGroup(of: [Receipt].self) { group in
                for caller in 0..<callers {
                    group.addTask {
                        var receipts: [Receipt] = []
                        for turn in 0..<turns {
                            receipts += try await store.file(together: [Self.filing(caller, turn)])
                        }
                        return receipts
                    }
                }
                return try await group.reduce(into: []) { $0 += $1 }
            }
            #expect(receipts.map(\.seq).sorted() == Array(0..<(callers * turns)))
            #expect(receipts.allSatisfy { !$0.isUnchanged && $0.revision == 1 })
            try store.checkpoint()
            for receipt in receipts {
                let (entry, _) = try store.receipt(receipt.seq).verify(by: store.verifierKeys)
                #expect(entry.record == receipt.id)
            }
            #expect(try store.verify().faults == [])
        }
    }

    @Test("A filing that cannot be is refused to its caller alone, also in the middle of a batch")
    func refused() async throws {
        try await Sample.store { store async throws in
            let outcomes = await withTaskGroup(of: (Int, Result<[Receipt], any Error>).self) { group in
                for caller in 0..<60 {
                    group.addTask {
                        var batch = (0..<3).map { Self.filing(caller, $0) }
                        if caller.isMultiple(of: 5) { batch[caller % 3] = Self.bad(caller) }
                        do { return (caller, .success(try await store.file(together: batch))) } catch {
                            return (caller, .failure(error))
                        }
                    }
                }
                return await group.reduce(into: [:]) { $0[$1.0] = $1.1 }
            }
            for (caller, outcome) in outcomes {
                switch outcome {
                case .success(let receipts): #expect(receipts.count == 3 && !caller.isMultiple(of: 5))
                case .failure(let error):
                    #expect(caller.isMultiple(of: 5))
                    guard case StorageError.coding(_, "bad\(caller)", _) = error else {
                        Issue.record("\(error)")
                        continue
                    }
                }
            }
            #expect(try store.size() == 48 * 3)
            #expect(try store.verify().faults == [])
        }
    }

    @Test("The same filing from many callers is entered once, and all hold the same receipt")
    func same() async throws {
        try await Sample.store { store async throws in
            let receipts = try await withThrowingTaskGroup(of: [Receipt].self) { group in
                for _ in 0..<30 { group.addTask { try await store.file(together: [Sample.filing(1)]) } }
                return try await group.reduce(into: []) { $0 += $1 }
            }
            #expect(Set(receipts.map(\.seq)) == [0])
            #expect(receipts.filter { !$0.isUnchanged }.count == 1)
            #expect(try store.size() == 1)
        }
    }

    @Test("When the disk refuses, everybody in the group is told, and nothing is entered")
    func disk() async throws {
        try await Sample.store { store async throws in
            try await store.pool.writeWithoutTransaction {
                try $0.execute(sql: "PRAGMA synchronous = NORMAL")
            }
            await withTaskGroup(of: Void.self) { group in
                for caller in 0..<10 {
                    group.addTask {
                        do {
                            _ = try await store.file(together: [Self.filing(caller, 0)])
                            Issue.record("filed without a sync")
                        } catch { #expect(error as? StorageError == .notDurable(synchronous: 1)) }
                    }
                }
            }
            #expect(try store.size() == 0)
        }
    }
}
