package import Pack

/// 一人至多两校: no officer is 法治副校长 of more than two schools on any one day.
///
/// Source: 中小学法治副校长聘任与管理办法（教育部令第52号，2022）, of which only reports have been read.
package struct AtMostTwoSchools: Check {
    package static let id = "at-most-two-schools"
    package static let name = "同一人同时任职的学校不超过两所"

    package init(parameters: PackNode?) throws(PackError) {
        guard let parameters else { return }
        throw PackError(.unknownKey("parameters", allowed: []), at: parameters.place)
    }

    package let needs = [
        CheckNeed("officer", .reference(register: "officer")),
        CheckNeed("school", .reference(register: "school")), CheckNeed("from", .day),
        CheckNeed("until", .day),
    ]

    /// An appointment at a school; days are compared, never counted.
    private struct Term {
        let school: Int32
        let from: Moment
        /// `nil`: still in office.
        let until: Moment?

        func covers(_ day: Moment) -> Bool { from <= day && day <= until ?? day }
    }

    package func judge(_ table: CheckTable) -> [Bool?] {
        let terms = terms(table)
        return (0..<table.count).map { row in most(table, row, terms).map { $0 <= 2 } }
    }

    package func reason(_ table: CheckTable, row: Int) -> String {
        guard let most = most(table, row, terms(table)) else { return "任职人、学校或者起始日期没有记载" }
        return "任期内同时任职的学校最多时为\(most)所"
    }

    /// The most schools at once within the term of a row: their number only grows on a day on which a term begins.
    private func most(_ table: CheckTable, _ row: Int, _ terms: [Int32: [Term]]) -> Int? {
        guard let officer = table.reference("officer", row), let own = term(table, row) else { return nil }
        let others = terms[officer, default: []]
        let starts = others.map { max($0.from, own.from) }.filter(own.covers)
        return starts.map { day in Set(others.filter { $0.covers(day) }.map(\.school)).count }.max()
    }

    private func terms(_ table: CheckTable) -> [Int32: [Term]] {
        var terms: [Int32: [Term]] = [:]
        for row in 0..<table.count {
            guard let officer = table.reference("officer", row), let term = term(table, row) else { continue }
            terms[officer, default: []].append(term)
        }
        return terms
    }

    private func term(_ table: CheckTable, _ row: Int) -> Term? {
        guard let school = table.reference("school", row), let from = table.moment("from", row) else {
            return nil
        }
        return Term(school: school, from: from, until: table.moment("until", row))
    }
}
