package import Law
package import Ledger
import Pack
import PackFiles

/// What a benchmark's document says of itself; the table does not.
package struct BenchmarkHead: Sendable {
    package var id: String
    package var title: String
    package var issuer: String
    package var documentNumber: String
    package var publishedOn: Day
    package var publication: String
    package var from: Day
    package var until: Day?
    package var law: String
    package var boundary: Benchmark.Preference?
    package var several: Benchmark.Preference?

    package init(
        id: String, title: String, issuer: String, documentNumber: String, publishedOn: Day,
        publication: String, from: Day, until: Day?, law: String, boundary: Benchmark.Preference?,
        several: Benchmark.Preference?
    ) {
        self.id = id
        self.title = title
        self.issuer = issuer
        self.documentNumber = documentNumber
        self.publishedOn = publishedOn
        self.publication = publication
        self.from = from
        self.until = until
        self.law = law
        self.boundary = boundary
        self.several = several
    }
}

/// A published table turned into pack data, with what of it could not be typed.
package struct BenchmarkImport: Sendable {
    package struct Refusal: Sendable {
        /// `D5`
        package let cell: String
        package let text: String
        package let why: String
    }

    /// The pack file; rows that were refused stand in it as comments with the reason.
    package let yaml: String
    package let tiers: Int
    package let refused: [Refusal]
    /// What the entry checks say of the file; only asked when no cell was refused.
    package let fault: String?

    package var isGood: Bool { refused.isEmpty && fault == nil }

    package init(_ path: String, _ head: BenchmarkHead, packs: BureauPacks) throws {
        let sheet = try BenchmarkSheet(path: path)
        var writer = BenchmarkWriter(head, packs)
        for line in sheet.lines { writer.add(line) }
        yaml = writer.yaml
        tiers = writer.tiers
        refused = writer.refused
        fault = writer.refused.isEmpty ? Self.fault(of: writer.yaml, packs) : nil
    }

    private static func fault(of yaml: String, _ packs: BureauPacks) -> String? {
        let pack = packs.rules.pack
        let context = BenchmarkContext(
            frames: pack.frames, laws: pack.laws, circumstances: pack.benchmarks.circumstances)
        do throws(PackError) {
            _ = try Benchmark.list([try YAMLFile.parse(yaml, file: "草稿")], in: context)
            return nil
        } catch {
            return error.description
        }
    }

    package func write(to path: String) throws { try OutputFile.write(Array(yaml.utf8), to: path) }

    package var report: [String] {
        refused.map { "\($0.cell)\t“\($0.text)”：\($0.why)" } + (fault.map { [$0] } ?? []) + [
            refused.isEmpty
                ? "\(tiers) 个阶次都可以采用\(fault == nil ? "，入库核对通过。" : "，入库核对没有通过：请按上面的行改正。")"
                : "\(tiers) 个阶次可以采用，\(refused.count) 格无法采用：请改正表格，或在 circumstances 中申报所缺的情节。"
        ]
    }

    package var json: JSONValue {
        [
            "tiers": .number(tiers),
            "refused": .array(
                refused.map {
                    ["cell": .string($0.cell), "text": .string($0.text), "reason": .string($0.why)]
                }),
            "fault": .text(fault), "yaml": .string(yaml),
        ]
    }
}
