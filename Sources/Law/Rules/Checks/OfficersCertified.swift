package import Pack

/// 执法资格: every sworn officer of a step holds a certificate on the day of the step.
///
/// Source: 行政处罚法（2021）第四十二条第一款, 行政处罚应当由具有行政执法资格的执法人员实施. Auxiliaries hold none and do not count.
package struct OfficersCertified: Check {
    package static let id = "officers-certified"
    package static let name = "执行人员在当日具有执法资格"

    package init(parameters: PackNode?) throws(PackError) {
        guard let parameters else { return }
        throw PackError(.unknownKey("parameters", allowed: []), at: parameters.place)
    }

    package let needs = [
        CheckNeed("at", .moment),
        CheckNeed("officers", .reference(register: "officer"), isList: true),
        CheckNeed("officerKinds", .code(["police", "auxiliary"]), isList: true),
        CheckNeed("officersCertifiedFrom", .day, isList: true),
        CheckNeed("officersCertifiedUntil", .day, isList: true),
    ]

    package func judge(_ table: CheckTable) -> [Bool?] {
        (0..<table.count).map { row in
            guard let certificates = certificates(table, row), let day = table.moment("at", row)?.day else {
                return nil
            }
            let answers = certificates.map { $0.holds(on: day) }
            return answers.contains(false) ? false : answers.contains(nil) ? nil : true
        }
    }

    package func reason(_ table: CheckTable, row: Int) -> String {
        guard let certificates = certificates(table, row), let day = table.moment("at", row)?.day else {
            return "时间、执行人员或其人员类别没有记载"
        }
        let answers = certificates.map { $0.holds(on: day) }
        let count = answers.count { $0 == false }
        if count > 0 { return "执行人员中有 \(count) 名人民警察在 \(day) 没有执法资格" }
        return answers.contains(nil) ? "名册上没有记载执法资格起始日" : "执行的人民警察在 \(day) 都有执法资格"
    }

    private struct Certificate {
        let from: Day?
        /// `nil`: without an end.
        let until: Day?

        func holds(on day: Day) -> Bool? {
            if let until, until < day { return false }
            return from.map { $0 <= day }
        }
    }

    /// The certificates of the sworn officers; `nil` when it is not recorded who they are.
    private func certificates(_ table: CheckTable, _ row: Int) -> [Certificate]? {
        guard let kinds = table.value("officerKinds", row).elements,
            let from = table.value("officersCertifiedFrom", row).elements,
            let until = table.value("officersCertifiedUntil", row).elements, !kinds.isEmpty,
            kinds.count == from.count, kinds.count == until.count
        else { return nil }
        var certificates: [Certificate] = []
        for (index, kind) in kinds.enumerated() {
            switch kind {
            case .text("police"):
                certificates.append(Certificate(from: from[index].day, until: until[index].day))
            case .text: continue
            default: return nil
            }
        }
        return certificates
    }
}

extension Value {
    fileprivate var elements: [Value]? {
        guard case .list(let values) = self else { return nil }
        return values
    }

    fileprivate var day: Day? {
        guard case .day(let day) = self else { return nil }
        return day
    }
}
