package import Law
package import Pack
package import Registers

/// A figure of the yearly report as the pack defines it. A bureau adds one without touching Swift.
package struct Indicator: Sendable {
    /// `F01`
    package let id: String
    package let name: String
    package let unit: String
    /// What is counted and what is not, in plain Chinese, printed beside the figure.
    package let definition: String
    package let place: PackPlace
    private let scope: RecordScope
    let measure: Measure
    private let declarations: RegisterSet

    /// The register whose records are counted.
    package var register: RegisterDeclaration { scope.register }

    /// What computing it reads.
    package var needs: RecordNeeds {
        RecordNeeds([scope.needs, RecordNeeds(whole: Set([measure.path?.register].compactMap(\.self)))])
    }

    /// - Parameters:
    ///   - asOf: The day that "in force" looks at; the period's last day when `nil`.
    ///   - knownAt: Only what was known by then counts; `nil` means everything known now.
    /// - Throws: What the source throws.
    package func compute(
        _ period: ReportPeriod, source: any RecordSource, knownAt: Moment? = nil, asOf: Day? = nil
    ) throws -> Figure {
        compute(
            in: try RecordContext(
                reading: needs, from: source, declarations: declarations, period: period, asOf: asOf,
                knownAt: knownAt))
    }

    package func compute(in context: RecordContext) -> Figure {
        let selection = select(in: context)
        let (value, silent) = measure.take(of: selection.members, in: context.snapshot)
        let silentIDs = Set(silent.map(\.id))
        return Figure(
            id: id, name: name, value: value, unit: unit, definition: definition, period: context.period,
            asOf: context.asOf, knownAt: context.snapshot.knownAt, register: register.id,
            records: selection.members.map(\.id).filter { !silentIDs.contains($0) },
            undecided: selection.undecided.map(\.id) + silent.map(\.id))
    }

    /// The same figure by the values of a field, in the order of a code list, else the largest part first.
    ///
    /// The parts of a distinct count may add up to more than the whole: one officer may serve in two districts.
    ///
    /// - Throws: `IndicatorError.unknownField`, or what the source throws.
    package func breakdown(
        by field: String, period: ReportPeriod, source: any RecordSource, knownAt: Moment? = nil,
        asOf: Day? = nil
    ) throws -> [FigurePart] {
        guard let path = declarations.path(field, in: register) else {
            throw IndicatorError.unknownField(field, allowed: register.fields.map(\.id))
        }
        let needs = RecordNeeds([needs, RecordNeeds(whole: Set([path.register].compactMap(\.self)))])
        return parts(
            by: path,
            in: try RecordContext(
                reading: needs, from: source, declarations: declarations, period: period, asOf: asOf,
                knownAt: knownAt))
    }

    private func select(in context: RecordContext) -> RecordScope.Selection {
        scope.select(in: context, facts: FactAnswers(scope.facts, in: context))
    }

    private func parts(by path: FieldPath, in context: RecordContext) -> [FigurePart] {
        var groups: [Value: [Record]] = [:]
        for record in select(in: context).members {
            let keys = context.snapshot.value(path, of: record).elements
            for key in keys.isEmpty ? [.null] : keys { groups[key, default: []].append(record) }
        }
        let codes = declarations.field(path, in: register)?.type.codes ?? []
        func rank(_ key: Value) -> Int { codes.firstIndex { .text($0.id) == key } ?? codes.count }
        let parts = groups.map { key, records in
            FigurePart(
                key: key, label: codes.first { .text($0.id) == key }?.label ?? key.description,
                value: measure.take(of: records, in: context.snapshot).value, records: records.map(\.id))
        }
        return parts.sorted { (rank($0.key), $1.value, $0.label) < (rank($1.key), $0.value, $1.label) }
    }
}

/// What a user asked of an indicator that it cannot answer.
package enum IndicatorError: Error, Hashable, Sendable, CustomStringConvertible {
    case unknownField(String, allowed: [String])

    package var description: String {
        switch self {
        case .unknownField(let field, let allowed):
            "台账没有字段“\(field)”，不能按它分组；可用的字段：\(allowed.joined(separator: "、"))"
        }
    }
}

extension FieldType {
    /// The code list, empty for other types.
    fileprivate var codes: [Code] {
        guard case .code(let codes) = self else { return [] }
        return codes
    }
}

extension Indicator {
    /// Reads `indicators:` of a pack file.
    ///
    /// - Throws: What is wrong and where; an id that occurs twice in one file included.
    package static func list(_ root: PackNode, declarations: RegisterSet) throws(PackError) -> [Indicator] {
        var file = try PackMapping(root)
        var indicators: [Indicator] = []
        for element in try file.required("indicators").elements {
            let indicator = try Indicator(element, declarations: declarations)
            guard !indicators.contains(where: { $0.id == indicator.id }) else {
                throw PackError(.duplicate(kind: "指标", id: indicator.id), at: element.place)
            }
            indicators.append(indicator)
        }
        try file.finish()
        return indicators
    }

    init(_ node: PackNode, declarations: RegisterSet) throws(PackError) {
        var mapping = try PackMapping(node)
        id = try mapping.required("id").text
        name = try mapping.required("name").text
        unit = try mapping.required("unit").text
        definition = try mapping.required("definition").text
        place = node.place
        scope = try RecordScope(&mapping, declarations: declarations)
        measure = try Measure(try mapping.required("count"), in: scope.register, declarations: declarations)
        self.declarations = declarations
        try mapping.finish()
    }
}
