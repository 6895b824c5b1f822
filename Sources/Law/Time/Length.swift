/// How long a provision allows, in the unit the provision counts in.
package struct Length: Hashable, Sendable {
    package enum Unit: String, Hashable, Sendable, CaseIterable {
        case minutes
        case hours
        /// 自然日
        case days
        /// 工作日
        case workingDays = "working days"
        case months
    }

    package let count: Int
    package let unit: Unit

    /// The longest a pack may ask for: a typing error, not a provision, lies beyond it.
    package static let most = 9999

    /// - Precondition: The count lies within 0…9999.
    package init(_ count: Int, _ unit: Unit) {
        precondition((0...Self.most).contains(count), "a length beyond its limit: \(count) \(unit)")
        self.count = count
        self.unit = unit
    }

    /// Reads `8 hours`, `30 minutes`, `30 days`, `7 working days`, `6 months`; one is `1 day`, `1 hour`.
    package init?(_ text: String) {
        guard let space = text.firstIndex(of: " "), let count = digits(Array(text[..<space].utf8)[...]),
            count <= Self.most
        else { return nil }
        let word = String(text[text.index(after: space)...])
        guard let unit = Unit(rawValue: count == 1 ? word + "s" : word) else { return nil }
        self.init(count, unit)
    }

    /// Whether it is counted by the clock, to the minute, and not by the calendar.
    package var isByClock: Bool { unit == .minutes || unit == .hours }

    /// The length in minutes, of those counted by the clock.
    var minutes: Int { unit == .hours ? count * 60 : count }
}

extension Length: CustomStringConvertible {
    /// `7 working days`, as a pack writes it.
    package var description: String {
        "\(count) \(count == 1 ? String(unit.rawValue.dropLast()) : unit.rawValue)"
    }

    /// `7个工作日`, as the pages and proofs show it.
    package var chinese: String {
        switch unit {
        case .minutes: "\(count)分钟"
        case .hours: "\(count)小时"
        case .days: "\(count)日"
        case .workingDays: "\(count)个工作日"
        case .months: "\(count)个月"
        }
    }
}
