import Law

extension Fault {
    /// 询问: who asks, where, on record, with whom beside a minor (2012 第84条；2025 第97、98、108条).
    static let questioning: [Fault] = [
        Fault("one-officer-2025", .before) {
            let inquiry = $0.step(.inquiry)
            $0[inquiry].officers.removeLast()
            $0.breaks("two-officers", inquiry)
        },
        Fault("one-officer-and-an-auxiliary", .before) {
            let inquiry = $0.step(.inquiry)
            $0[inquiry].officers[1] = $0.draft.unit.auxiliaries[0]
            $0.breaks("two-officers", inquiry)
        },
        Fault("one-officer-recorded-2026", .after, needs: { $0.oneOfficer = true }) { _ in },
        Fault("one-officer-outside-the-venue-2026", .after, needs: { $0.oneOfficer = true }) {
            let inquiry = $0.step(.inquiry)
            $0[inquiry].place = .scene
            $0.breaks("single-officer-exception-2026", inquiry)
        },
        Fault("one-officer-recording-lost", .after, needs: { $0.oneOfficer = true }) {
            let inquiry = $0.step(.inquiry)
            $0.recording(of: inquiry) { $0.state = .lost }
            $0.breaks("recording-loss-voids-evidence", inquiry)
        },
        Fault("recording-starts-a-minute-late", .after) {
            let inquiry = $0.step(.inquiry)
            let from = $0[inquiry].at
            $0.recording(of: inquiry) { $0.from = from?.adding(minutes: 1) ?? $0.from }
            $0.breaks("inquiry-recorded-2026", inquiry)
        },
        Fault("recording-ends-with-the-inquiry", .after) {
            let inquiry = $0.step(.inquiry)
            let (from, to) = ($0[inquiry].at, $0[inquiry].endedAt)
            $0.recording(of: inquiry) {
                $0.from = from ?? $0.from
                $0.to = to ?? $0.to
            }
        },
        Fault("minor-without-an-adult-2012", .before, needs: { $0.offender = .from14 }) {
            let inquiry = $0.step(.inquiry)
            $0.dropAdult(of: inquiry)
            $0.breaks("minor-guardian-2012", inquiry)
        },
        Fault("minor-without-an-adult-2025", .after, needs: { $0.offender = .from16 }) {
            let inquiry = $0.step(.inquiry)
            $0.dropAdult(of: inquiry)
            $0.breaks("minor-appropriate-adult-2025", inquiry)
        },
        Fault("questioned-outside-the-case-area", .after) {
            let inquiry = $0.step(.inquiry)
            $0[inquiry].place = .policePremises
            $0.breaks("inquiry-in-case-area", inquiry)
        },
        Fault("stop-question-12h-and-a-minute", .before, needs: { $0.stopQuestion = .twelve }) {
            let stop = $0.step(.stopQuestion)
            $0[stop].endedAt = $0[stop].at?.adding(minutes: 721)
            $0.breaks("stop-question-limit", stop)
        },
    ]
}

extension Fault.Site {
    mutating func recording(of ref: EventRef, _ change: (inout RecordingDraft) -> Void) {
        for index in draft.recordings.indices where draft.recordings[index].event == ref {
            change(&draft.recordings[index])
        }
    }

    mutating func dropAdult(of ref: EventRef) {
        for adult in draft.steps(.adultPresent) where self[adult].relatesTo == ref { draft[adult].isMissing = true }
    }
}
