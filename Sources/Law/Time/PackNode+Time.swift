package import Pack

extension PackNode {
    /// A day, written `2026-01-04`.
    package var day: Day {
        get throws(PackError) {
            let text = try text
            guard let day = Day(text) else {
                throw PackError(.expected("日期，如 2026-01-04", found: "“\(text)”"), at: place)
            }
            return day
        }
    }

    /// A moment, written `2026-01-04T10:30`.
    package var moment: Moment {
        get throws(PackError) {
            let text = try text
            guard let moment = Moment(text) else {
                throw PackError(.expected("时间，如 2026-01-04T10:30", found: "“\(text)”"), at: place)
            }
            return moment
        }
    }

    /// A length, written `7 working days`.
    package var length: Length {
        get throws(PackError) {
            let text = try text
            guard let length = Length(text) else {
                let wanted =
                    "期间，如 8 hours、30 minutes、30 days、7 working days、6 months（1 day 用单数，至多\(Length.most)）"
                throw PackError(.expected(wanted, found: "“\(text)”"), at: place)
            }
            return length
        }
    }

    /// A day, or a stretch of days written `first..last`.
    package var days: ClosedRange<Day> {
        get throws(PackError) {
            let text = try text
            let ends = text.split(separator: ".", omittingEmptySubsequences: false)
            if ends.count == 3, ends[1].isEmpty, let first = Day(ends[0]), let last = Day(ends[2]),
                first < last
            {
                return first...last
            }
            guard let day = Day(text) else {
                throw PackError(
                    .expected("日期，或前早后晚的一段日期，如 2026-02-15..2026-02-23", found: "“\(text)”"), at: place)
            }
            return day...day
        }
    }
}
