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

    private struct Inquiry {
        let row: Int
        let from: Moment
        let until: Moment
        let officers: [Int32]
        let party: Int32

        /// Two inquiries clash when one officer is in both, the persons differ and the times overlap.
        func clashes(with other: Inquiry) -> Bool {
            party != other.party && from < other.until && other.from < until
                && officers.contains(where: other.officers.contains)
        }
    }

    package func judge(_ table: CheckTable) -> [Bool?] {
        var answers = [Bool?](repeating: nil, count: table.count)
        for inquiry in inquiries(table) { answers[inquiry.row] = true }
        for (one, other) in clashes(table) {
            answers[one.row] = false
            answers[other.row] = false
        }
        return answers
    }

    package func reason(_ table: CheckTable, row: Int) -> String {
        for (one, other) in clashes(table) where one.row == row || other.row == row {
            let rival = one.row == row ? other : one
            return "与询问 \(table.ids[rival.row])（\(rival.from) 至 \(rival.until)）时间重叠，且有同一名民警参加"
        }
        return inquiries(table).contains { $0.row == row }
            ? "没有与之时间重叠、且有同一名民警参加的另一人的询问" : "起止时间、询问民警或被询问人没有记载"
    }

    private func inquiries(_ table: CheckTable) -> [Inquiry] {
        (0..<table.count).compactMap { row in
            guard let from = table.moment("at", row), let until = table.moment("endedAt", row),
                let officers = table.references("officers", row), let party = table.reference("party", row)
            else { return nil }
            return Inquiry(row: row, from: from, until: until, officers: officers, party: party)
        }
    }

    /// Each clashing pair, found officer by officer among inquiries in order of time.
    private func clashes(_ table: CheckTable) -> [(Inquiry, Inquiry)] {
        var byOfficer: [Int32: [Inquiry]] = [:]
        for inquiry in inquiries(table) {
            for officer in Set(inquiry.officers) { byOfficer[officer, default: []].append(inquiry) }
        }
        var pairs: [(Inquiry, Inquiry)] = []
        for inquiries in byOfficer.values {
            let sorted = inquiries.sorted { ($0.from, $0.row) < ($1.from, $1.row) }
            for (index, one) in sorted.enumerated() {
                for other in sorted[(index + 1)...].prefix(while: { $0.from < one.until })
                where one.clashes(with: other) {
                    pairs.append((one, other))
                }
            }
        }
        return pairs.sorted { ($0.0.row, $0.1.row) < ($1.0.row, $1.1.row) }
    }
}
