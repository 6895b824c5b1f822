import Law

extension BureauYear {
    /// 统一登记、统一编号、统一印发: every number of the book, a voided one with its reason.
    mutating func numberDocuments() {
        for (index, month) in [1, 3, 4, 6, 8, 9, 11].enumerated() {
            guard let registered = day(month, 5) else { continue }
            let number = index + 1
            if number == 4, year == 2025, options.counterExamples.contains(.numberingWithoutGaps) {
                key.append(counterExample(.numberingWithoutGaps, "normative-document", "云公/规/2025/4"))
                continue
            }
            let document = number == 3 ? voided(number, registered) : document(number, registered)
            file(document, after: 21)
        }
        guard year == 2025, options.plantsFaults, let registered = day(12, 5) else { return }
        for (index, fault) in DutyFault.documents.enumerated() {
            file(document(8 + index, registered), after: 60, fault: fault)
        }
        guard let old = Day(year: 2022, month: 5, day: 5), let known = day(1, 6) else { return }
        file(
            document(1, old, year: 2022), after: old.days(until: known),
            fault: DutyFault(["nd-cleanup"]) { $0["cleanedOn"] = .null })
    }

    private func voided(_ number: Int, _ registered: Day) -> DutyDraft {
        DutyDraft(
            "normative-document", from: registered,
            [
                "agencyCode": .text("云公"), "series": .text("规"), "year": .of(year), "number": .of(number),
                "unit": .text(legal), "registeredOn": .day(registered), "voided": .boolean(true),
                "voidReason": .text("起草后未提交审议"),
            ])
    }

    /// Assessed, put out for 35 days, reviewed for two weeks, deliberated, issued, published, filed.
    private func document(_ number: Int, _ registered: Day, year: Int? = nil) -> DutyDraft {
        func day(_ number: Int) -> Value { .day(registered.adding(days: number)) }
        return DutyDraft(
            "normative-document", from: registered,
            [
                "agencyCode": .text("云公"), "series": .text("规"), "year": .of(year ?? self.year),
                "number": .of(number), "title": .text("云栖市公安局示例管理规定（\(number)）"),
                "unit": .text(legal), "registeredOn": day(0), "reviewedOn": day(8), "issuedOn": day(12),
                "publishedOn": day(14), "filedOn": day(18), "effectiveFrom": day(30), "until": day(30 + 1825),
                "voided": .boolean(false), "duplicates": .boolean(false), "important": .boolean(true),
                "features": .of(["statutory", "rights", "general", "repeated"]), "assessedOn": day(-60),
                "commentsFrom": day(-45), "commentsUntil": day(-10), "submittedOn": day(-6),
                "urgent": .boolean(false), "reviewedBy": .text(legal),
                "reviewPaper": .text("云公规审〔\(year ?? self.year)〕\(number)号"), "deliberatedOn": day(10),
                "sets": .of(["none"]), "benchmark": .boolean(number == 5), "provisional": .boolean(false),
                "filingResult": .text("registered"),
            ])
    }
}

extension DutyFault {
    /// 规范性文件 (行政处罚法 第16、34条；政府信息公开条例 第26条；国办发〔2018〕37号).
    static let documents: [DutyFault] = [
        DutyFault(["nd-definition", "nd-no-duplicate", "nd-five-steps", "nd-no-penalty"]) {
            $0["features"] = .of(["statutory", "general"])
            $0["duplicates"] = .boolean(true)
            $0["assessedOn"] = .null
            $0["sets"] = .of(["penalty"])
        },
        DutyFault(["nd-legality-review-first", "nd-legality-review-no-substitute", "nd-published"]) {
            $0["reviewedOn"] = $0.day(11)
            $0["reviewPaper"] = .null
            $0["publishedOn"] = .null
            $0["filedOn"] = .null
        },
        DutyFault(["nd-legality-review-5-15", "nd-comment-period", "nd-unified-register-number-issue"]) {
            $0["submittedOn"] = $0.day(-40)
            $0["commentsUntil"] = $0.day(-42)
            $0["registeredOn"] = $0.day(13)
        },
        DutyFault(
            ["nd-legality-review-5-15-least", "nd-validity", "nd-filing-15-days", "nd-filing-100-percent"]
        ) {
            $0["submittedOn"] = $0.day(7)
            $0["until"] = $0.day(30 + 2200)
            $0["filedOn"] = $0.day(40)
            $0["filingResult"] = .text("corrected")
        },
        DutyFault(["nd-benchmark-public"]) {
            $0["benchmark"] = .boolean(true)
            $0["publishedOn"] = $0.day(31)
            $0["filedOn"] = $0.day(35)
        },
        DutyFault([], hiding: ["nd-no-penalty", "nd-benchmark-public"]) {
            $0["sets"] = .null
            $0["benchmark"] = .null
        },
    ]
}
