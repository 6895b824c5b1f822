import Foundation
package import Law
import Pack
import PackFiles

extension BureauPacks {
    /// Reads a draft benchmark from a file that is not part of a pack, by the same entry checks.
    ///
    /// - Throws: `PackErrors` with file, line and column; `ServiceError` when there is no such file.
    package func benchmarkDraft(_ path: String) throws -> Benchmark {
        guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
            throw ServiceError(.use, "读不到裁量基准的草案 \(path)；需要 UTF-8 的 YAML 文件，写法见 Docs/formats/benchmarks.md。")
        }
        let pack = rules.pack
        let context = BenchmarkContext(
            frames: pack.frames, laws: pack.laws, circumstances: pack.benchmarks.circumstances)
        do throws(PackError) {
            let found = try Benchmark.list([try YAMLFile.parse(text, file: path)], in: context)
            if let first = found.first, found.count == 1 { return first }
        } catch {
            throw PackErrors(errors: [error])
        }
        throw ServiceError(.data, "\(path) 里应当只有一份裁量基准。")
    }
}
