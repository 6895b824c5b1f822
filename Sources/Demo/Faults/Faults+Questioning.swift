import Law

extension Fault {
    /// 询问: who asks, on record, with whom beside a minor (2012 第84条；2025 第97、98、108条).
    static let questioning: [Fault] = [
        Fault("one-officer-2025", .before) {
            $0[$0.step(.inquiry)].officers.removeLast()
            $0.breaks("two-officers", $0.step(.inquiry))
        },
        Fault("one-officer-and-an-auxiliary", .before) {
            $0[$0.step(.inquiry)].officers[1] = $0.draft.unit.auxiliaries[0]
            $0.breaks("two-officers", $0.step(.inquiry))
        },
        Fault("one-officer-elsewhere-2026", .after, needs: { $0.oneOfficer = true }) {
            $0[$0.step(.inquiry)].place = .scene
            $0.breaks("two-officers", $0.step(.inquiry))
        },
        Fault("one-officer-recorded-2026", .after, needs: { $0.oneOfficer = true }) { _ in },
        Fault("one-officer-recording-a-minute-short", .after, needs: { $0.oneOfficer = true }) {
            let inquiry = $0.step(.inquiry)
            $0.record(inquiry, lateBy: 0, shortBy: 1)
            $0.breaks("single-officer-exception-2026", inquiry)
            $0.breaks("inquiry-recorded-2026", inquiry)
            $0.counters(.inquiriesRecorded, inquiry)
        },
        Fault("one-officer-recording-lost", .after, needs: { $0.oneOfficer = true }) {
            $0.loseRecording(.lost)
        },
        Fault("one-officer-recording-damaged", .after, needs: { $0.oneOfficer = true }) {
            $0.loseRecording(.damaged)
        },
        Fault("recording-starts-a-minute-late", .after) {
            $0.record($0.step(.inquiry), lateBy: 1, shortBy: 0)
            $0.breaks("inquiry-recorded-2026", $0.step(.inquiry))
            $0.counters(.inquiriesRecorded, $0.step(.inquiry))
        },
        Fault("recording-exactly-as-long", .after) { $0.record($0.step(.inquiry), lateBy: 0, shortBy: 0) },
        Fault("recording-missing-2025", .before) {
            // 程序规定 第77条 says "may" before 2026: no rule is broken, the report's claim fails.
            $0.draft.recordings = []
            $0.counters(.inquiriesRecorded, $0.step(.inquiry))
        },
        Fault("recordings-with-a-minute-between", .after) {
            $0.splitRecording($0.step(.inquiry), gap: 1)
            $0.breaks("inquiry-recorded-2026", $0.step(.inquiry))
            $0.counters(.inquiriesRecorded, $0.step(.inquiry))
        },
        Fault("recordings-that-touch", .after) { $0.splitRecording($0.step(.inquiry), gap: 0) },
        Fault("two-questioned-at-once", .after, needs: questionedVictim) {
            let (one, other) = ($0.draft.steps(.inquiry)[0], $0.draft.steps(.inquiry)[1])
            $0.overlap(other, with: one)
            $0.breaks("inquiry-separately", one)
            $0.breaks("inquiry-separately", other)
        },
        Fault("minor-without-an-adult-2012", .before, needs: { $0.offender = .from14 }) {
            $0.dropAdult(of: $0.step(.inquiry))
            $0.breaks("minor-guardian-2012", $0.step(.inquiry))
        },
        Fault("minor-without-an-adult-2025", .after, needs: { $0.offender = .from16 }) {
            $0.dropAdult(of: $0.step(.inquiry))
            $0.breaks("minor-appropriate-adult-2025", $0.step(.inquiry))
        },
        Fault("minor-victim-without-an-adult", .after, needs: minorVictim) {
            let inquiry = $0.draft.steps(.inquiry)[1]
            $0.dropAdult(of: inquiry)
            $0.breaks("minor-appropriate-adult-2025", inquiry)
        },
        Fault("no-meal-or-rest-2025", .before, change: noRest),
        Fault("no-meal-or-rest-2026", .after, change: noRest),
        stopped("12h-and-a-minute", .before, .twelve, minutes: 721, breaks: true, ladder: true),
        stopped("12h-sharp", .after, .twelve, minutes: 720, breaks: false),
        stopped("24h-and-a-minute", .after, .twentyFour, minutes: 1441, breaks: true, ladder: true),
        stopped("24h-sharp", .before, .twentyFour, minutes: 1440, breaks: false),
        stopped("48h-and-a-minute", .before, .fortyEight, minutes: 2881, breaks: true),
        stopped("48h-sharp", .after, .fortyEight, minutes: 2880, breaks: false),
    ]

