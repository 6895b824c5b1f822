import Law

extension Fault {
    /// 检查、辨认、鉴定、扣押、登记保存、证据: 2025 第103、105、111条；行政强制法 第18、19、25条；程序规定 第97、104、190条.
    static let evidence: [Fault] = inspections + lineups + appraisals + seizures + preservations + proofs

    private static let inspections: [Fault] = [
        Fault("inspection-approved-by-the-station", .before, needs: { $0.inspection = .warrant }) {
            $0[$0.step(.inspection)].approverLevel = 1
            $0.breaks("inspection-warrant", $0.step(.inspection))
        },
        Fault("inspection-approved-a-minute-late", .after, needs: { $0.inspection = .warrant }) {
            let inspection = $0.step(.inspection)
            $0[inspection].approvedAt = $0[inspection].at?.adding(minutes: 1)
            $0.breaks("inspection-warrant", inspection)
        },
        Fault("urgent-inspection-unrecorded", .after, needs: { $0.inspection = .urgent }) {
            $0.dropRecordings(of: $0.step(.inspection))
            $0.breaks("inspection-on-spot-recorded-2026", $0.step(.inspection))
        },
        Fault("urgent-inspection-unrecorded-before-2026", .before, needs: { $0.inspection = .urgent }) {
            $0.dropRecordings(of: $0.step(.inspection))
        },
    ]

    private static let lineups: [Fault] = [
        lineup("six-persons", .before, .person, 6, breaks: true),
        lineup("seven-persons", .after, .person, 7, breaks: false),
        lineup("nine-photographs", .after, .photo, 9, breaks: true),
        lineup("ten-photographs", .before, .photo, 10, breaks: false),
        lineup("four-objects", .after, .object, 4, breaks: true),
        Fault("lineup-by-one-officer-2025", .before, needs: { $0.lineup = .photo }) {
            $0[$0.step(.lineup)].officers.removeLast()
            $0.breaks("lineup-two-officers", $0.step(.lineup))
        },
        Fault("lineup-by-one-officer-at-the-scene-2026", .after, needs: { $0.lineup = .photo }) {
            $0[$0.step(.lineup)].officers.removeLast()
            $0[$0.step(.lineup)].place = .scene
            $0.breaks("lineup-two-officers", $0.step(.lineup))
        },
    ]

    private static func lineup(_ id: String, _ era: Era, _ kind: FoilKind, _ count: Int, breaks: Bool)
        -> Fault
    {
        Fault("lineup-of-\(id)", era, needs: { $0.lineup = kind }) {
            $0[$0.step(.lineup)].foils = count
            if breaks { $0.breaks("lineup-counts", $0.step(.lineup)) }
        }
    }

    private static let appraisals: [Fault] = [
        Fault("appraisal-told-a-day-late", .before, needs: { $0.isAppraised = true }) {
            let appraisal = $0.step(.appraisal)
            $0.place(.appraisalTold, on: $0.due(from: $0[appraisal].endedAt, days: 5).adding(days: 1))
            $0.breaks("appraisal-result-5-days", appraisal)
        },
        Fault("appraisal-told-on-the-fifth-day", .after, needs: { $0.isAppraised = true }) {
            $0.place(.appraisalTold, on: $0.due(from: $0[$0.step(.appraisal)].endedAt, days: 5))
        },
    ]

