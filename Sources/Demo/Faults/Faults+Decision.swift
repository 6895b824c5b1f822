import Law

extension Fault {
    /// 决定权限、幅度、审核、集体讨论: 2012 第16、91条，2025 第16、109、113、114条；行政处罚法 第57、58条.
    static let decision: [Fault] = authority + amounts + reviews + persons

    private static let authority: [Fault] = [
        station("501-yuan-2012", .before, fine: 501, breaking: "authority-2012"),
        station("500-yuan-2012", .before, fine: 500),
        station("1001-yuan-2025", .after, fine: 1001, breaking: "authority-2025"),
        station("1000-yuan-2025", .after, fine: 1000),
        Fault("station-detains-2025", .before, needs: { $0.sanction = .theft }, change: stationDetains),
        Fault("station-detains-2026", .after, needs: { $0.sanction = .theft }, change: stationDetains),
    ]

    /// A fine that the tier allows, decided by a station: 盗窃 up to 2000 in 2026, 赌博（情节严重） from 500 before.
    private static func station(_ id: String, _ era: Era, fine: Int, breaking rule: String? = nil) -> Fault {
        Fault("station-fines-\(id)", era, needs: { $0.sanction = .medium(era, fine) }) {
            $0[$0.step(.decision)].approverLevel = 1
            $0[$0.step(.decision)].fine = fine
            if let rule { $0.breaks(rule, $0.step(.decision)) }
        }
    }

    private static let stationDetains: @Sendable (inout Site) -> Void = {
        $0[$0.step(.decision)].approverLevel = 1
        $0.breaks("detention-decider", $0.step(.decision))
    }

    private static let amounts: [Fault] = [
        fine("a-yuan-above-2012", .before, .fine("赌博", "gambling", "basic", 500...500), 501, breaks: true),
        fine("at-the-top-2012", .before, .fine("赌博", "gambling", "basic", 500...500), 500, breaks: false),
        fine(
            "a-yuan-below-2012", .before, .both("殴打他人", "assault", "basic", 5...10, 200...500), 199,
            breaks: true),
        fine("a-yuan-above-2025", .after, .fine("赌博", "gambling", "basic", 1000...1000), 1001, breaks: true),
        fine(
            "a-yuan-below-2025", .after, .both("殴打他人", "assault", "basic", 5...10, 500...1000), 499,
            breaks: true),
        fine(
            "at-the-bottom-2025", .after, .both("殴打他人", "assault", "basic", 5...10, 500...1000), 500,
            breaks: false),
        Fault("mitigated-below-the-bottom", .after, needs: { $0.sanction = .assault }) {
            $0[$0.step(.decision)].fine = 300
            $0[$0.step(.decision)].mitigated = true
        },
        days("eleven-2012", .before, 11, breaks: true),
        days("ten-2012", .before, 10, breaks: false),
        days("eleven-2025", .after, 11, breaks: true),
        days("four-2025", .after, 4, breaks: true),
        Fault("merged-21-days-2025", .before, needs: { $0.sanction = .theft }) { $0.merge(21) },
        Fault("merged-21-days-2026", .after, needs: { $0.sanction = .theft }) { $0.merge(21) },
        Fault("merged-20-days", .after, needs: { $0.sanction = .theft }) {
            $0[$0.step(.decision)].mergedDetentionDays = 20
        },
    ]

    private static func fine(_ id: String, _ era: Era, _ sanction: Sanction, _ yuan: Int, breaks: Bool)
        -> Fault
    {
        Fault("fine-\(id)", era, needs: { $0.sanction = sanction }) {
            let decision = $0.step(.decision)
            $0[decision].fine = yuan
            $0[decision].approverLevel = 2
            if breaks {
                $0.breaks("penalty-within-range", decision)
                $0.breaks("benchmark-fine", decision)
            }
        }
    }

    private static func days(_ id: String, _ era: Era, _ days: Int, breaks: Bool) -> Fault {
        Fault("detention-\(id)", era, needs: { $0.sanction = .theft }) {
            let decision = $0.step(.decision)
            $0[decision].detentionDays = days
            $0[decision].mergedDetentionDays = days
            if breaks {
                $0.breaks("penalty-within-range-detention", decision)
                $0.breaks("benchmark-detention", decision)
            }
        }
    }

    private static let reviews: [Fault] = [
        Fault("unreviewed-after-a-hearing", .before, needs: { $0.hearable(.held, .before) }) {
            $0.drop(.legalReview)
            $0.breaks("legal-review-mandatory", $0.step(.decision))
        },
        Fault("unreviewed-public-interest", .after) {
            $0.draft.publicInterest = true
            $0.drop(.legalReview)
            $0.breaks("legal-review-mandatory", $0.step(.decision))
        },
        Fault("review-not-passed", .after) {
            $0.draft.publicInterest = true
            $0[$0.step(.legalReview)].passed = false
            $0.breaks("legal-review-mandatory", $0.step(.decision))
        },
        Fault("unreviewed-ordinary-case", .before) { $0.drop(.legalReview) },
        Fault("reviewer-without-qualification-2025", .before, change: unqualified),
        Fault("reviewer-without-qualification-2026", .after, change: unqualified),
        Fault("reviewed-by-a-handler", .after) {
            let review = $0.step(.legalReview)
            $0[review].actor = $0.draft.handlers[0]
            $0.breaks("reviewer-not-handler", review)
            // The roster does not say since when a handler reviews.
            $0.hides("legal-review-qualification", review)
        },
        Fault("no-discussion-2025", .before, needs: { $0.isComplex = true }) {
            $0.drop(.discussion)
            $0.breaks("collective-discussion", $0.step(.decision))
        },
        Fault("discussed-a-minute-after-the-decision", .after, needs: { $0.isComplex = true }) {
            $0.move(.discussion, after: .decision, minutes: 1)
            $0.breaks("collective-discussion", $0.step(.decision))
        },
        Fault("old-act-without-comparison", .after) {
            // 待核: the rule informs, and its answer is in the key all the same.
            $0.act(at: Moment(Era.newLaw.adding(days: -1), hour: 22))
            $0[$0.step(.decision)].reason = nil
            $0.breaks("compare-lighter-2012-2025", $0.step(.decision))
        },
    ]

    private static let unqualified: @Sendable (inout Site) -> Void = {
        $0[$0.step(.legalReview)].actor = $0.unqualifiedReviewer
        $0.breaks("legal-review-qualification", $0.step(.legalReview))
    }

    private static let persons: [Fault] = [
        Fault("thirteen-years-old-2012", .before, needs: { $0.offender = .under14 }, change: underFourteen),
        Fault("thirteen-years-old-2025", .after, needs: { $0.offender = .under14 }, change: underFourteen),
        Fault("fourteen-years-old", .after, needs: { $0.offender = .from14 }) { _ in },
    ]

    private static let underFourteen: @Sendable (inout Site) -> Void = {
        $0.breaks("age-under-14", $0.step(.decision))
    }
}

extension Sanction {
    static let assault = both("殴打他人", "assault", "basic", 5...10, 500...1000)

    /// A fine alone of that many yuan inside a tier.
    static func medium(_ era: Era, _ yuan: Int) -> Sanction {
        era == .before
            ? fine("赌博（情节严重）", "gambling", "graver", yuan...yuan)
            : fine("盗窃", "theft-fraud-etc", "basic", yuan...yuan)
    }
}

extension Fault.Site {
    fileprivate mutating func merge(_ days: Int) {
        self[step(.decision)].mergedDetentionDays = days
        breaks("detention-merge-cap-20", step(.decision))
    }
}
