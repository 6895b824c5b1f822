package import Law
import Registers
import Storage
package import Supervision

/// When the judged thing happened and in which unit: read once for a list of findings.
package struct FindingPlaces: Sendable {
    package struct Place: Hashable, Sendable {
        /// A day or a moment; `null` when the record does not say.
        package let happenedAt: Value
        /// The id of the unit; that of the case where the record names none.
        package let unit: String?

        package var happened: Day? { happenedAt.day }
    }

    /// By register, then by record.
    private var places: [String: [String: Place]] = [:]

    package init(of findings: [JudgedRecord], in bureau: Bureau, knownAt: Moment? = nil) throws {
        var wanted: [String: Set<String>] = [:]
        for finding in findings { wanted[finding.register, default: []].insert(finding.record) }
        for (register, ids) in wanted {
            places[register] = try Self.places(of: ids, in: register, of: bureau, knownAt: knownAt)
        }
        let cases = Set(findings.filter { self[$0].unit == nil }.compactMap(\.caseID))
        guard !cases.isEmpty else { return }
        let owners = try Self.places(of: cases, in: Schema.caseRegister, of: bureau, knownAt: knownAt)
        for finding in findings {
            guard let place = places[finding.register]?[finding.record], place.unit == nil,
                let unit = finding.caseID.flatMap({ owners[$0]?.unit })
            else { continue }
            places[finding.register]?[finding.record] = Place(happenedAt: place.happenedAt, unit: unit)
        }
    }

    /// In the order of the ids, which is nearly that of the index: the disk is read once.
    private static func places(
        of ids: Set<String>, in id: String, of bureau: Bureau, knownAt: Moment?
    ) throws -> [String: Place] {
        guard let register = bureau.packs.registers[id] else { return [:] }
        let fields = [register.happened, register.unitField?.id].compactMap { $0 }
            .compactMap(register.position(of:))
        var places: [String: Place] = [:]
        try bureau.store.eachRecord(
            of: id, ids: ids.sorted(), reading: Set(fields), knownAt: knownAt
        ) { record in
            places[record.id] = Place(
                happenedAt: register.value(register.happened, of: record), unit: register.unit(of: record))
        }
        return places
    }

    package subscript(finding: JudgedRecord) -> Place {
        places[finding.register]?[finding.record] ?? Place(happenedAt: .null, unit: nil)
    }
}

extension Value {
    /// The id that a reference holds.
    var id: String? {
        guard case .text(let id) = self else { return nil }
        return id
    }

    /// The day of a day or moment.
    var day: Day? {
        switch self {
        case .day(let day): day
        case .moment(let moment): moment.day
        default: nil
        }
    }
}
