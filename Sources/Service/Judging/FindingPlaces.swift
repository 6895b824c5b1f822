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

    private struct Key: Hashable {
        let register: String
        let record: String
    }

    private var places: [Key: Place] = [:]

    package init(of findings: [JudgedRecord], in bureau: Bureau, knownAt: Moment? = nil) throws {
        var unitOfCase: [String: String?] = [:]
        for finding in findings {
            let key = Key(register: finding.register, record: finding.record)
            guard places[key] == nil, let register = bureau.packs.registers[finding.register],
                let record = try bureau.record(register.id, finding.record, knownAt: knownAt)
            else { continue }
            var unit = register.unit(of: record)
            if unit == nil, let caseID = finding.caseID {
                if unitOfCase[caseID] == nil {
                    unitOfCase[caseID] = .some(try Self.unit(ofCase: caseID, in: bureau, knownAt: knownAt))
                }
                unit = unitOfCase[caseID] ?? nil
            }
            places[key] = Place(happenedAt: register.value(register.happened, of: record), unit: unit)
        }
    }

    package subscript(finding: JudgedRecord) -> Place {
        places[Key(register: finding.register, record: finding.record)] ?? Place(happenedAt: .null, unit: nil)
    }

    private static func unit(ofCase id: String, in bureau: Bureau, knownAt: Moment?) throws -> String? {
        guard let cases = bureau.packs.registers["case"],
            let record = try bureau.record("case", id, knownAt: knownAt)
        else { return nil }
        return cases.unit(of: record)
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