    private static let seizures: [Fault] = [
        Fault("seizure-approved-a-minute-late-2025", .before, needs: { $0.seizure = .approved }) {
            $0.approve(.seizure, after: 1)
            $0.breaks("seizure-approved-first", $0.step(.seizure))
        },
        Fault("seizure-approved-by-the-station-2026", .after, needs: { $0.seizure = .approved }) {
            $0[$0.step(.seizure)].approverLevel = 1
            $0.breaks("seizure-approved-first", $0.step(.seizure))
        },
        Fault("urgent-seizure-approved-after-24h-and-a-minute-2025", .before, needs: { $0.seizure = .urgent })
        {
            $0.approve(.seizure, after: 1441)
            $0.breaks("seizure-on-spot-24h", $0.step(.seizure))
        },
        Fault("urgent-seizure-approved-after-24h-and-a-minute-2026", .after, needs: { $0.seizure = .urgent })
        {
            $0.approve(.seizure, after: 1441)
            $0.breaks("seizure-on-spot-24h", $0.step(.seizure))
        },
        Fault("urgent-seizure-approved-after-24h-sharp", .after, needs: { $0.seizure = .urgent }) {
            $0.approve(.seizure, after: 1440)
        },
        Fault("urgent-seizure-unrecorded", .after, needs: { $0.seizure = .urgent }) {
            $0.dropRecordings(of: $0.step(.seizure))
            $0.breaks("seizure-on-spot-recorded-2026", $0.step(.seizure))
        },
        held("a-day-beyond-thirty", .before, .approved, days: 30, extra: 1),
        held("thirty-days", .after, .approved, days: 30, extra: 0),
        held("a-day-beyond-sixty", .after, .extended, days: 60, extra: 1),
        held("sixty-days", .before, .extended, days: 60, extra: 0),
        Fault("exhibit-handed-over-after-24h-and-a-minute", .before, needs: { $0.seizure = .approved }) {
            $0.move(.propertyHanded, after: .seizure, minutes: 1441)
            $0.breaks("property-handed-over-24h", $0.step(.seizure))
        },
        Fault("exhibit-handed-over-after-24h-sharp", .after, needs: { $0.seizure = .approved }) {
            $0.move(.propertyHanded, after: .seizure, minutes: 1440)
        },
        Fault("exhibit-kept-by-a-handler", .after, needs: { $0.seizure = .approved }) {
            $0[$0.step(.propertyHanded)].actor = $0.draft.handlers[1]
            $0.breaks("security-officer-of-property", $0.step(.propertyHanded))
        },
    ]

    private static func held(
        _ id: String, _ era: Era, _ kind: CaseShape.Seizure, days: Int, extra: Int
    ) -> Fault {
        Fault("seizure-held-\(id)", era, needs: { $0.seizure = kind }) {
            let seizure = $0.step(.seizure)
            let due = $0.due(seizure, days: days)
            $0[seizure].endedAt = Moment(due.adding(days: extra), hour: 23, minute: 59)
            if extra > 0 { $0.breaks("seizure-term-30-plus-30", seizure) }
        }
    }

    private static let preservations: [Fault] = [
        Fault("preserved-a-day-beyond-seven-working-days", .before, needs: { $0.isPreserved = true }) {
            let preservation = $0.step(.preservation)
            let last = $0.dueLeniently(preservation, days: 7)
            $0[preservation].endedAt = Moment(last.adding(days: 1), hour: 9)
            $0.breaks("registered-preservation-7-days", preservation)
        },
        Fault("preserved-seven-days", .after, needs: { $0.isPreserved = true }) {
            let preservation = $0.step(.preservation)
            $0[preservation].endedAt = Moment($0.due(preservation, days: 7), hour: 23, minute: 59)
        },
    ]

    private static let proofs: [Fault] = [
        Fault("confession-alone-2025", .before, change: confessionAlone),
        Fault("confession-alone-2026", .after, change: confessionAlone),
        Fault("one-proof-besides-the-confession", .after) { $0.draft.evidenceBesidesStatement = 1 },
    ]

    private static let confessionAlone: @Sendable (inout Site) -> Void = {
        $0.draft.evidenceBesidesStatement = 0
        $0.breaks("confession-alone-insufficient", $0.step(.decision))
    }
}

extension Fault.Site {
    fileprivate mutating func approve(_ kind: EventKind, after minutes: Int) {
        let ref = step(kind)
        self[ref].approvedAt = self[ref].at?.adding(minutes: minutes)
    }
}
