package import Law
package import Ledger
package import Registers

/// A file that somebody wants in a register.
package struct ImportRequest: Sendable {
    package let register: String
    /// The path of an XLSX, CSV or NDJSON file.
    package let file: String
    /// The path of a YAML file that says which heading is which field.
    package let mapping: String?
    /// When the office came to know; `nil` is now.
    package let knownAt: Moment?
    /// Where the refused rows go; `nil` is beside the file.
    package let refusalSheet: String?
    /// The folder that takes a receipt for each record that was filed.
    package let receipts: String?
    package let isDryRun: Bool
    /// File the good rows even when others are refused.
    package let isPartial: Bool

    package init(
        register: String, file: String, mapping: String? = nil, knownAt: Moment? = nil,
        refusalSheet: String? = nil, receipts: String? = nil, isDryRun: Bool = false, isPartial: Bool = false
    ) {
        self.register = register
        self.file = file
        self.mapping = mapping
        self.knownAt = knownAt
        self.refusalSheet = refusalSheet
        self.receipts = receipts
        self.isDryRun = isDryRun
        self.isPartial = isPartial
    }
}

/// What became of an import.
package struct ImportResult: Sendable {
    package let register: RegisterDeclaration
    /// Rows that are good, whether or not they were filed.
    package let good: Int
    /// Records that became entries.
    package let filed: Int
    /// How many of these say something else about a record that was there already.
    package let revised: Int
    /// The first of them.
    package let revisedExamples: [String]
    /// Records that the register already held exactly so.
    package let unchanged: Int
    /// Titles, totals, blank and signature rows.
    package let ignored: Int
    package let refused: [RefusedRow]
    package let notices: [String]
    /// Where the refused rows were written.
    package let refusalSheet: String?
    /// How many receipts were written.
    package let receipts: Int
    package let isDryRun: Bool

    package var lines: [String] {
        var lines = notices.map { "注意：\($0)" }
        for row in refused.prefix(20) { lines += row.problems.map { "退回 \($0.description(row: row.row))" } }
        if refused.count > 20 { lines.append("……另有 \(refused.count - 20) 行，见退回表。") }
        lines.append("“\(register.name)”：\(outcome)")
        if let refusalSheet { lines.append("退回表：\(refusalSheet)（改好后可直接再导入）") }
        if receipts > 0 { lines.append("回执 \(receipts) 张。请交登记人留存；核验：zhunsheng-verify --key 公钥 回执") }
        return lines
    }

    private var outcome: String {
        let aside = ignored > 0 ? "，略过表头、合计和空行等 \(ignored) 行" : ""
        if isDryRun { return "可入账 \(good) 条，退回 \(refused.count) 行\(aside)；只作检查，未入账。" }
        guard refused.isEmpty || filed + unchanged > 0 else {
            return "退回 \(refused.count) 行，因此一条也没有入账；合格的 \(good) 条可加 --partial 先入账。"
        }
        return "入账 \(filed) 条\(corrections)，原已有 \(unchanged) 条，退回 \(refused.count) 行\(aside)。"
    }

    /// What was overwritten is named: a row that was meant as new may have hit an older record.
    private var corrections: String {
        guard revised > 0 else { return "" }
        let named = revisedExamples.prefix(5).joined(separator: "、")
        return "（其中 \(revised) 条更正了已有的记录：\(named)\(revised > 5 ? "等" : "")；原来的内容仍在账本里）"
    }

    package var json: JSONValue {
        [
            "register": .string(register.id), "good": .number(good), "filed": .number(filed),
            "revised": .number(revised), "unchanged": .number(unchanged), "ignored": .number(ignored),
            "dryRun": .boolean(isDryRun), "notices": .texts(notices),
            "refusalSheet": .text(refusalSheet), "receipts": .number(receipts),
            "refused": .array(refused.map(\.json)),
        ]
    }
}

extension RefusedRow {
    var json: JSONValue {
        [
            "row": .number(row), "cells": .texts(cells),
            "problems": .array(
                problems.map {
                    [
                        "column": .number($0.column),
                        "heading": .string($0.heading),
                        "field": .text($0.field), "reason": .string("\($0.fault)"),
                    ]
                }),
        ]
    }
}
