extension EvidenceManifest.Figure {
    /// The entries this figure rests on, each once and none of them two versions of one record.
    func entries(_ all: [Int: Entry?]) throws(ProofError) -> [Entry?] {
        var entries: [Entry?] = []
        var seen: Set<[String]> = []
        for (position, seq) in records.enumerated() {
            guard let entry = all[seq] else { throw .missingRecord(figure: id, seq: seq) }
            guard position == 0 || records[position - 1] != seq,
                entry.map({ seen.insert([$0.register, $0.record]).inserted }) ?? true
            else { throw .countedTwice(figure: id, seq: seq) }
            entries.append(entry)
        }
        return entries
    }

    /// The value counted again; `nil` when that needs more than the entries at hand.
    func recount(_ entries: [Entry?]) throws(ProofError) -> String? {
        switch measure {
        case .records: return String(entries.count)
        case .distinct(let field):
            guard let values = values(of: field, in: entries) else { return nil }
            return String(Set(values).count)
        case .sum(let field):
            guard let values = values(of: field, in: entries) else { return nil }
            let amounts = values.compactMap(TenThousandths.init)
            guard amounts.count == values.count else { throw .badManifest }
            return amounts.reduce(TenThousandths(count: 0), +).description
        case .stated: return nil
        }
    }

    /// The values of a field that are there, a list's one by one.
    private func values(of field: String, in entries: [Entry?]) -> [JSONValue]? {
        var values: [JSONValue] = []
        for entry in entries {
            guard let entry, let fields = try? entry.fields.value() else { return nil }
            guard let value = fields[field] else { continue }
            if let elements = value.array { values += elements } else { values.append(value) }
        }
        return values
    }
}

/// A decimal of four places, as registers write amounts: `3000`, `"12.5"`.
struct TenThousandths: Hashable {
    let count: Int64

    init(count: Int64) { self.count = count }

    init?(_ json: JSONValue) {
        if let whole = json.integer {
            let (count, overflow) = whole.multipliedReportingOverflow(by: 10_000)
            guard !overflow else { return nil }
            self.init(count: count)
            return
        }
        guard var text = json.string?.utf8[...] else { return nil }
        let isNegative = text.first == UInt8(ascii: "-")
        if isNegative { text = text.dropFirst() }
        let parts = text.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard parts.count == 2, parts[0].count <= 14, (1...4).contains(parts[1].count),
            let whole = decimal(Array(parts[0])[...]), let places = decimal(Array(parts[1])[...])
        else { return nil }
        let scale = [1000, 100, 10, 1][parts[1].count - 1]
        let magnitude = Int64(whole * 10_000 + places * scale)
        self.init(count: isNegative ? -magnitude : magnitude)
    }

    static func + (a: Self, b: Self) -> Self { Self(count: a.count &+ b.count) }

    /// Without trailing zeros.
    var description: String {
        let magnitude = count.magnitude
        var places = String(magnitude % 10_000 + 10_000).dropFirst()
        while places.last == "0" { places.removeLast() }
        return (count < 0 ? "-" : "") + String(magnitude / 10_000) + (places.isEmpty ? "" : "." + places)
    }
}
