package import Law
import Pack
package import Registers

/// Which of a record's dates decides whether it belongs to a period.
enum Dating: Hashable, Sendable {
    /// The date of the happening lies in the period.
    case happened(FieldPath)
    /// It had happened by the day the question looks at: totals over the years.
    case asOfEnd(FieldPath)
    /// In force on the day the question looks at, the last day included; no last day: still in force.
    case inForce(from: FieldPath, until: FieldPath?)
    /// In force on at least one day of the period.
    case overlapping(from: FieldPath, until: FieldPath?)

    /// Whether a record belongs; `nil` when the deciding date is missing.
    func contains(_ record: Record, in context: RecordContext) -> Bool? {
        func day(_ path: FieldPath?) -> Day? { path.flatMap { context.snapshot.day($0, of: record) } }
        switch self {
        case .happened(let path):
            return day(path).map(context.period.contains)
        case .asOfEnd(let path):
            return day(path).map { $0 <= context.asOf }
        case .inForce(let from, let until):
            if let last = day(until), last < context.asOf { return false }
            return day(from).map { $0 <= context.asOf }
        case .overlapping(let from, let until):
            if let last = day(until), last < context.period.from { return false }
            return day(from).map { $0 <= context.period.until }
        }
    }

    var paths: [FieldPath] {
        switch self {
        case .happened(let path), .asOfEnd(let path): [path]
        case .inForce(let from, let until), .overlapping(let from, let until):
            [from] + (until.map { [$0] } ?? [])
        }
    }
}

/// What a question is asked of: the records, the period, and the day that "in force" looks at.
package struct RecordContext {
    package let snapshot: RecordSnapshot
    package let period: ReportPeriod
    /// The period's last day unless the question names another.
    package let asOf: Day

    private init(_ snapshot: RecordSnapshot, period: ReportPeriod, asOf: Day?) {
        self.snapshot = snapshot
        self.period = period
        self.asOf = asOf ?? period.until
    }

    /// Reads what questions need.
    ///
    /// - Parameters:
    ///   - asOf: The period's last day when `nil`.
    ///   - knownAt: Only what was known by then is read; `nil` means everything known now.
    /// - Throws: What the source throws.
    package init(
        reading needs: RecordNeeds, from source: any RecordSource, declarations: RegisterSet,
        period: ReportPeriod, asOf: Day? = nil, knownAt: Moment? = nil
    ) throws {
        let empty = RecordContext(RecordSnapshot(knownAt: knownAt), period: period, asOf: asOf)
        let snapshot = try RecordSnapshot(needs, from: source, declarations: declarations, in: empty)
        self.init(snapshot, period: period, asOf: asOf)
    }
}

/// The word of the pack files for each kind of dating.
enum DatingWord: String, CaseIterable {
    case happened
    case asOfEnd = "as-of-end"
    case inForce = "in-force"
    case overlapping
}

extension Dating {
    /// Reads `period:` with `date:` (for a happening) or `from:` and `until:` (for what is in force).
    init(
        _ mapping: inout PackMapping, in declaration: RegisterDeclaration, declarations: RegisterSet
    ) throws(PackError) {
        let word = try mapping.optional("period")?.wordOfDating ?? .happened
        switch word {
        case .happened, .asOfEnd:
            let written = try mapping.optional("date").pathIfAny(declarations, declaration)
            let path = written ?? declarations.path(declaration.happened, in: declaration) ?? .id
            self = word == .happened ? .happened(path) : .asOfEnd(path)
        case .inForce, .overlapping:
            let from = try declarations.path(try mapping.required("from"), in: declaration)
            let until = try mapping.optional("until").pathIfAny(declarations, declaration)
            self =
                word == .inForce ? .inForce(from: from, until: until) : .overlapping(from: from, until: until)
        }
    }
}

extension PackNode {
    fileprivate var wordOfDating: DatingWord {
        get throws(PackError) { try word(of: DatingWord.self) }
    }
}

extension PackNode? {
    /// The path a node names, or `nil` where the key was left out.
    func pathIfAny(
        _ declarations: RegisterSet, _ declaration: RegisterDeclaration
    ) throws(PackError) -> FieldPath? {
        guard let node = self else { return nil }
        return try declarations.path(node, in: declaration)
    }
}
