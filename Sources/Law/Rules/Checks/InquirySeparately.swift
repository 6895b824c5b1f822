package import Pack

/// 个别询问: no officer questions two persons at overlapping times.
///
/// Source: 公安机关办理行政案件程序规定（2020）第七十二条, 询问…应当个别进行.
package struct InquirySeparately: Check {
    package static let id = "inquiry-separately"
    package static let name = "同一人员不得在同一时间询问两人"

    package init(parameters: PackNode?) throws(PackError) {
        guard let parameters else { return }
        throw PackError(.unknownKey("parameters", allowed: []), at: parameters.place)
    }

    package let needs = [
        CheckNeed("at", .moment), CheckNeed("endedAt", .moment),
        CheckNeed("officers", .reference(register: "officer"), isList: true),
        CheckNeed("party", .reference(register: "party")),
    ]

    /// One officer's part in an inquiry.
    private struct Attendance {
        let officer: Int32
        let party: Int32
        let row: Int
        let from: Moment
        let until: Moment

        /// Two inquiries of one officer clash when the persons differ and the times overlap.
        func clashes(with other: Attendance) -> Bool {
            party != other.party && from < other.until && other.from < until
        }
    }

    package func judge(_ table: CheckTable) -> [Bool?] {
        var answers = [Bool?](repeating: nil, count: table.count)
        let (rows, attendances) = attendances(table)
        for row in rows { answers[row] = true }
        for (one, other) in clashes(attendances) {
            answers[one.row] = false
            answers[other.row] = false
        }
        return answers
    }

    package func reason(_ table: CheckTable, row: Int) -> String {
        let (rows, attendances) = attendances(table)
        for (one, other) in clashes(attendances) where one.row == row || other.row == row {
            let rival = one.row == row ? other : one
            return "与询问 \(table.ids[rival.row])（\(rival.from) 至 \(rival.until)）时间重叠，且有同一名民警参加"
        }
        return rows.contains(row)
            ? "没有与之时间重叠、且有同一名民警参加的另一人的询问" : "起止时间、询问民警或被询问人没有记载"
    }

    /// The rows whose times, officers and person are recorded, and the officers' parts in them.
    private func attendances(_ table: CheckTable) -> ([Int], [Attendance]) {
        guard let officers = table.lists("officers") else { return ([], []) }
        var (rows, attendances) = ([Int](), [Attendance]())
        attendances.reserveCapacity(table.count * 2)
        for row in 0..<table.count {
            guard let from = table.moment("at", row), let until = table.moment("endedAt", row),
                let party = table.reference("party", row), let places = officers.places(row),
                places.allSatisfy({ officers[$0] != nil })
            else { continue }
            rows.append(row)
            for place in places {
                guard let officer = officers[place] else { continue }
                attendances.append(
                    Attendance(officer: officer, party: party, row: row, from: from, until: until))
            }
        }
        return (rows, attendances)
    }

    /// Each clashing pair, found officer by officer among inquiries in order of time.
    private func clashes(_ attendances: [Attendance]) -> [(Attendance, Attendance)] {
        let sorted = attendances.sorted { ($0.officer, $0.from, $0.row) < ($1.officer, $1.from, $1.row) }
        var pairs: [(Attendance, Attendance)] = []
        for (index, one) in sorted.enumerated() {
            var next = index + 1
            while next < sorted.count, sorted[next].officer == one.officer, sorted[next].from < one.until {
                if one.clashes(with: sorted[next]) { pairs.append((one, sorted[next])) }
                next += 1
            }
        }
        return pairs.sorted { ($0.0.row, $0.1.row) < ($1.0.row, $1.1.row) }
    }
}
