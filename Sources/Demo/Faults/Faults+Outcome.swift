import Law

extension Fault {
    /// 决定书、审核、快速办理、调解、时效: 2025 第9、12、115条；行政处罚法 第16、28、36、51条；程序规定 第42、170、178、181条.
    static let outcome: [Fault] =
        decisions + tracks + [
            Fault("minor-punished-more-heavily", .before, needs: { $0.offender = .from14 }) {
                $0[$0.step(.decision)].weighing = [.heavier]
                $0.breaks("age-14-to-18", $0.step(.decision))
            },
            Fault("weighing-of-a-minor-not-recorded", .after, needs: { $0.offender = .from16 }) {
                $0[$0.step(.decision)].weighing = []
                $0.hides("age-14-to-18", $0.step(.decision))
            },
            Fault("found-after-two-years", .before, needs: unitFined) { $0.found(afterYears: 2) },
            Fault("mediated-though-not-slight", .after, needs: mediated) {
                $0[$0.step(.mediation)].circumstances = [.civilDispute]
                $0.breaks("mediation-eligible", $0.step(.mediation))
            },
            Fault("mediated-through-a-proxy", .before, needs: mediated) {
                $0[$0.step(.mediation)].present = false
                $0.breaks("mediation-offender-present", $0.step(.mediation))
            },
        ]

    private static let decisions: [Fault] = [
        Fault("review-without-procedure", .before) {
            $0[$0.step(.legalReview)].reviewPoints.removeAll { $0 == .procedure }
            $0.breaks("review-six-points", $0.step(.legalReview))
        },
        Fault("surcharge-not-stated-2025", .before) { $0.leaves(.surcharge, out: "decision-contents") },
        Fault("surcharge-not-stated-2026", .after) { $0.leaves(.surcharge, out: "decision-contents") },
        Fault("nothing-said-of-correction", .before) {
            $0.leaves(.nothingToCorrect, out: "order-to-correct")
        },
        Fault("resting-on-a-mere-document", .after) {
            $0[$0.step(.decision)].basisLevels = [.document]
            $0.breaks("penalty-legal-basis", $0.step(.decision))
        },
        Fault("reconsideration-first-not-told", .after, needs: parked) {
            $0.leaves(.reconsiderationFirst, out: "remedy-told-prior-reconsideration")
        },
        Fault("201-yuan-on-the-spot", .before, needs: parked) {
            $0[$0.step(.decision)].fine = 201
            $0.breaks("on-spot-penalty-other", $0.step(.decision))
        },
    ]

    private static let tracks: [Fault] = [
        Fault("fast-though-disputed", .before, needs: { $0.route = .fast }) {
            $0[$0.step(.decision)].undisputed = false
            $0.breaks("fast-track-conditions", $0.step(.decision))
        },
        Fault("fast-without-agreement", .after, needs: { $0.route = .fast }) {
            $0.drop(.fastTrackAgreed)
            $0.breaks("fast-track-agreed", $0.step(.decision))
        },
    ]

    /// 机动车违反停放规定, fined on the spot.
    private static let parked: @Sendable (inout CaseShape) -> Void = {
        $0.route = .onSpot
        $0.category = .traffic
        $0.sanction = .fine("机动车违反停放规定", nil, nil, 200...200)
    }

    private static let unitFined: @Sendable (inout CaseShape) -> Void = {
        $0.category = .fire
        $0.atStation = false
        $0.offender = nil
        $0.sanction = .fine("单位未落实内部治安保卫措施", nil, nil, 1000...5000)
    }

    private static let mediated: @Sendable (inout CaseShape) -> Void = {
        $0.route = .mediated
        $0.sanction = .fine("殴打他人（情节较轻）", "assault", "lighter", 100...500)
        $0.hasVictim = true
    }
}

extension Fault.Site {
    /// The decision's paper leaves one thing out.
    fileprivate mutating func leaves(_ item: Noted, out rule: String) {
        unsay(item, step(.decision))
        breaks(rule, step(.decision))
    }

    /// The act lies a day more than so many years before it was found, and nobody complained.
    fileprivate mutating func found(afterYears years: Int) {
        guard let found = draft.discoveredAt else { return }
        draft.actAt = found.adding(minutes: -(years * 366 + 1) * 1440)
        draft.actEndedAt = draft.actAt
        draft.complainedInTime = false
        breaksCase("limitation-2-and-5-years")
    }
}
