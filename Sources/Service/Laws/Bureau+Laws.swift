import Law
import Ledger
import Storage

extension Bureau {
    /// Imports every `.md` and `.txt` file of a folder as a statute: all of them or, unless `isPartial`, none.
    ///
    /// - Throws: `ServiceError` when there is no such folder, or no such file in it. What cannot be read is in the result.
    package func importLaws(
        from folder: String, isPartial: Bool = false, isDryRun: Bool = false
    ) throws -> LawImport {
        let (files, faults) = try LawFolder(folder, laws: packs.rules.pack.laws).read()
        let isTaken = !isDryRun && (faults.isEmpty || isPartial)
        let entries = isTaken ? try keep(files) : files.map { _ in 0 }
        if entries.contains(where: { $0 > 0 }) { _ = try store.checkpoint() }
        let lines = zip(files, entries).map { file, entries in
            LawImport.Line(
                file: file.name, code: file.code, title: file.text.heading.title, articles: file.text.count,
                isKnown: file.isKnown, entries: entries)
        }
        return LawImport(lines: lines, faults: faults, isTaken: isTaken)
    }

    /// Files all texts in one transaction.
    ///
    /// - Returns: How many entries each made.
    private func keep(_ files: [LawFolder.File]) throws -> [Int] {
        let now = environment.now()
        let filings = try files.map { file in
            let filing = StatuteFiling(
                law: file.code, text: file.text, effectiveOn: file.effectiveOn, file: file.digest,
                actor: actor,
                importedAt: now)
            return filing.filings(replacing: try library.articles(of: file.code).map(\.text.number))
        }
        var receipts = try store.file(filings.flatMap(\.self))[...]
        return filings.map { made in
            defer { receipts = receipts.dropFirst(made.count) }
            return receipts.prefix(made.count).count { !$0.isUnchanged }
        }
    }
}
