import Law
import Registers

/// A record of a duty outside cases, while it is being made.
struct DutyDraft: Sendable {
    let register: String
    /// The day the times of the record are counted from.
    let start: Day
    private var fields: [String: Value]

    init(_ register: String, from start: Day, _ fields: [String: Value]) {
        self.register = register
        self.start = start
        self.fields = fields
    }

    subscript(_ field: String) -> Value {
        get { fields[field] ?? .null }
        set { fields[field] = newValue }
    }

    /// So many days after the start.
    func day(_ number: Int) -> Value { .day(start.adding(days: number)) }

    func record(_ writer: RecordWriter, knownOn day: Day) -> Record {
        writer.record(register, knownAt: Moment(day, hour: 10), named: fields)
    }
}

/// What is wrong with one record of a duty, and the rules that find it.
struct DutyFault: Sendable {
    let rules: [String]
    /// Rules that can no longer tell.
    let hidden: [String]
    let change: @Sendable (inout DutyDraft) -> Void

    init(
        _ rules: [String], hiding hidden: [String] = [],
        _ change: @escaping @Sendable (inout DutyDraft) -> Void
    ) {
        self.rules = rules
        self.hidden = hidden
        self.change = change
    }

    func key(_ record: Record) -> [KeyLine] {
        rules.map { KeyLine(rule: $0, register: record.register, record: record.id, answer: .broken) }
            + hidden.map {
                KeyLine(rule: $0, register: record.register, record: record.id, answer: .cannotTell)
            }
    }
}

extension BureauYear {
    /// Files a record some days after its start, with its fault if it has one.
    mutating func file(_ draft: DutyDraft, after days: Int, fault: DutyFault? = nil) {
        var draft = draft
        fault?.change(&draft)
        let record = draft.record(writer, knownOn: min(draft.start.adding(days: days), last))
        records.append(record)
        key += fault?.key(record) ?? []
    }
}
