package import Documents

/// The refused rows as a sheet to be corrected and imported again: where each row stood, its cells as they were, and
/// beside each faulty one the reason. An import passes over the added columns.
package struct RefusalSheet {
    /// How the heading of an added column begins.
    static let reason = "原因："

    package let table: SheetTable
    package let rows: [SheetTable.Row]

    package init(_ refused: [RefusedRow], headings: [String], register: RegisterDeclaration) {
        let faulty = Set(refused.flatMap { $0.problems.compactMap(\.column) })
        let wholeRow = refused.contains { $0.problems.contains { $0.column == nil } }
        var columns = [SheetTable.Column(heading: "原行号", width: 8)]
        for (index, heading) in headings.enumerated() {
            columns.append(SheetTable.Column(heading: heading, width: 16))
            if faulty.contains(index) {
                columns.append(SheetTable.Column(heading: Self.reason + heading, width: 28))
            }
        }
        if wholeRow { columns.append(SheetTable.Column(heading: Self.reason + "整行", width: 28)) }
        table = SheetTable(name: "\(register.name)退回", columns: columns)
        rows = refused.map { Self.row($0, width: headings.count, faulty: faulty, wholeRow: wholeRow) }
    }

    package func write(to path: String) throws(SheetError) { try table.write(rows, to: path) }

    /// What one cell can show of a cell or line that was refused for its length, among other things.
    private static func shortened(_ text: String) -> String {
        guard TextReading.isTooLong(text) else { return text }
        return String(String.UnicodeScalarView(text.unicodeScalars.prefix(1_000))) + "……（以下略）"
    }

    private static func row(
        _ refused: RefusedRow, width: Int, faulty: Set<Int>, wholeRow: Bool
    ) -> SheetTable.Row {
        func reasons(_ column: Int?) -> String {
            refused.problems.filter { $0.column == column }
                .map { column == nil && !$0.heading.isEmpty ? "\($0.heading)：\($0.fault)" : "\($0.fault)" }
                .joined(separator: "；")
        }
        var values: [SheetTable.Value] = [.number(String(refused.row))]
        var marked: Set<Int> = []
        for column in 0..<width {
            let text = column < refused.cells.count ? refused.cells[column] : ""
            let reason = reasons(column)
            if !reason.isEmpty { marked.insert(values.count) }
            values.append(text.isEmpty ? .empty : .text(shortened(text)))
            if faulty.contains(column) { values.append(reason.isEmpty ? .empty : .text(reason)) }
        }
        if wholeRow { values.append(.text(reasons(nil))) }
        return SheetTable.Row(values, marked: marked)
    }
}
