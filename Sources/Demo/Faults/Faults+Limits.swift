import Law

extension Fault {
    /// 办案期限、延长、快速办理: 2012 第99条，2025 第118条；行政处罚法 第60条；程序规定 第47条.
    static let limits: [Fault] = [
        decided("a-day-beyond-thirty-2012", .before, days: 30, extra: 1, breaking: "case-limit-2012"),
        decided("on-the-thirtieth-day-2012", .before, days: 30, extra: 0),
        decided(
            "a-day-beyond-sixty-2012", .before, extensions: 1, days: 60, extra: 1, breaking: "case-limit-2012"
        ),
        decided("on-the-sixtieth-day-2012", .before, extensions: 1, days: 60, extra: 0),
        decided(
            "after-a-second-extension-2012", .before, extensions: 2, days: 60, extra: 10,
            breaking: "case-limit-2012"),
        decided("a-day-beyond-thirty-2025", .after, days: 30, extra: 1, breaking: "case-limit-2025"),
        decided("on-the-thirtieth-day-2025", .after, days: 30, extra: 0),
        decided(
            "a-day-beyond-ninety-2025", .after, extensions: 2, days: 90, extra: 1, breaking: "case-limit-2025"
        ),
        decided("on-the-ninetieth-day-2025", .after, extensions: 2, days: 90, extra: 0),
        decided(
            "a-day-beyond-ninety-other", .after, other: true, days: 90, extra: 1, breaking: "case-limit-other"
        ),
        decided("on-the-ninetieth-day-other", .before, other: true, days: 90, extra: 0),
        Fault("decided-a-day-beyond-thirty-across-the-years", .straddling) {
            $0.decideAcrossTheYears(days: 30, extra: 1)
            // 待核: the other reading of the law finds the same.
            $0.breaksCase("case-limit-2012")
            $0.breaksCase("case-limit-transitional")
        },
        Fault("decided-on-the-thirtieth-day-across-the-years", .straddling) {
            $0.decideAcrossTheYears(days: 30, extra: 0)
        },
        Fault(
            "second-extension-across-the-years", .straddling,
            needs: {
                $0.extensions = 2
                $0.isComplex = true
            },
            change: {
                // The old law has one extension; counted by the new one the case is in time.
                $0.decideAcrossTheYears(days: 60, extra: 12)
                $0.breaksCase("case-limit-2012")
            }),
        extended("a-day-late-2012", .before, extra: 1),
        extended("a-day-late-2025", .after, extra: 1),
        extended("on-the-thirtieth-day", .after, extra: 0),
        fast("48h-and-a-minute", .before, minutes: 2881, breaks: true),
        fast("48h-sharp", .after, minutes: 2880, breaks: false),
    ]

    private static func decided(
        _ id: String, _ era: Era, extensions: Int = 0, other: Bool = false, days: Int, extra: Int,
        breaking rule: String? = nil
    ) -> Fault {
        Fault(
            "decided-\(id)", era,
            needs: {
                $0.extensions = extensions
                $0.isComplex = extensions > 0
                if other { $0.beOther() }
            },
            change: {
                let start = era == .before && !other ? $0.step(.accepted) : $0.step(.filed)
                $0.decide(on: $0.due(start, days: days).adding(days: extra))
                if let rule { $0.breaksCase(rule) }
            })
    }

    private static func extended(_ id: String, _ era: Era, extra: Int) -> Fault {
        Fault(
            "extended-\(id)", era,
            needs: {
                $0.extensions = 1
                $0.isComplex = true
            },
            change: {
                let start = era == .before ? $0.step(.accepted) : $0.step(.filed)
                let day = $0.due(start, days: 30).adding(days: extra)
                let approval = Moment(day, hour: extra == 0 ? 23 : 0, minute: extra == 0 ? 59 : 1)
                let extension_ = $0.step(.extension)
                $0[extension_].at = approval
                $0[extension_].approvedAt = approval
                $0.decide(on: day.adding(days: 5))
                if extra > 0 { $0.breaks("extension-before-expiry", extension_) }
            })
    }

    private static func fast(_ id: String, _ era: Era, minutes: Int, breaks: Bool) -> Fault {
        Fault("fast-\(id)", era, needs: { $0.route = .fast }) {
            guard let arrived = $0[$0.step(.arrival)].at, let decided = $0[$0.step(.decision)].at else {
                return
            }
            let delta = arrived.adding(minutes: minutes).minutes - decided.minutes
            let first = $0.step(.decision).index
            for index in $0.draft.events.indices where index >= first {
                $0.draft.events[index].shift(minutes: Int(delta))
            }
            if breaks { $0.breaks("fast-track-48h", $0.step(.decision)) }
        }
    }
}

extension Fault.Site {
    fileprivate mutating func decideAcrossTheYears(days: Int, extra: Int) {
        decide(on: due(step(.accepted), days: days).adding(days: extra))
        compareTheLaws()
    }
}

extension CaseShape {
    /// An exit-entry case: 行政处罚法's ninety days.
    mutating func beOther() {
        category = .exitEntry
        atStation = false
        sanction = .fine("未按规定办理居留登记", nil, nil, 500...1500)
    }
}
