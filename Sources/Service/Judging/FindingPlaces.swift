package import Law
import Registers
import Storage
package import Supervision

/// When the judged thing happened and in which unit: read once for a list of findings.
package struct FindingPlaces: Sendable {
    package struct Place: Hashable, Sendable {
        package let happened: Day?
        /// The id of the unit; that of the case where the record names none.
        package let unit: String?
    }

    private struct Key: Hashable {
        let register: String
        let record: String
    }

    private var places: [Key: Place] = [:]

    package init(of findings: [JudgedRecord], in bureau: Bureau) throws {
        var unitOfCase: [String: String?] = [:]
        for finding in findings {
            let key = Key(register: finding.register, record: finding.record)
            guard places[key] == nil, let register = bureau.packs.registers[finding.register],
                let record = try bureau.store.record(register.id, finding.record)
            else { continue }
            var unit = register.value("unit", of: record).id
            if unit == nil, let caseID = finding.caseID {
                if unitOfCase[caseID] == nil {
                    unitOfCase[caseID] = .some(try Self.unit(ofCase: caseID, in: bureau))
                }
                unit = unitOfCase[caseID] ?? nil
            }
            places[key] = Place(happened: register.value(register.happened, of: record).day, unit: unit)
        }
    }

    package subscript(finding: JudgedRecord) -> Place {
        places[Key(register: finding.register, record: finding.record)] ?? Place(happened: nil, unit: nil)
    }

    private static func unit(ofCase id: String, in bureau: Bureau) throws -> String? {
        guard let cases = bureau.packs.registers["case"], let record = try bureau.store.record("case", id)
        else {
            return nil
        }
        return cases.value("unit", of: record).id
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
