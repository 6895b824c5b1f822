extension Value {
    /// `8小时30分钟`, `24小时`; from two whole days on `30日`.
    static func shown(minutes: Int) -> String {
        guard minutes >= 0 else { return "-" + shown(minutes: 0 &- minutes) }
        if minutes >= 2880, minutes % 1440 == 0 { return "\(minutes / 1440)日" }
        let (hours, rest) = (minutes / 60, minutes % 60)
        return (hours > 0 ? "\(hours)小时" : "") + (rest > 0 || hours == 0 ? "\(rest)分钟" : "")
    }

    /// Reads an ISO 8601 duration: `PT8H`, `P30D`, `P1DT2H30M` in minutes, `P6M`, `P1Y2M` in months; `-` before it.
    ///
    /// - Returns: `nil` for anything else, for seconds and for parts of over six digits.
    package init?(duration text: String) {
        var rest = text.utf8[...]
        let isNegative = rest.first == UInt8(ascii: "-")
        if isNegative { rest = rest.dropFirst() }
        guard rest.popFirst() == UInt8(ascii: "P") else { return nil }
        let halves = rest.split(separator: UInt8(ascii: "T"), maxSplits: 1, omittingEmptySubsequences: false)
        let sign = isNegative ? -1 : 1
        if halves.count == 1, let parts = Self.parts(halves[0], units: "YM") {
            self = .months(sign * (parts[0] * 12 + parts[1]))
            return
        }
        guard let days = Self.parts(halves[0], units: "D", mayBeEmpty: halves.count == 2) else { return nil }
        let hours = halves.count == 2 ? Self.parts(halves[1], units: "HM") : [0, 0]
        guard let hours else { return nil }
        self = .duration(minutes: sign * (days[0] * 1440 + hours[0] * 60 + hours[1]))
    }

    /// The numbers before the unit letters, which come in order, each at most once.
    private static func parts(
        _ text: Substring.UTF8View.SubSequence, units: String, mayBeEmpty: Bool = false
    ) -> [Int]? {
        var rest = text
        guard mayBeEmpty || !rest.isEmpty else { return nil }
        var found: [Int] = []
        for unit in units.utf8 {
            let spelled = rest.prefix { $0 != unit }
            guard spelled.endIndex < rest.endIndex else {
                found.append(0)
                continue
            }
            guard spelled.count <= 6, let number = digits(Array(spelled)[...]) else { return nil }
            found.append(number)
            rest = rest[rest.index(after: spelled.endIndex)...]
        }
        return rest.isEmpty ? found : nil
    }
}
