import Law
import Pack
import Registers

/// Which records a figure counts or a claim speaks about: a register, a condition, and the date that decides.
struct RecordScope: Sendable {
    let register: RegisterDeclaration
    let dating: Dating
    let condition: Condition?
    let window: YearWindow?
    let facts: [ExistsFact]

    /// The records that belong, and those of which the register does not say enough to tell.
    struct Selection {
        var members: [Record] = []
        var undecided: [Record] = []
    }

    /// Reads `of`, `where`, `facts`, `period` with its dates, and `window`.
    init(_ mapping: inout PackMapping, declarations: RegisterSet) throws(PackError) {
        let register = try declarations.declaration(try mapping.required("of"))
        self.register = register
        facts = try ExistsFact.list(mapping.optional("facts"), this: register, declarations: declarations)
        condition = try mapping.optional("where").conditionIfAny(
            in: register, declarations: declarations, facts: facts.map(\.name))
        dating = try Dating(&mapping, in: register, declarations: declarations)
        if let node = mapping.optional("window") { window = try YearWindow(node) } else { window = nil }
    }

    /// - Parameter facts: The answers to `self.facts` over the same context.
    func select(in context: RecordContext, facts answers: FactAnswers) -> Selection {
        var selection = Selection()
        for record in context.snapshot.records(of: register.id) {
            let dated = isDated(record, in: context)
            if dated == false { continue }
            let holds =
                condition.map { $0.holds(of: record, in: context) { answers.answer($0, of: record) } } ?? true
            if holds == false { continue }
            if dated == true, holds == true {
                selection.members.append(record)
            } else {
                selection.undecided.append(record)
            }
        }
        return selection
    }

    private func isDated(_ record: Record, in context: RecordContext) -> Bool? {
        guard let dated = dating.contains(record, in: context), dated else {
            return dating.contains(record, in: context)
        }
        guard let window, case .happened(let path) = dating else { return true }
        return context.snapshot.day(path, of: record).map(window.contains)
    }

    /// Whether `select` could take a record, as far as the record alone tells.
    func maySelect(_ record: Record, in context: RecordContext) -> Bool {
        if dating.paths.allSatisfy({ $0.register == nil }), dating.contains(record, in: context) == false {
            return false
        }
        guard let condition, condition.readsOneRecord else { return true }
        return condition.holds(of: record, in: context) != false
    }

    /// What answering reads.
    var needs: RecordNeeds {
        var whole = condition?.registers ?? []
        whole.formUnion(dating.paths.compactMap(\.register))
        for fact in facts { whole.formUnion(fact.registers) }
        return RecordNeeds(whole: whole, scopes: [self])
    }
}

/// The same days of every year, such as the week of the constitution, 1 to 7 December; both ends included.
struct YearWindow: Hashable, Sendable {
    /// Month times a hundred plus day.
    private let days: ClosedRange<Int>

    /// Reads `12-01..12-07`.
    init(_ node: PackNode) throws(PackError) {
        let text = try node.text
        // 2024 is a leap year, so that 02-29 can be written.
        guard text.utf8.count == 12, text.dropFirst(5).hasPrefix(".."),
            let from = Day("2024-" + text.prefix(5)), let until = Day("2024-" + text.suffix(5)), from <= until
        else {
            throw PackError(.badValue(text, why: "应写成 12-01..12-07，且不跨年"), at: node.place)
        }
        days = Self.ordinal(from)...Self.ordinal(until)
    }

    func contains(_ day: Day) -> Bool { days.contains(Self.ordinal(day)) }

    private static func ordinal(_ day: Day) -> Int {
        let (_, month, day) = day.components
        return month * 100 + day
    }
}
