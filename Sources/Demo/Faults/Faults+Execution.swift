import Law

extension Fault {
    /// 当场处罚、收缴、送达、通知、暂缓: 2012 第97、100、104、105条，2025 第116、119、120、123、124条；程序规定 第223条.
    static let execution: [Fault] = onSpot + money + service

    private static let onSpot: [Fault] = [
        onTheSpot("201-yuan-2012", .before, .lightAssault, 201, breaking: "on-spot-penalty-2012"),
        onTheSpot("200-yuan-2012", .before, .lightAssault, 200),
        onTheSpot(
            "gambling-2012", .before, .fine("赌博", "gambling", "basic", 100...100), 100,
            breaking: "on-spot-penalty-2012"),
        onTheSpot("501-yuan-2025", .after, .lightAssault, 501, breaking: "on-spot-penalty-2025"),
        onTheSpot("500-yuan-2025", .after, .lightAssault, 500),
        Fault("on-spot-alone-and-disputed", .after, needs: { $0.onSpot(alone: true) }) {
            $0[$0.step(.decision)].undisputed = false
            $0.breaks("on-spot-single-officer-2026", $0.step(.decision))
        },
        Fault("on-spot-alone-and-unrecorded", .after, needs: { $0.onSpot(alone: true) }) {
            $0.draft.recordings = []
            $0.breaks("on-spot-single-officer-2026", $0.step(.decision))
        },
        Fault("on-spot-filed-after-24h-and-a-minute-2025", .before, needs: { $0.onSpot() }) {
            $0.fileLate(1441)
        },
        Fault("on-spot-filed-after-24h-and-a-minute-2026", .after, needs: { $0.onSpot() }) {
            $0.fileLate(1441)
        },
        Fault("on-spot-filed-after-24h-sharp", .after, needs: { $0.onSpot() }) {
            $0.move(.onSpotFiled, after: .decision, minutes: 1440)
        },
        Fault("traffic-on-spot-filed-on-the-second-day", .after, needs: { $0.traffic() }) {
            $0.place(.onSpotFiled, on: $0.due($0.step(.decision), days: 2))
        },
        Fault("traffic-on-spot-filed-a-day-late", .before, needs: { $0.traffic() }) {
            $0.place(.onSpotFiled, on: $0.due($0.step(.decision), days: 2).adding(days: 1))
            $0.breaks("on-spot-filed-24h", $0.step(.decision))
        },
    ]

    private static func onTheSpot(
        _ id: String, _ era: Era, _ sanction: Sanction, _ yuan: Int, breaking rule: String? = nil
    ) -> Fault {
        Fault(
            "on-spot-\(id)", era,
            needs: {
                $0.onSpot()
                $0.sanction = sanction
            },
            change: {
                $0[$0.step(.decision)].fine = yuan
                if let rule { $0.breaks(rule, $0.step(.decision)) }
            })
    }

    private static let money: [Fault] = [
        collected("51-yuan-2012", .before, 51, breaking: "fine-on-spot-2012"),
        collected("50-yuan-2012", .before, 50),
        collected("201-yuan-2025", .after, 201, breaking: "fine-on-spot-2025"),
        collected("200-yuan-2025", .after, 200),
        Fault("collected-though-disputed", .after, needs: { $0.collecting() }) {
            $0[$0.step(.fineCollected)].undisputed = false
            $0.breaks("fine-on-spot-2025", $0.step(.fineCollected))
        },
        Fault("collected-from-who-has-no-home-here", .before, needs: { $0.collecting() }) {
            $0[$0.step(.fineCollected)].undisputed = false
            $0[$0.step(.fineCollected)].ground = .noLocalHome
        },
        Fault("fine-handed-in-late-2025", .before, needs: { $0.collecting() }, change: handedInLate),
        Fault("fine-banked-late", .after, needs: { $0.collecting() }, change: bankedLate),
        Fault("fine-handed-in-late-2026", .after, needs: { $0.collecting() }, change: handedInLate),
    ]

