import Law

extension Fault {
    /// 受案、移送、回避、追究时效: 程序规定 第21、61条；治安管理处罚法(2012) 第22条.
    static let intake: [Fault] = [
        Fault("receipt-never-given-2025", .before, needs: questionedVictim, change: receiptMissing),
        Fault("receipt-never-given-2026", .after, needs: questionedVictim, change: receiptMissing),
        Fault("transferred-after-24h-and-a-minute", .before, needs: { $0.route = .transferred }) {
            $0.move(.caseTransferred, after: .accepted, minutes: 1441)
            $0.breaksCase("transfer-within-24h")
        },
        Fault("transferred-after-24h-sharp", .after, needs: { $0.route = .transferred }) {
            $0.move(.caseTransferred, after: .accepted, minutes: 1440)
        },
        Fault("recusal-answered-a-day-late", .before, needs: { $0.asksRecusal = true }) {
            let request = $0.step(.recusalRequested)
            $0.place(.recusalDecided, on: $0.due(request, days: 2).adding(days: 1))
            $0.breaks("recusal-decision-2-days", request)
        },
        Fault("recusal-answered-on-the-last-day", .after, needs: { $0.asksRecusal = true }) {
            $0.place(.recusalDecided, on: $0.due($0.step(.recusalRequested), days: 2))
        },
        Fault("found-a-day-after-six-months", .before) {
            $0.actSixMonthsBefore(extraDays: 1)
            $0.breaksCase("limitation-6-months")
        },
        Fault("found-on-the-last-day-of-six-months", .before) { $0.actSixMonthsBefore(extraDays: 0) },
        Fault("complained-in-time-and-found-late", .before, needs: questionedVictim) {
            $0.actSixMonthsBefore(extraDays: 30)
        },
    ]

    private static let receiptMissing: @Sendable (inout Site) -> Void = {
        $0.drop(.receipt)
        $0.breaksCase("acceptance-form-and-receipt")
    }
}

extension Fault.Site {
    /// Puts the act so early that six months from it end so many days before the day it was discovered.
    fileprivate mutating func actSixMonthsBefore(extraDays: Int) {
        guard let discovered = draft.discoveredAt else { return }
        let target = discovered.day.adding(days: -extraDays)
        // 31 August and six months make 28 February: search for the latest day whose six months end in time.
        var day = target.adding(months: -6).adding(days: 3)
        while day.adding(months: 6) > target { day = day.adding(days: -1) }
        draft.actEndedAt = Moment(day, hour: 23, minute: 50)
        draft.actAt = Moment(day, hour: 23, minute: 30)
    }
}
