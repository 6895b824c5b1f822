import Pack

extension Sheet {
    /// Rows of all versions together.
    package static let mostRows = 1_000_000
    /// Cells for all combinations of keys, from the least to the greatest of each: a sheet with wider gaps is no sheet.
    package static let mostCells = 16_000_000

    /// Reads one element of `sheets:`.
    init(_ node: PackNode, laws: LawBook) throws(PackError) {
        var mapping = try PackMapping(node)
        place = node.place
        id = try mapping.required("id").text
        name = try mapping.required("name").text
        keys = try Self.columns(try mapping.required("keys"))
        outputs = try Self.columns(try mapping.required("outputs"))
        var drafts: [(version: Version, rows: [[Int32?]])] = []
        for element in try mapping.required("versions").elements(atLeastOne: "个版本") {
            drafts.append(try Self.version(element, width: keys.count + outputs.count, laws: laws))
        }
        try mapping.finish()
        drafts.sort { $0.version.inForce.from < $1.version.inForce.from }
        for (earlier, later) in zip(drafts, drafts.dropFirst())
        where earlier.version.inForce.overlaps(later.version.inForce) {
            throw PackError(.overlappingPeriods("表 \(id) 的版本"), at: node.place)
        }
        versions = drafts.map(\.version)
        cells = try Self.cells(
            drafts.map(\.rows), drafts.map(\.version.inForce), keys: keys.count, outputs: outputs.count,
            at: node.place)
    }

    private static func columns(_ node: PackNode) throws(PackError) -> [Column] {
        var columns: [Column] = []
        for element in try node.elements(atLeastOne: "列") {
            var mapping = try PackMapping(element)
            let name = try mapping.required("name").text
            columns.append(Column(name: name, label: try mapping.optional("label")?.text ?? name))
            try mapping.finish()
        }
        return columns
    }

    private static func version(
        _ node: PackNode, width: Int, laws: LawBook
    ) throws(PackError) -> (Version, [[Int32?]]) {
        var mapping = try PackMapping(node)
        let inForce = try InForce(&mapping)
        let basis = try mapping.optional("basis").map { node throws(PackError) in
            try Citation.list(node, laws: laws)
        }
        let text = try mapping.required("rows")
        var rows: [[Int32?]] = []
        for line in try text.text.split(whereSeparator: \.isNewline) {
            let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(Self.cell)
            guard cells.count == width, !cells.contains(where: { $0 == nil }) else {
                throw PackError(
                    .badValue(String(line), why: "每行应为 \(width) 个整数，中间用逗号隔开；没有的写 -"), at: text.place)
            }
            rows.append(cells.map { $0 ?? nil })
        }
        guard !rows.isEmpty else { throw PackError(.expected("至少一行", found: "空"), at: text.place) }
        try mapping.finish()
        return (Version(inForce: inForce, basis: basis ?? []), rows)
    }

    /// - Returns: `nil` for what is no cell; a cell of `-` is empty.
    private static func cell(_ text: Substring) -> Int32?? {
        let text = text.filter { $0 != " " }
        if text == "-" { return .some(nil) }
        guard let value = Int32(text), abs(Int(value)) <= FieldSchema.mostWhole else { return nil }
        return .some(value)
    }

    private static func cells(
        _ versions: [[[Int32?]]], _ inForce: [InForce], keys: Int, outputs: Int, at place: PackPlace
    ) throws(PackError) -> SheetCells {
        let rows = versions.flatMap(\.self)
        guard rows.count <= mostRows else {
            throw PackError(.badValue("\(rows.count) 行", why: "一张表最多 \(mostRows) 行"), at: place)
        }
        var axes: [SheetCells.Axis] = []
        var size = outputs
        for key in (0..<keys).reversed() {
            let values = rows.compactMap { $0[key] }
            guard values.count == rows.count, let least = values.min(), let most = values.max() else {
                throw PackError(.badValue("-", why: "键不能为空"), at: place)
            }
            axes.insert(SheetCells.Axis(least: least, most: most, stride: Int32(size)), at: 0)
            size *= Int(most) - Int(least) + 1
            guard size * versions.count <= mostCells else {
                let why = "各键从最小到最大的组合太多，各版本合计最多 \(mostCells) 格；请改用连续的编号"
                throw PackError(.badValue("\(size * versions.count) 格", why: why), at: place)
            }
        }
        let values = Lane<Int32>(count: size * versions.count, filledWith: Null.absent)
        for (version, rows) in versions.enumerated() {
            var seen = Set<Int>()
            for row in rows {
                let offset = zip(row, axes).reduce(0) {
                    $0 + Int(($1.0 ?? 0) - $1.1.least) * Int($1.1.stride)
                }
                guard seen.insert(offset).inserted else {
                    let written = row.prefix(keys).map { $0.map(String.init) ?? "-" }.joined(separator: ",")
                    throw PackError(.duplicate(kind: "表的行", id: written), at: place)
                }
                for output in 0..<outputs {
                    values.base[version * size + offset + output] = row[keys + output] ?? Null.absent
                }
            }
        }
        return SheetCells(axes: axes, cellsOfVersion: size, values: values, inForce: inForce)
    }
}
