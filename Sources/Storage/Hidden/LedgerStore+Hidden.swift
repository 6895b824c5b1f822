package import Ledger
import Law
package import Registers

/// What has become of a hidden group of a record.
package enum HiddenState: Hashable, Sendable {
    /// Its fields, by id.
    case open(JSONValue)
    /// - Parameter seq: The entry that records it.
    case erased(seq: Int)
    case sealed
    /// The envelope is not there, though nobody has erased it: lost, or taken away.
    case missing

    /// What stands in the cells instead of the values.
    package var mark: String? {
        switch self {
        case .open: nil
        case .erased(let seq): HiddenMark.erased(seq: seq)
        case .sealed: HiddenMark.sealed
        case .missing: HiddenMark.missing
        }
    }
}

extension LedgerStore {
    /// The hidden groups of a version of a record, by id; a group of which nothing was filed is not among them.
    ///
    /// - Throws: `HiddenError` when an envelope is there and does not open.
    package func hiddenGroups(of record: Registers.Record) throws -> [String: HiddenState] {
        guard let seq = record.seq, try !table(record.register).declaration.hidesNothing else { return [:] }
        var states: [String: HiddenState] = [:]
        for commitment in try entry(seq).commitments {
            states[commitment.group] = try state(
                of: PrivateContent.Owner(
                    register: record.register, record: record.id, group: commitment.group),
                commitment.hmac)
        }
        return states
    }

    /// What pages show for the hidden groups of a version of a record: nothing is opened.
    package func hiddenMarks(of record: Registers.Record) throws -> [String: String] {
        guard let seq = record.seq else { return [:] }
        var marks: [String: String] = [:]
        for group in try entry(seq).commitments.map(\.group) {
            let owner = PrivateContent.Owner(register: record.register, record: record.id, group: group)
            guard group != HiddenGroup.sealed else {
                marks[group] = HiddenMark.sealed
                continue
            }
            marks[group] = try erasure(of: owner)?.seq.map(HiddenMark.erased) ?? HiddenMark.notShown
        }
        return marks
    }

    private func state(of owner: PrivateContent.Owner, _ commitment: Digest) throws -> HiddenState {
        if owner.group == HiddenGroup.sealed { return .sealed }
        if let seq = try erasure(of: owner)?.seq { return .erased(seq: seq) }
        guard let content = try hidden.content(of: owner, commitment) else { return .missing }
        do { return .open(try content.fields.value()) } catch { throw HiddenError.envelopeDamaged(owner) }
    }

    /// A record with its private fields filled in, and marks where they cannot be.
    package func revealed(_ record: Registers.Record) throws -> Registers.Record {
        let table = try table(record.register)
        let states = try hiddenGroups(of: record)
        var values = record.values
        for group in table.privateGroups + [table.sealedGroup].compactMap(\.self) {
            guard let state = states[group.id] else { continue }
            for position in group.positions {
                let field = table.declaration.fields[position]
                if case .open(let fields) = state {
                    values[position] = fields[field.id].flatMap { Value($0, as: field) } ?? .null
                } else if let mark = state.mark {
                    values[position] = field.isList ? .list([.text(mark)]) : .text(mark)
                }
            }
        }
        return Registers.Record(
            register: record.register, id: record.id, revision: record.revision, knownAt: record.knownAt,
            seq: record.seq, values: values)
    }

    /// How a file that was imported is known again: by its digest, or by one that betrays nothing of private fields.
    ///
    /// - Returns: `nil` for a register that seals: whoever knows the rest could try every filer.
    package func importDigest(_ digest: Digest, of register: String) throws -> Digest? {
        let declaration = try table(register).declaration
        if declaration.hidesNothing { return digest }
        return declaration.sealing == nil ? try hidden.envelopeKey().masked(digest) : nil
    }
}
