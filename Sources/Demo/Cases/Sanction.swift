import Law

/// Which law the acts and steps of a case fall under: 治安管理处罚法 was replaced on 2026-01-01.
enum Era: Int, Sendable, CaseIterable {
    /// The act and every step before 2026-01-01.
    case before
    /// Some steps before, some after: made to satisfy both laws.
    case straddling
    /// The act and every step from 2026-01-01 on.
    case after

    static let newLaw = Day(number: 20_454)  // 2026-01-01
}

/// An outcome inside the statutory frame of an act: kinds, amounts, the frame and its tier.
struct Sanction: Sendable {
    /// The act as the case's title names it.
    let act: String
    let frame: String?
    let tier: String?
    let kinds: [Penalty]
    /// Yuan; both ends are lawful.
    var fine: ClosedRange<Int>?
    var days: ClosedRange<Int>?

    var detains: Bool { days != nil }

    /// What the office chooses among for a case of that time.
    static func all(_ era: Era) -> [Sanction] {
        switch era {
        case .before: before
        case .straddling: inBothFrames
        case .after: after
        }
    }

    /// 治安管理处罚法(2012) 第23、26、43、49、70条.
    private static let before = [
        fine("扰乱公共场所秩序", "disorder-unit-public-transport", "basic", 50...200),
        fine("赌博", "gambling", "basic", 100...500),
        fine("殴打他人（情节较轻）", "assault", "lighter", 100...500),
        detention("盗窃", "theft-fraud-etc", "basic", 5...10),
        both("殴打他人", "assault", "basic", 5...10, 200...500),
        both("赌博（情节严重）", "gambling", "graver", 10...15, 500...1999),
    ]

    /// Lawful under the frames of both versions, whichever a reader holds to be the lighter.
    private static let inBothFrames = [
        fine("赌博", "gambling", "basic", 100...500),
        fine("殴打他人（情节较轻）", "assault", "lighter", 100...500),
        detention("盗窃", "theft-fraud-etc", "basic", 5...10),
    ]

    /// 治安管理处罚法(2025) 第26、51、58、82条.
    private static let after = [
        fine("扰乱公共场所秩序", "disorder-unit-public-transport", "basic", 50...500),
        fine("赌博", "gambling", "basic", 100...1000),
        fine("盗窃", "theft-fraud-etc", "basic", 200...2000),
        detention("盗窃", "theft-fraud-etc", "basic", 5...10),
        both("殴打他人", "assault", "basic", 5...10, 500...1000),
        both("赌博（情节严重）", "gambling", "graver", 10...15, 1000...3999),
        both("盗窃（情节较重）", "theft-fraud-etc", "graver", 10...15, 500...3000),
    ]

    static let warning = Sanction(
        act: "扰乱公共场所秩序", frame: "disorder-unit-public-transport", tier: "basic", kinds: [.warning])

    /// 赌博 (情节严重), in the part of the frame where a hearing must be offered.
    static func hearable(_ era: Era) -> Sanction {
        let fine =
            switch era {
            case .before: 2000...3000
            case .straddling: 2000...3000
            case .after: 4000...5000
            }
        return both("赌博（情节严重）", "gambling", "graver", 10...15, fine)
    }

    static func fine(_ act: String, _ frame: String?, _ tier: String?, _ range: ClosedRange<Int>) -> Sanction
    {
        Sanction(act: act, frame: frame, tier: tier, kinds: [.fine], fine: range)
    }

    private static func detention(
        _ act: String, _ frame: String, _ tier: String, _ days: ClosedRange<Int>
    ) -> Sanction {
        Sanction(act: act, frame: frame, tier: tier, kinds: [.detention], days: days)
    }

    static func both(
        _ act: String, _ frame: String, _ tier: String, _ days: ClosedRange<Int>, _ fine: ClosedRange<Int>
    ) -> Sanction {
        Sanction(act: act, frame: frame, tier: tier, kinds: [.detention, .fine], fine: fine, days: days)
    }
}

extension Sanction {
    /// 盗窃, basic: five to ten days under both laws.
    static let theft = Sanction(
        act: "盗窃", frame: "theft-fraud-etc", tier: "basic", kinds: [.detention], days: 5...10)
}
