import Law

extension Fault {
    /// What the papers of a step must say, and who may take it: 程序规定 第67、68、73、74、77、86、111条；继续盘问规定 第9、14、17条.
    static let papers: [Fault] =
        unsaid + stops + officers + [
            Fault("never-filed-2026", .after, needs: questionedVictim) {
                $0.drop(.filed)
                $0.breaksCase("filing-immediate-2026")
                // Nothing to count the thirty days from.
                $0.hidesCase("case-limit-2025")
            },
            Fault("minor-victim-unrecorded", .after, needs: minorVictim) {
                let inquiry = $0.draft.steps(.inquiry)[1]
                $0.dropRecordings(of: inquiry)
                $0.breaks("minor-victim-single-recorded-inquiry", inquiry)
            },
            Fault("record-compared-by-nobody", .before) {
                let inquiry = $0.step(.inquiry)
                $0[inquiry].noted = []
                for rule in ["first-inquiry-items", "inquiry-duty-and-right-told", "record-read-and-signed"] {
                    $0.hides(rule, inquiry)
                }
            },
        ]

    private static let unsaid: [Fault] = [
        unsaid("summons-without-reasons-2025", .before, .summons, .reasonsTold, "summons-reasons-told"),
        unsaid("summons-without-reasons-2026", .after, .summons, .reasonsTold, "summons-reasons-told"),
        unsaid("arrival-not-signed", .after, .arrival, .timesSigned, "arrival-departure-signed"),
        unsaid("first-items-not-asked", .before, .inquiry, .firstItems, "first-inquiry-items"),
        unsaid("rights-not-told", .after, .inquiry, .rightsTold, "inquiry-duty-and-right-told"),
        unsaid("record-not-read-2026", .after, .inquiry, .read, "record-read-and-signed"),
        unsaid("record-not-signed-2025", .before, .inquiry, .signed, "record-read-and-signed"),
        unsaid("inspection-not-signed", .after, .inspection, .signed, "inspection-record") {
            $0.inspection = .warrant
        },
        unsaid("seizure-without-a-list", .after, .seizure, .listTwoCopies, "seizure-list-two-copies") {
            $0.seizure = .approved
        },
        unsaid("seizure-decision-incomplete", .before, .seizure, .decisionItems, "seizure-decision-items") {
            $0.seizure = .approved
        },
    ]

    private static func unsaid(
        _ id: String, _ era: Era, _ kind: EventKind, _ item: Noted, _ rule: String,
        needs: @escaping @Sendable (inout CaseShape) -> Void = { _ in }
    ) -> Fault {
        Fault(id, era, needs: needs) {
            $0.unsay(item, $0.step(kind))
            $0.breaks(rule, $0.step(kind))
        }
    }

    private static let stops: [Fault] = [
        Fault("stop-question-without-a-check-in-the-street", .before, needs: { $0.stopQuestion = .twelve }) {
            $0.unsay(.onSpotChecked, $0.step(.stopQuestion))
            $0.breaks("stop-question-excluded-cases", $0.step(.stopQuestion))
        },
        Fault("stop-question-after-the-case-was-taken-in", .after, needs: { $0.stopQuestion = .twelve }) {
            let stop = $0.step(.stopQuestion)
            $0[$0.step(.accepted)].at = $0[stop].at?.adding(minutes: -1)
            $0.breaks("stop-question-excluded-cases", stop)
        },
        Fault("stop-question-family-not-told", .after, needs: { $0.stopQuestion = .twelve }) {
            let stop = $0.step(.stopQuestion)
            for told in $0.draft.steps(.familyNotified) where $0[told].relatesTo == stop {
                $0[told].isMissing = true
            }
            $0.breaks("stop-question-family", stop)
        },
        Fault("stop-question-prolonged-a-minute-late", .after, needs: { $0.stopQuestion = .twentyFour }) {
            $0.prolong(0, after: 721)
            $0.breaks("stop-question-approval-ladder", $0.step(.stopQuestion))
        },
        Fault("stop-question-prolonged-just-in-time", .before, needs: { $0.stopQuestion = .twentyFour }) {
            $0.prolong(0, after: 720)
        },
        Fault(
            "stop-question-prolonged-once-to-forty-eight", .before, needs: { $0.stopQuestion = .fortyEight }
        ) {
            $0[$0.draft.steps(.extension)[1]].isMissing = true
            $0.breaks("stop-question-approval-ladder", $0.step(.stopQuestion))
        },
    ]

    /// 行政处罚法 第42条: who holds no certificate takes no step.
    private static let officers: [Fault] = [
        uncertified("inquiry", .after, .inquiry, "enforcement-certificate"),
        uncertified("inspection", .before, .inspection, "enforcement-certificate-inspection") {
            $0.inspection = .warrant
        },
        uncertified("seizure", .after, .seizure, "enforcement-certificate-seizure") {
            $0.seizure = .approved
        },
        uncertified("penalty-on-the-spot", .before, .decision, "enforcement-certificate-on-spot") {
            $0.route = .onSpot
            $0.sanction = .warning
        },
    ]

    private static func uncertified(
        _ id: String, _ era: Era, _ kind: EventKind, _ rule: String,
        needs: @escaping @Sendable (inout CaseShape) -> Void = { _ in }
    ) -> Fault {
        Fault("\(id)-by-an-officer-without-a-certificate", era, needs: needs) {
            let step = $0.step(kind)
            $0[step].officers[1] = $0.uncertified
            $0.breaks(rule, step)
        }
    }
}

extension Fault.Site {
    /// Takes one thing off what the papers of a step say.
    mutating func unsay(_ item: Noted, _ ref: EventRef) {
        self[ref].noted.removeAll { $0 == item }
        if self[ref].noted.isEmpty { self[ref].noted = [.none] }
    }

    /// Moves the n-th prolongation of the stop to so many minutes after it began.
    fileprivate mutating func prolong(_ number: Int, after minutes: Int) {
        let (stop, prolongation) = (step(.stopQuestion), draft.steps(.extension)[number])
        self[prolongation].at = self[stop].at?.adding(minutes: minutes)
        self[prolongation].approvedAt = self[prolongation].at
    }
}
