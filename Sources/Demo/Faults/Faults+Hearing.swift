import Law

extension Fault {
    /// 听证怎样办: 2025 第112、117条；行政处罚法 第45、64、65条；程序规定 第135、137、140、152、153条.
    static let hearings: [Fault] = [
        held("heard-behind-closed-doors", .after, "hearing-public-unless") {
            $0[$0.step(.hearing)].openToPublic = false
        },
        held("hearing-record-not-signed", .before, "hearing-record-signed") {
            $0.unsay(.signed, $0.step(.hearing))
        },
        held("decided-while-the-hearing-went-on", .before, "hearing-joint-offenders") {
            $0[$0.step(.hearing)].endedAt = $0[$0.step(.decision)].at?.adding(minutes: 60)
        },
        held("heard-on-the-eleventh-working-day-after-the-request", .after, "hearing-within-10-days") {
            $0.request(workingDays: 11)
        },
        held("heard-on-the-tenth-working-day-after-the-request", .after, nil) {
            $0.request(workingDays: 10)
        },
        Fault("hearing-report-missing", .after, needs: { $0.hearable(.held, .after) }) {
            $0.drop(.hearingReport)
            $0.breaks("hearing-record-decides", $0.step(.decision))
        },
        Fault("heavier-after-a-hearing", .before, needs: { $0.hearable(.held, .before) }) {
            let (notice, decision) = ($0.step(.penaltyNotice), $0.step(.decision))
            $0[notice].fine = $0[decision].fine.map { $0 - 1 }
            $0.breaks("no-heavier-after-defence", decision)
        },
        Fault("request-for-a-hearing-unanswered", .before) {
            let (party, told) = ($0[$0.step(.penaltyNotice)].party, $0[$0.step(.penaltyNotice)].at)
            guard let told else { return }
            let request = $0.draft.add(.hearingRequested, at: told.adding(minutes: 20)) { $0.party = party }
            $0.breaks("hearing-acceptance-2-days", request)
        },
        Fault("guardian-not-told", .after, needs: { $0.offender = .from16 }) {
            $0.drop(.guardianTold)
            $0.breaks("minor-guardian-told-2026", $0.step(.penaltyNotice))
        },
        Fault("unit-fined-ten-thousand-unheard", .before, needs: { $0.unitFined(10_000) }) {
            $0.breaks("hearing-right-other", $0.step(.decision))
        },
        Fault("unit-fined-9999-unheard", .before, needs: { $0.unitFined(9999) }) { _ in },
    ]

    /// A hearing that was held, with one thing wrong about it.
    private static func held(
        _ id: String, _ era: Era, _ rule: String?, change: @escaping @Sendable (inout Site) -> Void
    ) -> Fault {
        Fault(id, era, needs: { $0.hearable(.held, era) }) {
            change(&$0)
            if let rule { $0.breaks(rule, $0.step(.hearing)) }
        }
    }
}

extension CaseShape {
    /// A unit fined under another police law, and told nothing of a hearing.
    fileprivate mutating func unitFined(_ yuan: Int) {
        category = .fire
        atStation = false
        offender = nil
        sanction = .fine("单位未落实内部治安保卫措施", nil, nil, yuan...yuan)
    }
}

extension Fault.Site {
    /// Told, asked for and accepted on the day from which so many working days reach the hearing.
    fileprivate mutating func request(workingDays count: Int) {
        guard let heard = self[step(.hearing)].at else { return }
        let day = workingDays(count, before: heard.day)
        self[step(.hearingRightNotice)].at = Moment(day, hour: 9)
        let request = step(.hearingRequested)
        self[request].at = Moment(day, hour: 10)
        let party = self[request].party
        draft.add(.hearingAnswered, at: Moment(day, hour: 11)) {
            $0.relatesTo = request
            $0.party = party
            $0.passed = true
        }
    }
}
