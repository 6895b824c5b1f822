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
    /// The file is read twice: once to find its faults, once to file its rows in one transaction, so that its size
    /// costs no memory and a crash leaves nothing half done.
    ///
    /// - Throws: `ServiceError` when the file as a whole cannot be used; refused rows are part of the result.
    package func importFile(
        _ request: ImportRequest, progress: (_ done: Int, _ total: Int) -> Void = { _, _ in }
    ) throws -> ImportResult {
        let register = try packs.register(request.register)
        let bytes = try FileBytes(request.file)
        let file = try open(.file(path: request.file), named: request.file)
        let references = try ReferenceIndex(for: register, in: packs.registers, from: store)
        let knownAt = request.knownAt ?? environment.now()
        let reading = RegisterImport(
            register, of: packs.registers, mapping: try mapping(request.mapping, for: register),
            knownAt: knownAt,
            resolve: references.answer)
        let survey = try survey(file, reading)
        let isFiling = !request.isDryRun && (survey.refused.isEmpty || request.isPartial)
        let summary = isFiling ? try fileRows(of: file, reading, from: bytes, survey, knownAt, progress) : nil
        if isFiling { _ = try store.checkpoint() }
        let sheet = try refusalSheet(survey, register, request)
        return ImportResult(
            register: register, good: survey.good, filed: summary?.added ?? 0,
            revised: summary?.revised ?? 0, revisedExamples: summary?.revisedExamples ?? [],
            unchanged: summary?.unchanged ?? 0, ignored: survey.ignored, refused: survey.refused,
            notices: survey.notices, refusalSheet: sheet, isDryRun: request.isDryRun)
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

    private func survey(_ file: RegisterFile, _ reading: RegisterImport) throws -> ImportSurvey {
        do throws(ImportError) { return try reading.survey(file) } catch {
            throw ServiceError(.data, "\(error)。")
        }
    }

    private func fileRows(
        of file: RegisterFile, _ reading: RegisterImport, from bytes: FileBytes, _ survey: ImportSurvey,
        _ knownAt: Moment, _ progress: (Int, Int) -> Void
    ) throws -> FilingSummary {
        let source = FileImport(
            register: reading.register.id, digest: bytes.digest, size: bytes.size, records: survey.good,
            actor: actor, importedAt: knownAt)
        var done = 0
        return try store.file(from: source) { append in
            var failure: (any Error)?
            try reading.read(file) { outcome in
                guard case .record(let record, _) = outcome else { return true }
                do {
                    try append(
                        Filing(
                            register: record.register, id: record.id, values: record.values,
                            knownAt: record.knownAt, actor: actor))
                } catch {
                    failure = error
                    return false
                }
                done += 1
                if done % 1024 == 0 { progress(done, survey.good) }
                return true
            }
            if let failure { throw failure }
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

/// A file's size and hash, read in pieces.
struct FileBytes {
    let size: Int
    let digest: Digest

    init(_ path: String) throws {
        guard let data = try? Data(contentsOf: URL(fileURLWithPath: path), options: .mappedIfSafe) else {
            throw ServiceError(.use, "读不到文件 \(path)。请检查路径和权限。")
        }
        size = data.count
        digest = data.withUnsafeBytes { Hasher256().hash($0) }
    }
}