    private static func collected(_ id: String, _ era: Era, _ yuan: Int, breaking rule: String? = nil)
        -> Fault
    {
        Fault("collected-\(id)", era, needs: { $0.collecting() }) {
            for kind in [EventKind.decision, .fineCollected, .fineHandedIn] { $0[$0.step(kind)].fine = yuan }
            if let rule { $0.breaks(rule, $0.step(.fineCollected)) }
        }
    }

    private static let handedInLate: @Sendable (inout Site) -> Void = {
        let collected = $0.step(.fineCollected)
        let late = $0.dueLeniently(collected, days: 2).adding(days: 1)
        $0.place(.fineHandedIn, on: late)
        $0.place(.fineBanked, on: late.adding(days: 1))
        $0.breaks("fine-handed-in-2-plus-2", collected)
    }

    private static let bankedLate: @Sendable (inout Site) -> Void = {
        let handedIn = $0.step(.fineHandedIn)
        $0.place(.fineBanked, on: $0.dueLeniently(handedIn, days: 2).adding(days: 1))
        $0.breaks("fine-banked-2-days", handedIn)
    }

    private static let service: [Fault] = [
        Fault("served-a-day-late-2025", .before, needs: absent, change: servedLate),
        Fault("served-a-day-late-2026", .after, needs: absent, change: servedLate),
        Fault("never-served", .after, needs: absent) {
            $0.drop(.served)
            $0.breaks("served-2-days-security", $0.step(.decision))
        },
        Fault("served-on-the-second-day", .before, needs: absent) {
            $0.place(.served, on: $0.due($0.step(.decision), days: 2))
        },
        Fault(
            "family-not-told-of-detention-2025", .before, needs: { $0.sanction = .theft },
            change: familyNotTold),
        Fault(
            "family-not-told-of-detention-2026", .after, needs: { $0.sanction = .theft },
            change: familyNotTold),
        Fault("suspension-answered-after-24h-and-a-minute", .before, needs: { $0.suspending() }) {
            $0.move(.suspensionDecided, after: .suspensionRequested, minutes: 1441)
            $0.breaks("suspension-request-24h", $0.step(.suspensionRequested))
        },
        Fault("suspension-answered-after-24h-sharp", .after, needs: { $0.suspending() }) {
            $0.move(.suspensionDecided, after: .suspensionRequested, minutes: 1440)
        },
        Fault("suspension-never-answered", .after, needs: { $0.suspending() }) {
            $0.drop(.suspensionDecided)
            $0.breaks("suspension-request-24h", $0.step(.suspensionRequested))
        },
    ]

    /// Nobody was there to be handed the decision.
    private static let absent: @Sendable (inout CaseShape) -> Void = { $0.servedLater = true }

    private static let servedLate: @Sendable (inout Site) -> Void = {
        let decision = $0.step(.decision)
        $0.place(.served, on: $0.dueLeniently(decision, days: 2).adding(days: 1))
        $0.breaks("served-2-days-security", decision)
    }

    private static let familyNotTold: @Sendable (inout Site) -> Void = {
        $0.drop(.detentionFamilyTold)
        $0.breaks("family-told-of-detention", $0.step(.decision))
    }
}

extension Sanction {
    /// 殴打他人 (lighter): fines alone, of any amount up to the tier's top.
    static let lightAssault = fine("殴打他人（情节较轻）", "assault", "lighter", 50...500)
}

extension CaseShape {
    fileprivate mutating func onSpot(alone: Bool = false) {
        route = .onSpot
        oneOfficer = alone
        sanction = .fine("扰乱公共场所秩序", "disorder-unit-public-transport", "basic", 50...200)
    }

    mutating func traffic() {
        route = .onSpot
        category = .traffic
        sanction = .fine("机动车违反停放规定", nil, nil, 20...200)
    }

    mutating func collecting() {
        onSpot()
        sanction = .fine("扰乱公共场所秩序", "disorder-unit-public-transport", "basic", 50...50)
        collectsFine = true
    }

    mutating func suspending() {
        sanction = .theft
        asksSuspension = true
    }
}

extension Fault.Site {
    fileprivate mutating func fileLate(_ minutes: Int) {
        move(.onSpotFiled, after: .decision, minutes: minutes)
        breaks("on-spot-filed-24h", step(.decision))
    }
}
