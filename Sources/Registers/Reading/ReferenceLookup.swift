import Law

/// What a text that should name a record of another register leads to.
package enum ReferenceAnswer: Hashable, Sendable {
    case record(id: String)
    case none
    case several(ids: [String])
}

/// Finds the record that a sheet names by its id or by its natural key.
package typealias ReferenceLookup = (_ register: String, _ text: String) -> ReferenceAnswer

/// A lookup over records held in memory.
package struct ReferenceIndex: Sendable {
    private var ids: [String: Set<String>] = [:]
    /// By register, then by natural key as `RecordIdentity.lookupKey` writes it.
    private var keys: [String: [String: [String]]] = [:]

    package init() {}

    /// Indexes all records of the registers that fields of `declaration` refer to.
    package init(
        for declaration: RegisterDeclaration, in registers: RegisterSet, from source: some RecordSource
    ) throws {
        for target in declaration.referencedRegisters {
            guard let register = registers[target] else { continue }
            for record in try source.records(of: target, knownAt: nil) { add(record, of: register) }
        }
    }

    package mutating func add(_ record: Record, of register: RegisterDeclaration) {
        guard ids[register.id, default: []].insert(record.id).inserted else { return }
        let key = RecordIdentity.lookupKey(register.key.map { register.text(of: record, $0) })
        keys[register.id, default: [:]][key, default: []].append(record.id)
    }

    package func answer(_ register: String, _ text: String) -> ReferenceAnswer {
        if ids[register]?.contains(text) == true { return .record(id: text) }
        let found = keys[register]?[RecordIdentity.lookupKey([text])] ?? []
        return found.count > 1 ? .several(ids: found) : found.first.map { .record(id: $0) } ?? .none
    }
}

extension RegisterDeclaration {
    /// The registers its fields refer to, itself among them if it refers to its own records.
    package var referencedRegisters: Set<String> {
        Set(
            fields.compactMap { field in
                guard case .reference(let register) = field.type else { return nil }
                return register
            })
    }
}