    /// A slight assault whose victim is questioned too.
    static let questionedVictim: @Sendable (inout CaseShape) -> Void = {
        $0.sanction = .fine("殴打他人（情节较轻）", "assault", "lighter", 100...500)
        $0.hasVictim = true
        $0.victimIsQuestioned = true
    }

    static let minorVictim: @Sendable (inout CaseShape) -> Void = {
        questionedVictim(&$0)
        $0.victimIsMinor = true
    }

    private static let noRest: @Sendable (inout Site) -> Void = {
        $0[$0.step(.inquiry)].mealRestNoted = false
        $0.breaks("food-and-rest", $0.step(.inquiry))
    }

    private static func stopped(
        _ length: String, _ era: Era, _ kind: CaseShape.StopQuestion, minutes: Int, breaks: Bool,
        ladder: Bool = false
    ) -> Fault {
        Fault("stop-question-\(length)", era, needs: { $0.stopQuestion = kind }) {
            let stop = $0.step(.stopQuestion)
            $0[stop].endedAt = $0[stop].at?.adding(minutes: minutes)
            if breaks { $0.breaks("stop-question-limit", stop) }
            if ladder { $0.breaks("stop-question-approval-ladder", stop) }
        }
    }
}

extension Fault.Site {
    fileprivate mutating func record(_ ref: EventRef, lateBy late: Int, shortBy short: Int) {
        guard let from = self[ref].at, let to = self[ref].endedAt else { return }
        for index in draft.recordings.indices where draft.recordings[index].event == ref {
            draft.recordings[index].from = from.adding(minutes: late)
            draft.recordings[index].to = to.adding(minutes: -short)
        }
    }

    fileprivate mutating func loseRecording(_ state: RecordingDraft.State) {
        let inquiry = step(.inquiry)
        for index in draft.recordings.indices where draft.recordings[index].event == inquiry {
            draft.recordings[index].state = state
            breaks("body-camera-no-edit", "recording", draft.id(ofRecording: index))
        }
        breaks("recording-loss-voids-evidence", inquiry)
        counters(.inquiriesRecorded, inquiry)
    }

    /// Two files instead of one, with so many minutes between them.
    fileprivate mutating func splitRecording(_ ref: EventRef, gap: Int) {
        guard let index = draft.recordings.firstIndex(where: { $0.event == ref }) else { return }
        let whole = draft.recordings[index]
        let middle = whole.from.adding(minutes: whole.from.minutes(until: whole.to) / 2)
        draft.recordings[index].to = middle
        draft.recordings.append(
            RecordingDraft(
                event: ref, from: middle.adding(minutes: gap), to: whole.to, uploadedAt: whole.uploadedAt))
    }

    /// Starts one inquiry, and its recording, ten minutes into another.
    fileprivate mutating func overlap(_ later: EventRef, with earlier: EventRef) {
        guard let start = self[earlier].at, let own = self[later].at else { return }
        let delta = own.minutes(until: start) + 10
        self[later].shift(minutes: delta)
        for index in draft.recordings.indices where draft.recordings[index].event == later {
            draft.recordings[index].shift(minutes: delta)
        }
    }

    fileprivate mutating func dropAdult(of ref: EventRef) {
        for adult in draft.steps(.adultPresent) where self[adult].relatesTo == ref {
            draft[adult].isMissing = true
        }
    }
}
