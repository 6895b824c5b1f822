package import Pack

extension DecisionTable {
    /// Refuses what could go wrong when the table is used: a cell that could never hold or is no constant, two rows
    /// that apply together where the hit policy forbids it, inputs for which no row says anything.
    package func check() throws(PackError) {
        for version in versions {
            for row in version.rows { try checkCells(of: row) }
            try checkCoverage(of: version)
        }
        try checkOutputs()
    }

    private func checkCells(of row: Row) throws(PackError) {
        for (input, tests) in zip(inputs, row.tests) {
            guard tests.names.isEmpty else { throw notConstant(tests.names[0], at: row.place) }
            do throws(SFEELError) {
                if let type = input.type.valueType { try tests.check(input: type, in: [:]) }
            } catch {
                throw PackError(.badValue("\(input.label)一格", why: "\(error)"), at: row.place)
            }
        }
        for (output, cell) in zip(outputs, row.outputs) { try check(cell, of: output, at: row.place) }
    }

    private func check(_ cell: Expression, of output: Output, at place: PackPlace) throws(PackError) {
        guard cell.names.isEmpty else { throw notConstant(cell.names[0], at: place) }
        let value = cell.evaluate { _ in .null }
        guard let wanted = output.type.valueType, let found = value.type else { return }
        guard wanted.equates(with: found) else {
            throw PackError(
                .badValue("\(output.label)一格", why: "此处应为\(wanted)，却是\(found)"), at: place)
        }
        if case .code(let words) = wanted, case .text(let word) = value, !words.contains(word) {
            throw PackError(.notAllowed(word, allowed: words), at: place)
        }
    }

    private func notConstant(_ name: String, at place: PackPlace) -> PackError {
        PackError(.badValue(name, why: "格子里只写常数；要用别的记录内容，请加一列输入（文字要加双引号）"), at: place)
    }

    private func checkOutputs() throws(PackError) {
        for output in outputs {
            if let otherwise = output.otherwise { try check(otherwise, of: output, at: place) }
        }
        let count = outputs.count { $0.otherwise != nil }
        guard count == 0 || count == outputs.count else {
            throw PackError(.badValue(id, why: "otherwise 要么每项输出都写，要么都不写"), at: place)
        }
        if hitPolicy == .priority || hitPolicy == .outputOrder, outputs.allSatisfy(\.values.isEmpty) {
            throw PackError(
                .badValue(hitPolicy.letter, why: "\(hitPolicy.chinese)要按输出值的先后选择，请写 values 或 priority"),
                at: place)
        }
        if case .collect(_?) = hitPolicy, outputs.count > 1 {
            throw PackError(.badValue(hitPolicy.letter, why: "汇总只用于一项输出"), at: place)
        }
    }

    private func checkCoverage(of version: Version) throws(PackError) {
        guard hitPolicy.isSingle else { return }
        let at = version.rows.first?.place ?? place
        guard let corners = TableSpace(self, version)?.corners() else {
            throw PackError(.badValue(id, why: "无法核对重叠与空档：请给每项输入写明类型，并把表拆小"), at: at)
        }
        for corner in corners {
            let shown = zip(inputs, corner.inputs).map { "\($0.label)＝\($1)" }.joined(separator: "，")
            if corner.rows.isEmpty, outputs.allSatisfy({ $0.otherwise == nil }) {
                throw PackError(.badValue(id, why: "表有空档：\(shown) 时没有一行适用；请补一行，或写 otherwise"), at: at)
            }
            guard corner.rows.count > 1, let clash = clash(corner.rows, in: version) else { continue }
            let rows = clash.map { "第\($0 + 1)行" }.joined(separator: "与")
            let why =
                hitPolicy == .unique ? "\(hitPolicy.chinese)的表只许一行适用" : "\(hitPolicy.chinese)的表同时适用的行结果应相同"
            throw PackError(
                .badValue(id, why: "\(rows)在 \(shown) 时同时适用；\(why)"), at: version.rows[clash[1]].place)
        }
    }

    /// Two rows of those that apply together, that must not; `nil` when they may.
    private func clash(_ rows: [Int], in version: Version) -> [Int]? {
        switch hitPolicy {
        case .unique: return Array(rows.prefix(2))
        case .any:
            let first = version.rows[rows[0]].outputs.map { $0.evaluate { _ in .null } }
            let other = rows.first { version.rows[$0].outputs.map { $0.evaluate { _ in .null } } != first }
            return other.map { [rows[0], $0] }
        case .priority, .first, .collect, .ruleOrder, .outputOrder: return nil
        }
    }
}
