import Law

/// Stretches of minutes, and what they leave open.
enum Stretches {
    /// The parts of a stretch that the others do not cover, in order.
    static func gaps(in wanted: Range<Int>, left covering: [Range<Int>]) -> [Range<Int>] {
        var gaps: [Range<Int>] = []
        var reached = wanted.lowerBound
        for stretch in covering.sorted(by: { $0.lowerBound < $1.lowerBound })
        where stretch.upperBound > reached {
            if stretch.lowerBound >= wanted.upperBound { break }
            if stretch.lowerBound > reached { gaps.append(reached..<stretch.lowerBound) }
            reached = stretch.upperBound
        }
        if reached < wanted.upperBound { gaps.append(reached..<wanted.upperBound) }
        return gaps
    }
}

extension Value {
    /// The minute at which a day or a moment begins.
    var firstMinute: Int? {
        switch self {
        case .day(let day): Int(Moment(day).minutes)
        case .moment(let moment): Int(moment.minutes)
        default: nil
        }
    }
}
