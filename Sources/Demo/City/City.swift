import Law

/// The invented bureau: 云栖市公安局, its units and the badges of its officers. No such city exists.
struct City: Sendable {
    let units: [Unit]
    /// Units that handle cases, stations first.
    let caseUnits: [Unit]
    let stations: [Unit]
    /// 法制大队: reviews and hears what others investigated.
    let legal: Unit
    /// Where every suspect brought in is taken.
    let venue = "\(City.bureau)执法办案中心"

    static let bureau = "云栖市公安局"
    /// Before the first record, so that units and officers stand on every day of the two years.
    static let founded = Day(number: 17_897)  // 2019-01-01

    struct Unit: Hashable, Sendable {
        let name: String
        let kind: Kind
        /// Sworn officers with a certificate.
        let police: [String]
        let auxiliaries: [String]
        /// Keeps the unit's exhibits and investigates nothing.
        let custodian: String

        var handlesCases: Bool { kind == .station || kind == .caseUnit }
    }

    enum Kind: String, Sendable {
        case station
        case caseUnit = "case-unit"
        case legal, inspection, political, office, command
    }

    /// - Parameter cases: How many cases the officers share: nobody has two in the same days.
    init(cases: Int) {
        var badges = Badges()
        // Four days of cases or more between two cases of the same two officers.
        let (stationPairs, brigadePairs) = (4 + cases / 1000, 8 + cases / 130)
        let stations = Self.numerals.prefix(8).map {
            badges.staff("\(City.bureau)示例\($0)派出所", .station, police: 2 * stationPairs, auxiliaries: 2)
        }
        let brigades = ["治安管理大队", "出入境管理大队", "交通警察大队"].map {
            badges.staff(City.bureau + $0, .caseUnit, police: 2 * brigadePairs, auxiliaries: 2)
        }
        legal = badges.staff("\(City.bureau)法制大队", .legal, police: 8, auxiliaries: 0)
        let others: [(String, Kind)] = [
            ("督察大队", .inspection), ("政工室", .political), ("办公室", .office), ("", .command),
        ]
        self.stations = stations
        caseUnits = stations + brigades
        units =
            caseUnits + [legal]
            + others.map { badges.staff(City.bureau + $0.0, $0.1, police: 4, auxiliaries: 0) }
    }

    /// The unit and the two officers who take the n-th case; the same two come again only days later.
    func handlers(ofCase index: Int, _ shape: CaseShape) -> (unit: Unit, pair: [String]) {
        let isStation = shape.atStation && shape.category == .security
        let unit = isStation ? stations[index % stations.count] : brigade(for: shape.category)
        let turn = isStation ? index / stations.count : index
        let pair = turn % (unit.police.count / 2)
        return (unit, Array(unit.police[2 * pair...2 * pair + 1]))
    }

    private func brigade(for category: CaseDraft.Category) -> Unit {
        let brigades = caseUnits.suffix(3)
        switch category {
        case .security, .fire: return brigades[brigades.startIndex]
        case .exitEntry: return brigades[brigades.startIndex + 1]
        case .traffic: return brigades[brigades.startIndex + 2]
        }
    }

    /// Reviewers with the qualification, and one who still lacks it: 法制大队's fifth badge.
    var reviewers: [String] { Array(legal.police.prefix(4)) }
    var unqualifiedReviewer: String { legal.police[4] }
    /// Joined the office and holds no certificate yet: 办公室's last badge.
    var uncertified: String { units.first { $0.kind == .office }?.police.last ?? legal.police[5] }
    /// Of the command: handles and reviews no case.
    var leader: String { units.first { $0.kind == .command }?.police.first ?? legal.police[6] }
    var hearingChairs: [String] { Array(legal.police.suffix(3)) }

    private static let numerals = ["一", "二", "三", "四", "五", "六", "七", "八"]

    /// Hands out badge numbers in order: DY0001, DY0002, …
    private struct Badges {
        var last = 0

        mutating func staff(_ name: String, _ kind: Kind, police: Int, auxiliaries: Int) -> Unit {
            let sworn = next(police)
            let assistants = next(auxiliaries)
            return Unit(
                name: name, kind: kind, police: sworn, auxiliaries: assistants, custodian: next(1)[0])
        }

        private mutating func next(_ count: Int) -> [String] {
            (0..<count).map { _ in
                last += 1
                let digits = String(last)
                return "DY" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
            }
        }
    }
}
