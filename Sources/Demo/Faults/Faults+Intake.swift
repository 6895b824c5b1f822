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
            $0.actSixMonths(endedDaysBefore: 1)
            $0.breaksCase("limitation-6-months")
        },
        Fault("found-on-the-last-day-of-six-months", .before) { $0.actSixMonthsNotEnded() },
        Fault("complained-in-time-and-found-late", .before, needs: questionedVictim) {
            $0.actSixMonths(endedDaysBefore: 30)
        },
    ]

    private static let receiptMissing: @Sendable (inout Site) -> Void = {
        $0.drop(.receipt)
        $0.breaksCase("acceptance-form-and-receipt")
    }
}

extension Fault.Site {
    /// Puts the act on the latest day whose six months end before the day it was discovered, by so many days.
    fileprivate mutating func actSixMonths(endedDaysBefore days: Int) {
        guard let discovered = draft.discoveredAt else { return }
        let last = discovered.day.adding(days: -days)
        var day = last.adding(months: -6).adding(days: 3)
        while day.adding(months: 6) > last { day = day.adding(days: -1) }
        act(on: day)
    }

    /// Puts the act on the first day whose six months have not ended when it was discovered.
    ///
    /// Some days lack their counterpart: six months from both 28 and 29 August end in February's last days.
    fileprivate mutating func actSixMonthsNotEnded() {
        guard let discovered = draft.discoveredAt else { return }
        var day = discovered.day.adding(months: -6).adding(days: -3)
        while day.adding(months: 6) < discovered.day { day = day.adding(days: 1) }
        act(on: day)
    }

    private mutating func act(on day: Day) {
        draft.actEndedAt = Moment(day, hour: 23, minute: 50)
        draft.actAt = Moment(day, hour: 23, minute: 30)
    }
}
