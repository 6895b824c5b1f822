package import Law

/// How a number is worded: `31`, `30余`, `30多`.
///
/// `30余` says more than 30 and less than 40: it is false at 29, at 30 and at 40. `30多` is a lower bound only.
/// The step up to which `余` reaches is the last place that is written: ten for 30, a hundred for 300 or 1200,
/// a thousand for 3.4万.
package struct Phrase: Hashable, Sendable {
    package enum Style: String, CaseIterable, Sendable {
        case exact = ""
        case over = "余"
        case many = "多"
    }

    /// The number that is written.
    package let base: Number
    package let style: Style
    /// Written in 万.
    private let inWan: Bool

    /// Reads `31`, `30余`, `3.4万余`, `30多`; a thousands comma is allowed.
    package init?(_ text: some StringProtocol) {
        var rest = String(text).filter { $0 != "," && $0 != " " }
        if let last = rest.last, let style = Style(rawValue: String(last)), style != .exact {
            self.style = style
            rest.removeLast()
        } else {
            style = .exact
        }
        inWan = rest.last == "万"
        if inWan { rest.removeLast() }
        guard let written = Number(rest), written.ticks >= 0 else { return nil }
        if inWan {
            let (ticks, overflow) = written.ticks.multipliedReportingOverflow(by: 10_000)
            guard !overflow else { return nil }
            base = Number(ticks: ticks)
        } else {
            base = written
        }
    }

    /// The true phrase of a style for an exact value; where none is true, such as `30余` for 30, the exact number.
    ///
    /// Rounds down to tens below a thousand, and to two leading digits above.
    package init(_ style: Style, of exact: Number) {
        inWan = false
        let step = exact < Number(1000) ? 10 : Self.power(below: exact) / 10
        let base = exact.whole.map { Number($0 / step * step) } ?? exact
        if style == .exact || base == exact || base < Number(10) {
            self.style = .exact
            self.base = exact
        } else {
            self.style = style
            self.base = base
        }
    }

    package func isTrue(of exact: Number) -> Bool {
        switch style {
        case .exact: exact == base
        case .many: exact > base
        case .over: exact > base && exact.ticks < base.ticks + step
        }
    }

    package var text: String {
        guard inWan else { return base.description + style.rawValue }
        return Number(ticks: base.ticks / 10_000).description + "万" + style.rawValue
    }

    /// Ticks in one unit of the last place that is written; one whole for a number that is written to the unit.
    private var step: Int64 {
        var step = Number.scale
        while base.ticks > 0, base.ticks % (step * 10) == 0 { step *= 10 }
        return step
    }

    /// The greatest power of ten that is not above the value.
    private static func power(below value: Number) -> Int {
        var power = 1
        while Number(power * 10) <= value { power *= 10 }
        return power
    }
}
