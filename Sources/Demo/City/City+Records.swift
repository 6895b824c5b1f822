import Law
import Registers

extension City {
    /// The unit and officer registers.
    func records(_ writer: RecordWriter) -> [Record] {
        let known = Moment(Self.founded, hour: 9)
        var records: [Record] = []
        for unit in units {
            records.append(
                writer.record(
                    "unit", knownAt: known,
                    [
                        "name": .text(unit.name), "kind": .of(unit.kind),
                        "handlesCases": .boolean(unit.handlesCases), "from": .day(Self.founded),
                    ]))
        }
        for unit in units {
            for badge in unit.police + [unit.custodian] {
                records.append(officer(badge, "police", of: unit, knownAt: known, writer))
            }
            for badge in unit.auxiliaries {
                records.append(officer(badge, "auxiliary", of: unit, knownAt: known, writer))
            }
        }
        return records
    }

    /// After 2020-08-06, from when a first review needs the qualification.
    private static let firstReviewLately = founded.adding(days: 1400)

    /// After the last record.
    private static let certifiedLater = DemoYear.until.adding(days: 60)

    private func officer(
        _ badge: String, _ kind: String, of unit: Unit, knownAt: Moment, _ writer: RecordWriter
    ) -> Record {
        let isSworn = kind == "police"
        let reviews = isSworn && unit.kind == .legal
        let started =
            badge == unqualifiedReviewer || badge == reviewers.last ? Self.firstReviewLately : Self.founded
        return writer.record(
            "officer", knownAt: knownAt,
            [
                "badge": .text(badge), "unit": .text(unit.name), "kind": .text(kind),
                "joinedOn": .day(Self.founded),
                "certifiedFrom": isSworn
                    ? .day(badge == uncertified ? Self.certifiedLater : Self.founded) : .null,
                "certifiedUntil": isSworn ? .of(Day(year: 2035, month: 12, day: 31)) : .null,
                // 行政处罚法 第58条第2款: who first reviews needs the legal qualification.
                "legalQualifiedOn": reviews && badge != unqualifiedReviewer ? .day(Self.founded) : .null,
                "firstReviewedOn": reviews ? .day(started.adding(days: 30)) : .null,
            ])
    }
}
