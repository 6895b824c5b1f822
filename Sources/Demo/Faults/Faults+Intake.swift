import Law

extension Fault {
    /// 受案、移送、回避: 程序规定 第21、61条；治安管理处罚法(2025) 第90条.
    static let intake: [Fault] = [
        Fault("transferred-after-24h-and-a-minute", .before, needs: { $0.route = .transferred }) {
            $0.transfer(after: 24 * 60 + 1)
            $0.breaksCase("transfer-within-24h")
        },
        Fault("transferred-after-24h-sharp", .after, needs: { $0.route = .transferred }) {
            $0.transfer(after: 24 * 60)
        },
        Fault("receipt-never-given", .after, needs: { $0.hasVictim = true }) {
            $0.drop(.receipt)
            $0.breaksCase("acceptance-form-and-receipt")
        },
        Fault("never-filed", .after) {
            $0.drop(.filed)
            $0.breaksCase("filing-immediate-2026")
        },
        Fault("recusal-answered-late", .before, needs: { $0.asksRecusal = true }) {
            let request = $0.step(.recusalRequested)
            $0.answer(request, by: .recusalDecided, days: 12)
            $0.breaks("recusal-decision-2-days", request)
        },
    ]
}

extension Fault.Site {
    mutating func transfer(after minutes: Int) {
        let accepted = step(.accepted)
        self[step(.caseTransferred)].at = self[accepted].at?.adding(minutes: minutes)
    }

    /// Moves the answer so many days after the request.
    mutating func answer(_ request: EventRef, by kind: EventKind, days: Int) {
        self[step(kind)].at = self[request].at?.adding(minutes: days * 1440)
    }
}
