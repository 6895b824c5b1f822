import Law

extension Fault {
    /// 送达、拘留和罚款的执行、办案区、折抵: 2012 第21、97、103、106—108条，2025 第23、116、122、125—127条；
    /// 程序规定 第36、53、172、223条；拘留所条例 第30条；行政处罚法 第35、61、68条.
    static let delivery: [Fault] = served + detained + suspended + collected + inTheArea

    private static let served: [Fault] = [
        Fault("handed-over-unsigned", .after) {
            $0[$0.step(.served)].noted = [.none]
            $0.breaks("served-on-the-spot", $0.step(.decision))
        },
        Fault("left-without-witness-or-reason", .before) {
            $0[$0.step(.served)].execution.method = .left
            $0.breaks("service-order", $0.step(.served))
        },
        Fault("victim-never-served", .after, needs: hurting) {
            $0.drop(.victimServed)
            $0.breaks("victim-served-decision", $0.step(.decision))
        },
        Fault("victim-served-on-the-second-day", .before, needs: hurting) {
            $0.place(.victimServed, on: $0.due($0.step(.decision), days: 2))
        },
        Fault(
            "other-decision-served-a-day-late", .after,
            needs: {
                $0.beOther()
                $0.servedLater = true
            },
            change: {
                let decision = $0.step(.decision)
                $0.place(.served, on: $0.dueLeniently(decision, days: 7).adding(days: 1))
                $0.breaks("served-7-days-other", decision)
            }),
        Fault("fined-after-the-court-fined", .after) {
            let decision = $0.step(.decision)
            guard let decided = $0[decision].at else { return }
            let party = $0[decision].party
            $0.draft.add(.criminalJudged, at: decided.adding(minutes: -1440)) {
                $0.party = party
                $0.fine = 2000
            }
            $0.breaks("fine-offsets-criminal-fine", decision)
        },
    ]

    private static let hurting: @Sendable (inout CaseShape) -> Void = {
        $0.sanction = .lightAssault
        $0.hasVictim = true
    }

    private static let detained: [Fault] = [
        detention("pregnant-detained-2025", .before, "detention-not-executed-2012") {
            $0.execution.bar = .pregnantNursing
        },
        detention("pregnant-detained-2026", .after, "detention-not-executed-2025") {
            $0.execution.bar = .pregnantNursing
        },
        detention("detained-at-the-station", .after, "detention-place") { $0.place = .policePremises },
        detention("released-a-day-late", .before, "release-on-time") {
            $0.endedAt = $0.endedAt?.adding(minutes: 1440)
        },
    ]

    private static func detention(
        _ id: String, _ era: Era, _ rule: String, change: @escaping @Sendable (inout EventDraft) -> Void
    ) -> Fault {
        Fault(id, era, needs: { $0.sanction = .theft }) {
            let detention = $0.step(.detention)
            change(&$0[detention])
            $0.breaks(rule, detention)
        }
    }

    private static let suspended: [Fault] = [
        suspension("suspended-without-a-remedy-2025", .before, "suspension-grounds-2012") {
            $0.execution.remedySought = false
        },
        suspension("suspended-without-a-remedy-2026", .after, "suspension-grounds-2025") {
            $0.execution.remedySought = false
        },
        suspension("guarantor-from-elsewhere", .before, "guarantor-conditions") {
            $0.giveGuarantor()
            $0.execution.guarantorVerified.removeAll { $0 == .local }
        },
        suspension("guarantor-and-deposit", .after, "guarantee-either-or") {
            $0.giveGuarantor()
            $0.execution.guarantees.append(.deposit)
        },
    ]

    private static func suspension(
        _ id: String, _ era: Era, _ rule: String, change: @escaping @Sendable (inout EventDraft) -> Void
    ) -> Fault {
        Fault(id, era, needs: { $0.suspending() }) {
            let decided = $0.step(.suspensionDecided)
            change(&$0[decided])
            $0.breaks(rule, decided)
        }
    }

    private static let collected: [Fault] = [
        Fault(
            "traffic-fine-of-101-yuan-collected", .after,
            needs: {
                $0.traffic()
                $0.sanction = .fine("机动车违反停放规定", nil, nil, 50...50)
                $0.collectsFine = true
            },
            change: {
                for kind in [EventKind.decision, .fineCollected, .fineHandedIn] {
                    $0[$0.step(kind)].fine = 101
                }
                $0.breaks("fine-on-spot-other", $0.step(.fineCollected))
            }),
        Fault("collected-without-a-receipt", .before, needs: { $0.collecting() }) {
            $0[$0.step(.fineCollected)].paper = nil
            $0.breaks("fine-receipt", $0.step(.fineCollected))
        },
    ]

    private static let inTheArea: [Fault] = [
        Fault("belongings-not-listed", .before) {
            $0.draft.visits[0].belongingsListed = false
            $0.breaks("area-ledger", "venue-visit", $0.draft.id(of: $0.draft.visits[0]))
        },
        Fault("guarded-by-one", .after) {
            $0.draft.visits[0].guards = 1
            $0.breaks("area-guard-and-separation", "venue-visit", $0.draft.id(of: $0.draft.visits[0]))
        },
    ]
}
