import Pack

/// Facts that a decision table gives.
extension Binder {
    mutating func tabled(
        _ use: TableUse, in table: Int, below: Int
    ) throws(PackError) -> Derivation.Making {
        var inputs: [Binding] = []
        for (input, name) in zip(use.table.inputs, use.inputs) {
            let binding = try bind(name, in: table, below: below)
            try check(binding, as: input, at: name.place)
            inputs.append(binding)
        }
        var at: Binding?
        if let name = use.at {
            let binding = try bind(name, in: table, below: below)
            guard binding.kind == .moment || binding.kind == .day, !binding.isList else {
                let found = binding.kind.valueType(isList: binding.isList)
                throw PackError(.expected("时间或日期", found: "“\(name.name)”（\(found)）"), at: name.place)
            }
            at = binding
        }
        // The words a column of the table may hold keep their codes in every set of records.
        for version in use.table.versions {
            for row in version.rows {
                if case .text(let word) = row.outputs[use.output].evaluate({ _ in .null }) {
                    _ = layout.vocabulary.code(of: word)
                }
            }
        }
        if case .text(let word)? = use.table.outputs[use.output].otherwise?.evaluate({ _ in .null }) {
            _ = layout.vocabulary.code(of: word)
        }
        return .table(use, inputs: inputs, at: at)
    }

    private func check(
        _ binding: Binding, as input: DecisionTable.Input, at place: PackPlace
    ) throws(PackError) {
        let found = binding.kind.valueType(isList: binding.isList)
        let wanted = input.type.valueType
        let fits =
            switch (wanted, found) {
            case (.code(let wanted)?, .code(let words)): words.allSatisfy(wanted.contains)
            case (.text?, .code), (.code?, .text): true
            default: wanted == found
            }
        guard !fits else { return }
        guard case .code(let wanted)? = wanted, case .code(let words) = found else {
            let shown = wanted?.description ?? "写明的类型"
            throw PackError(.expected(shown, found: "“\(binding.name)”（\(found)）"), at: place)
        }
        let strange = words.filter { !wanted.contains($0) }.joined(separator: "、")
        throw PackError(.badValue(binding.name, why: "可能是 \(strange)，决策表的输入没有这些代码"), at: place)
    }
}
