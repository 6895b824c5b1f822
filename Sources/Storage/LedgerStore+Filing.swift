import GRDB
import Ledger

extension LedgerStore {
    /// Files a batch: all of it or, on any error, none.
    ///
    /// - Returns: A receipt for each filing, in order, once the batch is on the disk.
    /// - Throws: `StorageError` naming the record that cannot be filed; `DatabaseError` when the disk refuses.
    @discardableResult
    package func file(_ filings: [Filing]) throws -> [Receipt] {
        try append { appender in
            let now = now()
            return try filings.map { try appender.append($0, now: now) }
        }
    }

    /// Files a stream, of any length in the same memory: all of it in one transaction or, on any error, none.
    ///
    /// - Parameters:
    ///   - file: The file the filings come from, asked for when the stream has ended; recorded with them, so that the
    ///     same file is known again.
    ///   - stream: Calls its argument with each filing in turn. What it throws ends it with nothing filed.
    package func file(
        from file: @autoclosure () -> FileImport? = nil, stream: ((Filing) throws -> Void) throws -> Void
    ) throws -> FilingSummary {
        try append { appender in
            let first = appender.size
            var (added, unchanged, revised) = (0, 0, 0)
            var examples: [String] = []
            try stream { filing in
                let receipt = try appender.append(filing, now: now())
                if receipt.isUnchanged { unchanged += 1 } else { added += 1 }
                if !receipt.isUnchanged, receipt.revision > 1 {
                    revised += 1
                    if examples.count < FilingSummary.examples { examples.append(filing.id) }
                }
            }
            if let filing = file()?.filing, try !appender.holds(filing) {
                _ = try appender.append(filing, now: now())
            }
            return FilingSummary(
                added: added, unchanged: unchanged, revised: revised, revisedExamples: examples,
                first: first, size: appender.size)
        }
    }

    func append<Result>(_ body: (EntryAppender) throws -> Result) throws -> Result {
        try device.watching {
            try pool.writeWithoutTransaction { database in
                try appender.write(database, tables: tables, hidden: hidden, body)
            }
        }
    }
}
