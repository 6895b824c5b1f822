import Dispatch
import Synchronization

/// Gathers filings that arrive at once into one transaction: one sync of the disk serves them all.
///
/// Nobody waits for a timer. The first writes at once; whoever comes while a group is being written is in the next.
final class GroupCommit: Sendable {
    /// Filings in one transaction; a caller's own are never parted.
    static let most = 256

    struct Waiting: Sendable {
        let filings: [Filing]
        let answer: CheckedContinuation<[Receipt], any Error>
    }

    private struct Line {
        var waiting: [Waiting] = []
        var isWriting = false
    }

    private let line = Mutex(Line())
    /// SQLite blocks its thread, which must not be one of those that tasks share.
    private let thread = DispatchQueue(label: "zhunsheng.group-commit")

    /// Joins the line.
    ///
    /// - Parameter write: Files a group and answers everyone in it.
    func join(_ waiting: Waiting, write: @escaping @Sendable ([Waiting]) -> Void) {
        let isFirst = line.withLock { line in
            line.waiting.append(waiting)
            defer { line.isWriting = true }
            return !line.isWriting
        }
        guard isFirst else { return }
        thread.async { while let group = self.next() { write(group) } }
    }

    private func next() -> [Waiting]? {
        line.withLock { line in
            var (count, filings) = (0, 0)
            for waiting in line.waiting {
                filings += waiting.filings.count
                if count > 0, filings > Self.most { break }
                count += 1
            }
            guard count > 0 else {
                line.isWriting = false
                return nil
            }
            defer { line.waiting.removeFirst(count) }
            return Array(line.waiting[..<count])
        }
    }
}

extension LedgerStore {
    /// Files a batch as `file` does, in one transaction with what others file at the same time.
    ///
    /// - Returns: A receipt for each filing, in order, once the whole group is on the disk.
    /// - Throws: What is wrong with one of the caller's own filings, of which then none is filed; what others get wrong
    ///   is theirs. `DatabaseError`, to everybody in the group, when the disk refuses.
    package func file(together filings: [Filing]) async throws -> [Receipt] {
        try await withCheckedThrowingContinuation { answer in
            group.join(.init(filings: filings, answer: answer)) { [self] in write($0) }
        }
    }

    private func write(_ waiting: [GroupCommit.Waiting]) {
        var waiting = waiting
        while !waiting.isEmpty {
            do {
                let results = try fileEach(waiting.map(\.filings))
                for (one, result) in zip(waiting, results) { one.answer.resume(with: result) }
                return
            } catch let half as HalfFiled {
                // Part of a batch is in the transaction already: it is undone, and done again without that batch.
                waiting.remove(at: half.position).answer.resume(throwing: half.error)
            } catch {
                waiting.forEach { $0.answer.resume(throwing: error) }
                return
            }
        }
    }

    private struct HalfFiled: Error {
        let position: Int
        let error: StorageError
    }

    private func fileEach(_ batches: [[Filing]]) throws -> [Result<[Receipt], any Error>] {
        try append { appender in
            let now = now()
            return try batches.enumerated().map { position, batch in
                var receipts: [Receipt] = []
                for filing in batch {
                    // A filing that is refused has changed nothing; the disk's refusal is no `StorageError`.
                    do { receipts.append(try appender.append(filing, now: now)) } catch let error
                        as StorageError
                    {
                        if receipts.contains(where: { !$0.isUnchanged }) {
                            throw HalfFiled(position: position, error: error)
                        }
                        return .failure(error)
                    }
                }
                return .success(receipts)
            }
        }
    }
}
