import Law
import Registers
import Storage
import Supervision

/// One penalty decision with the record that discretion is judged by.
struct PenaltyDecision: Sendable {
    let id: String
    let caseID: String
    let unit: String
    let facts: DecisionFacts
}

/// Reads penalty decisions out of the registers: the event, its case, and what its references look up.
///
/// A party is looked up for the age band of this one decision; nothing is joined across cases.
struct DecisionReader {
    private let packs: BureauPacks
    private let source: any RecordSource
    private let knownAt: Moment?
    private let event: RegisterDeclaration
    private let cases: RegisterDeclaration

    init(_ packs: BureauPacks, source: some RecordSource, knownAt: Moment?) throws {
        self.packs = packs
        self.source = source
        self.knownAt = knownAt
        event = try packs.register(Schema.eventRegister)
        cases = try packs.register(Schema.caseRegister)
    }

    /// In the order of their ids.
    ///
    /// - Parameter caseID: Those of one case; `nil`: all.
    func decisions(ofCase caseID: String? = nil) throws -> [PenaltyDecision] {
        guard let kind = event.position(of: Schema.kindField),
            let owner = event.position(of: Schema.caseField)
        else { return [] }
        let events = try events(kind: kind, owner: owner, ofCase: caseID)
        let owners = Set(events.compactMap { Self.text($0.values[owner]) })
        let ofCases = try records(of: cases, ids: owners)
        let related = try related(of: events)
        let unit = cases.position(of: "unit")
        return events.compactMap { event in
            guard let id = Self.text(event.values[owner]) else { return nil }
            let ofCase = ofCases[id]
            let values = values(event, ofCase, related)
            return PenaltyDecision(
                id: event.id, caseID: id,
                unit: unit.flatMap { place in ofCase.flatMap { Self.text($0.values[place]) } } ?? "（未登记）",
                facts: DecisionFacts { values[$0] ?? .null })
        }
    }

    private func events(kind: Int, owner: Int, ofCase caseID: String?) throws -> [Record] {
        let word = Value.text(DecisionNames.decision.kind ?? "")
        if let store = source as? LedgerStore {
            // The index finds them without reading every step of every case.
            var filters = [RecordQuery.Filter(Schema.kindField, .equals, word)]
            if let caseID { filters.append(.init(Schema.caseField, .equals, .text(caseID))) }
            let query = RecordQuery(
                register: event.id, filters: filters, limit: Int.max, knownAt: knownAt)
            return try store.page(query).sorted { $0.id < $1.id }
        }
        var events: [Record] = []
        try source.eachRecord(of: event.id, reading: nil, knownAt: knownAt) { record in
            guard record.values[kind] == word else { return }
            guard caseID == nil || record.values[owner] == caseID.map(Value.text) else { return }
            events.append(record)
        }
        return events
    }

    private func values(
        _ record: Record, _ ofCase: Record?, _ related: [String: [String: Record]]
    ) -> [String: Value] {
        var values: [String: Value] = [:]
        for (field, value) in zip(event.fields, record.values) { values[field.id] = value }
        if let ofCase {
            for (field, value) in zip(cases.fields, ofCase.values) { values["case." + field.id] = value }
        }
        for (name, lookup) in packs.rules.pack.benchmarks.names.lookups {
            guard let id = values[lookup.via].flatMap(Self.text), let found = related[lookup.register]?[id],
                let place = packs.registers[lookup.register]?.position(of: lookup.field)
            else { continue }
            values[name] = found.values[place]
        }
        return values
    }

    /// The records that the decisions' references name, by register and id.
    private func related(of events: [Record]) throws -> [String: [String: Record]] {
        var wanted: [String: Set<String>] = [:]
        for lookup in packs.rules.pack.benchmarks.names.lookups.values {
            guard let place = event.position(of: lookup.via) else { continue }
            wanted[lookup.register, default: []].formUnion(events.compactMap { Self.text($0.values[place]) })
        }
        var found: [String: [String: Record]] = [:]
        for (id, ids) in wanted {
            guard let register = packs.registers[id], !ids.isEmpty else { continue }
            found[id] = try records(of: register, ids: ids)
        }
        return found
    }

    private func records(of register: RegisterDeclaration, ids: Set<String>) throws -> [String: Record] {
        var found: [String: Record] = [:]
        if let store = source as? LedgerStore {
            try store.eachRecord(of: register.id, ids: ids, reading: nil, knownAt: knownAt) {
                found[$0.id] = $0
            }
            return found
        }
        try source.eachRecord(of: register.id, reading: nil, knownAt: knownAt) { record in
            if ids.contains(record.id) { found[record.id] = record }
        }
        return found
    }

    private static func text(_ value: Value) -> String? {
        if case .text(let text) = value { text } else { nil }
    }
}
