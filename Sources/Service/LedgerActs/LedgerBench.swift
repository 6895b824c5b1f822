import Foundation
import Glibc
import Law
import Ledger
import Registers
import Storage

/// Measures the ledger alone, on records of 1 KiB in a folder of its own (Docs/decisions/0031-ledger-bench.md).
package struct LedgerBench {
    let store: LedgerStore
    let folder: String
    /// What the operating system counts for the process, user and system.
    private static func cpu() -> Double {
        var usage = rusage()
        getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
        return Double(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec)
            + Double(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6
    }

    /// - Parameter folder: Must not exist yet; `remove` deletes it.
    package init(folder: String, keepsSM3Tree: Bool, environment: Environment = .system) throws {
        self.folder = folder
        store = try LedgerStore.create(
            at: folder, origin: "bench.example/ledger", seed: environment.randomBytes(32),
            registers: [Self.register], now: environment.ledgerClock)
        if keepsSM3Tree { try store.enableSM3Tree() }
    }

    package func remove() throws {
        try store.close()
        try FileManager.default.removeItem(atPath: folder)
    }

    private static let register = RegisterDeclaration(
        id: "bench", name: "测量用台账", about: "测量用。", key: ["number"], happened: "heldAt",
        fields: [
            FieldDeclaration(id: "number", label: "编号", type: .text, isRequired: true),
            FieldDeclaration(id: "heldAt", label: "时间", type: .datetime),
            FieldDeclaration(id: "people", label: "人数", type: .integer, unit: "人"),
            FieldDeclaration(id: "about", label: "内容", type: .text),
        ])

    /// An entry of 1,024 bytes: four fields, three commitments to private groups, two attachments.
    private static func filing(_ number: Int, about: String) -> Filing {
        let moment = Moment(minutes: 29_000_000 + Int32(number % 500_000))
        let digest = { (salt: UInt8) in Digest.sha256([salt, UInt8(truncatingIfNeeded: number)]) }
        return Filing(
            register: "bench", id: "n\(number)",
            values: [.text("n\(number)"), .moment(moment), .number(Number(number % 300)), .text(about)],
            knownAt: moment, actor: Entry.Actor(id: "P001", role: "legal-officer", unit: "U1"),
            commitments: (0..<3).map { Commitment(group: "group\($0)", hmac: digest(UInt8($0))) },
            attachments: (3..<5).map { Entry.Attachment(size: 1000, sha256: digest($0)) })
    }
}

extension LedgerBench {
    /// What a stretch of work cost.
    package struct Cost {
        private(set) var count: Int
        private(set) var seconds: Double
        private(set) var cpu: Double

        init(count: Int, seconds: Double, cpu: Double) {
            self.count = count
            self.seconds = seconds
            self.cpu = cpu
        }

        static func += (sum: inout Cost, cost: Cost) {
            sum.count += cost.count
            sum.seconds += cost.seconds
            sum.cpu += cost.cpu
        }

        package var line: String {
            String(
                format: "%d: %.0f/s wall, %.2f CPU µs each, %.0f per CPU-second", count,
                Double(count) / seconds, cpu / Double(count) * 1e6, Double(count) / cpu)
        }
    }

    private func measure(_ count: Int, _ body: () throws -> Void) rethrows -> Cost {
        let (start, cpu) = (ContinuousClock.now, Self.cpu())
        try body()
        let seconds = (ContinuousClock.now - start) / .seconds(1)
        return Cost(count: count, seconds: seconds, cpu: Self.cpu() - cpu)
    }

    /// Files records in batches, each a transaction, acknowledged when it is on the disk.
    ///
    /// - Parameter signing: Signs a checkpoint after each batch too.
    package func append(_ count: Int, batch: Int, signing: Bool = false) throws -> Cost {
        let text = String(repeating: "某", count: 86)
        let chunk = max(batch, 10_000 / batch * batch)
        var cost = Cost(count: 0, seconds: 0, cpu: 0)
        for start in stride(from: 0, to: count, by: chunk) {
            // What is filed is made beforehand, as the program in C takes its bodies from a pool.
            let first = try store.size()
            let filings = (0..<min(chunk, count - start)).map { Self.filing(first + $0, about: text) }
            cost += try measure(filings.count) {
                for start in stride(from: 0, to: filings.count, by: batch) {
                    try store.file(Array(filings[start..<min(filings.count, start + batch)]))
                    if signing { try store.checkpoint() }
                }
            }
        }
        return cost
    }

    package func entrySize() throws -> Int { try store.entryBytes(try store.size() - 1).count }

    /// Inclusion proofs of entries all over the ledger, each with the entry's bytes, as receipts are made.
    package func proofs(_ count: Int) throws -> Cost {
        try store.checkpoint()
        let size = try store.size()
        var generator = SystemRandomNumberGenerator()
        let seqs = (0..<count).map { _ in Int.random(in: 0..<size, using: &generator) }
        return try measure(count) { _ = try store.receipts(seqs) }
    }

    /// The full audit, as `ledger verify` does it.
    package func audit() throws -> Cost {
        try store.checkpoint()
        return try measure(try store.size()) {
            guard try store.verify().isSound else { throw ServiceError(.ledger, "测量用的账本核验未通过。") }
        }
    }
}
