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
        guard let register = Register(table) else { return Array(repeating: nil, count: table.count) }
        var answers: [Bool?] = []
        return (0..<table.count).map { row in
            guard let day = table.moment("at", row)?.day, register.holds(on: day, row, &answers) else {
                return nil
            }
            return answers.contains(false) ? false : answers.contains(nil) ? nil : true
        }
    }

    package func reason(_ table: CheckTable, row: Int) -> String {
        var answers: [Bool?] = []
        guard let day = table.moment("at", row)?.day, Register(table)?.holds(on: day, row, &answers) == true
        else { return "时间、执行人员或其人员类别没有记载" }
        let count = answers.count { $0 == false }
        if count > 0 { return "执行人员中有 \(count) 名人民警察在 \(day) 没有执法资格" }
        return answers.contains(nil) ? "名册上没有记载执法资格起始日" : "执行的人民警察在 \(day) 都有执法资格"
    }

    /// What the register of officers says of those of each row.
    private struct Register {
        let kinds: CheckLists
        let from: CheckLists
        let until: CheckLists
        let police: Int32?

        init?(_ table: CheckTable) {
            guard let kinds = table.lists("officerKinds"), let from = table.lists("officersCertifiedFrom"),
                let until = table.lists("officersCertifiedUntil")
            else { return nil }
            (self.kinds, self.from, self.until) = (kinds, from, until)
            police = table.code(of: "police")
        }

        /// Fills in for each sworn officer of a row whether the certificate holds on a day; `nil` where its first day
        /// is not recorded. One without a last day has no end.
        ///
        /// - Returns: `false` when it is not recorded who they are.
        func holds(on day: Day, _ row: Int, _ answers: inout [Bool?]) -> Bool {
            answers.removeAll(keepingCapacity: true)
            guard let kind = kinds.places(row), let first = from.places(row), let last = until.places(row),
                !kind.isEmpty, kind.count == first.count, kind.count == last.count
            else { return false }
            for offset in 0..<kind.count {
                guard let word = kinds[kind.lowerBound + offset] else { return false }
                guard word == police else { continue }
                if let end = until[last.lowerBound + offset], end < day.number {
                    answers.append(false)
                } else {
                    answers.append(from[first.lowerBound + offset].map { $0 <= day.number })
                }
            }
            return true
        }
    }
}
