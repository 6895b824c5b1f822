import Law

/// Writes the rows of a published table as a pack file, act by act, tier by tier.
struct BenchmarkWriter {
    private let head: BenchmarkHead
    private let packs: BureauPacks
    private var acts: [(frame: String, lines: [String])] = []
    private(set) var tiers = 0
    private(set) var refused: [BenchmarkImport.Refusal] = []

    init(_ head: BenchmarkHead, _ packs: BureauPacks) {
        self.head = head
        self.packs = packs
    }

    mutating func add(_ line: BenchmarkSheet.Line) {
        let before = refused.count
        let frame = frame(of: line)
        let statutory = frame.flatMap { self.statutory(of: line, in: $0) }
        let pack = packs.rules.pack
        let fields = pack.schema.register(Schema.eventRegister)
        let reading = read(line, .circumstances) { text throws(PhraseFault) in
            try CircumstancePhrase.read(text, pack.benchmarks.circumstances) { circumstance in
                circumstance.source.expression.names.first.flatMap { fields?.field($0)?.words } ?? [:]
            }
        }
        let outcomes = read(line, .outcomes) { text throws(PhraseFault) in try OutcomePhrase.read(text) }
        let name = line.text(.tier)
        if name.isEmpty { refuse(line, .tier, "没有写阶次") }
        guard let frame, let statutory, let reading, let outcomes, refused.count == before else {
            let reasons = refused[before...].map { "\($0.cell) \($0.why)" }.joined(separator: "；")
            append(["# 第\(line.row)行没有采用：\(reasons)"], to: frame?.id)
            return
        }
        tiers += 1
        var lines = ["- id: row-\(line.row)", "  name: \(name.quoted)", "  of: \(statutory.id)"]
        switch reading {
        case .condition(let condition): lines.append("  when: \(condition.quoted)")
        case .otherwise: lines.append("  when: otherwise")
        case .open(let text): lines.append("  open: \(text.quoted)")
        }
        lines.append("  outcomes: [\(outcomes.map(\.yaml).joined(separator: ", "))]")
        append(lines, to: frame.id)
    }

    private mutating func append(_ lines: [String], to frame: String?) {
        let id = frame ?? acts.last?.frame ?? ""
        if let place = acts.firstIndex(where: { $0.frame == id }) {
            acts[place].lines += lines
        } else {
            acts.append((id, lines))
        }
    }

    private mutating func frame(of line: BenchmarkSheet.Line) -> PenaltyFrame? {
        let text = line.text(.act)
        let frames = packs.rules.pack.frames.frames
        if let frame = frames.first(where: { $0.name == text || $0.id == text }) { return frame }
        refuse(line, .act, "法定幅度里没有这种行为；可用：\(frames.map(\.name).joined(separator: "；"))")
        return nil
    }

    private mutating func statutory(
        of line: BenchmarkSheet.Line, in frame: PenaltyFrame
    ) -> PenaltyFrame.Tier? {
        let tiers = frame.versions.first { $0.basis.first?.law == head.law }?.tiers ?? []
        let text = line.text(.statutory)
        if let tier = tiers.first(where: { $0.name == text || $0.id == text }) { return tier }
        refuse(line, .statutory, "\(head.law) 中这种行为没有这一档；可用：\(tiers.map(\.name).joined(separator: "、"))")
        return nil
    }

    private mutating func read<Result>(
        _ line: BenchmarkSheet.Line, _ column: BenchmarkSheet.Column,
        _ body: (String) throws(PhraseFault) -> Result
    ) -> Result? {
        do throws(PhraseFault) { return try body(line.text(column)) } catch {
            refuse(line, column, error.why)
            return nil
        }
    }

    private mutating func refuse(
        _ line: BenchmarkSheet.Line, _ column: BenchmarkSheet.Column, _ why: String
    ) {
        let cell = line.cells[column]
        refused.append(.init(cell: cell?.reference ?? "第\(line.row)行", text: cell?.text ?? "", why: why))
    }

    var yaml: String {
        var lines = [
            "benchmarks:", "  - id: \(head.id)", "    title: \(head.title.quoted)",
            "    issuer: \(head.issuer.quoted)", "    documentNumber: \(head.documentNumber.quoted)",
            "    publishedOn: \(head.publishedOn)", "    publication: \(head.publication.quoted)",
            "    from: \(head.from)",
        ]
        if let until = head.until { lines.append("    until: \(until)") }
        lines.append("    law: \(head.law)")
        if let boundary = head.boundary { lines.append("    boundary: \(boundary.rawValue)") }
        if let several = head.several { lines.append("    several: \(several.rawValue)") }
        lines.append("    acts:")
        for act in acts {
            lines += ["      - frame: \(act.frame)", "        tiers:"] + act.lines.map { "          " + $0 }
        }
        return lines.joined(separator: "\n") + "\n"
    }
}

extension String {
    /// In single quotes, as YAML takes anything on one line.
    fileprivate var quoted: String {
        "'" + split(whereSeparator: \.isNewline).joined(separator: " ").replacing("'", with: "''") + "'"
    }
}
