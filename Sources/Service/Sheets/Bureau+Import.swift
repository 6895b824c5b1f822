import Documents
import Foundation
import Law
import Ledger
import Pack
import PackFiles
import Registers
import Storage

extension Bureau {
    /// Imports a file: all of it or, unless `isPartial`, none of it.
    ///
    /// The file is read once, its rows being filed as they come, in one transaction that is taken back when a row is
    /// refused: its size costs no memory, and a crash leaves nothing half done.
    ///
    /// - Parameter progress: Told from time to time how many records have been taken.
    /// - Throws: `ServiceError` when the file as a whole cannot be used; refused rows are part of the result.
    package func importFile(
        _ request: ImportRequest, progress: (_ done: Int) -> Void = { _ in }
    ) throws -> ImportResult {
        let register = try packs.register(request.register)
        try request.receipts.map(ReceiptFolder.prepare)
        let bytes = try FileBytes(request.file)
        let file = try open(.file(path: request.file), named: request.file)
        let references = try ReferenceIndex(for: register, in: packs.registers, from: store)
        let knownAt = request.knownAt ?? environment.now()
        let reading = RegisterImport(
            register, of: packs.registers, mapping: try mapping(request.mapping, for: register),
            knownAt: knownAt,
            resolve: references.answer)
        let (survey, summary) =
            request.isDryRun
            ? (try survey(file, reading), nil)
            : try fileRows(of: file, reading, from: bytes, isPartial: request.isPartial, progress)
        if summary != nil { _ = try store.checkpoint() }
        let receipts = try request.receipts.flatMap { folder in
            try summary.map { try writeReceipts(of: $0, register.id, to: folder) }
        }
        let sheet = try refusalSheet(survey, register, request)
        return ImportResult(
            register: register, good: survey.good, filed: summary?.added ?? 0,
            revised: summary?.revised ?? 0, revisedExamples: summary?.revisedExamples ?? [],
            unchanged: summary?.unchanged ?? 0, ignored: survey.ignored, refused: survey.refused,
            notices: survey.notices, refusalSheet: sheet, receipts: receipts ?? 0, isDryRun: request.isDryRun)
    }

    private func open(_ bytes: SheetBytes, named name: String) throws -> RegisterFile {
        do throws(ImportError) {
            return try RegisterFile.open(bytes, named: name)
        } catch {
            throw ServiceError(.data, "\(name)：\(error)")
        }
    }

    private func mapping(_ path: String?, for register: RegisterDeclaration) throws -> HeadingMapping {
        guard let path else { return .none }
        guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
            throw ServiceError(.use, "读不到列名对照表 \(path)。请检查 --map。")
        }
        do throws(PackError) {
            return try HeadingMapping(YAMLFile.parse(text, file: path), for: register)
        } catch {
            throw ServiceError(.data, "列名对照表 \(error)")
        }
    }

    private func survey(
        _ file: RegisterFile, _ reading: RegisterImport,
        take: (_ record: Record, _ isWhole: Bool) -> Bool = { _, _ in true }
    ) throws -> ImportSurvey {
        do throws(ImportError) { return try reading.survey(file, take: take) } catch {
            throw ServiceError(.data, "\(error)。")
        }
    }

    /// Ends the transaction of a file that has refused rows.
    private struct TakenBack: Error {}

    /// Files the rows as they are read, and takes all of them back when one is refused, unless a part was asked for.
    ///
    /// - Returns: What the reading found, and `nil` for the summary when nothing was filed.
    private func fileRows(
        of file: RegisterFile, _ reading: RegisterImport, from bytes: FileBytes, isPartial: Bool,
        _ progress: (Int) -> Void
    ) throws -> (ImportSurvey, FilingSummary?) {
        let register = reading.register.id
        let digest = try store.importDigest(bytes.digest, of: register)
        var found: ImportSurvey?
        do {
            let summary = try store.file(
                from: digest.map {
                    FileImport(
                        register: register, digest: $0, size: bytes.size, records: found?.good ?? 0,
                        actor: actor, importedAt: reading.knownAt)
                }
            ) { append in
                var (done, failure) = (0, (any Error)?.none)
                let survey = try survey(file, reading) { record, isWhole in
                    guard isPartial || isWhole else { return true }
                    do {
                        try append(
                            Filing(
                                register: register, id: record.id, values: record.values,
                                knownAt: record.knownAt, actor: actor, retention: reading.register.retention))
                    } catch { failure = error }
                    done += 1
                    if done % 1024 == 0 { progress(done) }
                    return failure == nil
                }
                if let failure { throw failure }
                found = survey
                guard isPartial || survey.refused.isEmpty else { throw TakenBack() }
            }
            return (try found ?? survey(file, reading), summary)
        } catch is TakenBack {
            return (try found ?? survey(file, reading), nil)
        }
    }

    private func refusalSheet(
        _ survey: ImportSurvey, _ register: RegisterDeclaration, _ request: ImportRequest
    ) throws -> String? {
        guard !survey.refused.isEmpty else { return nil }
        let path = request.refusalSheet ?? Self.refusalPath(beside: request.file)
        let sheet = RefusalSheet(survey.refused, headings: survey.headings, register: register)
        do throws(SheetError) {
            try sheet.write(to: path)
        } catch {
            throw ServiceError(.use, "退回表写不到 \(path)：\(error)。请用 --refusals 另指位置。")
        }
        return path
    }

    /// `活动.xlsx` → `活动-退回.xlsx`.
    private static func refusalPath(beside file: String) -> String {
        let url = URL(fileURLWithPath: file)
        let name = url.deletingPathExtension().lastPathComponent + "-退回.xlsx"
        return url.deletingLastPathComponent().appendingPathComponent(name).path
    }
}
