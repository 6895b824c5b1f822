import Law

extension BureauYear {
    /// A major decision that keeps every step of 重大行政决策程序暂行条例.
    func decision(_ ordinal: Int, from start: Day) -> DecisionDraft {
        let number = "云公决〔\(year)〕\(ordinal)号"
        func day(_ number: Int) -> Value { .day(start.adding(days: number)) }
        func moment(_ number: Int, _ hour: Int) -> Value {
            .moment(Moment(start.adding(days: number), hour: hour))
        }
        let isSplit = ordinal == 3
        return DecisionDraft(
            number, from: start,
            [
                "number": .text(number), "title": .text("示例重大事项\(ordinal)"), "unit": .text(legal),
                "onDirectory": .boolean(true), "initiatedOn": day(0),
                "matter": .text(["policy", "plan", "project"][ordinal % 3]), "reviewedAt": moment(52, 10),
                "opinion": .text("lawful"), "opinionPaper": .text("\(number)审查意见"),
                "discussedAt": moment(56, 15), "decidedAt": moment(56, 16), "publishedOn": day(58),
                "notPublic": .boolean(false), "othersTouched": .boolean(true),
                "groupsTouched": .boolean(true), "marketTouched": .boolean(ordinal == 2),
                "technical": .boolean(true), "risky": .boolean(true), "widelyWatched": .boolean(true),
                "exploratory": .boolean(false), "submittedOn": day(43), "reviewedBy": .text(legal),
                "counselPaper": .text("\(number)法律意见"), "adviserOpinionOn": day(48),
                "materials": .of([
                    "draft", "fair-competition", "public-opinion", "expert-opinion", "risk-report",
                    "legality",
                ]),
                "chiefLast": .boolean(true), "againstMajority": .boolean(isSplit),
                "majorityReason": isSplit ? .text("见会议记录") : .null, "dissent": .boolean(isSplit),
                "dissentNoted": isSplit ? .boolean(true) : .null,
            ],
            steps: steps(number, day))
    }

    private func steps(_ number: String, _ day: (Int) -> Value) -> [String: [String: Value]] {
        [
            "study": ["heldOn": day(-5)],
            "consultation": ["heldOn": day(5), "agreed": .boolean(true)],
            "group-talk": ["heldOn": day(7), "opinions": .of(3), "answered": .of(3)],
            "open-comments": ["heldOn": day(8), "until": day(40), "opinions": .of(9), "answered": .of(9)],
            "hearing": [
                "heldOn": day(30), "materialsOn": day(20), "listOn": day(22), "signed": .boolean(true),
                "opinions": .of(4), "answered": .of(4),
            ],
            "expert": [
                "heldOn": day(41), "body": .text("云栖市示例咨询中心"), "paper": .text("\(number)论证意见"),
                "signed": .boolean(true), "interested": .boolean(false),
            ],
            "risk": [
                "heldOn": day(42), "body": .text("云栖市示例评估公司"), "controllable": .boolean(true),
                "contents": .of(["risk-points", "measures", "plan"]),
            ],
            "party-report": ["heldOn": day(57)],
            "explanation": ["heldOn": day(58)],
            "archive": [
                "heldOn": day(75),
                "contents": .of(["draft", "public", "expert", "risk", "legality", "minutes"]),
            ],
            "evaluation": ["heldOn": day(76), "body": .text("云栖市示例大学")],
        ]
    }
}

extension DecisionFault {
    /// 重大行政决策程序暂行条例 第3、10–33、36–38条.
    static let all: [DecisionFault] = [unprepared, badlyPrepared, outOfOrder, notOfThisKind]

    /// Hardly any step before the discussion was taken.
    private static let unprepared = DecisionFault(
        rules: [
            "md-initiation", "md-draft-coordination", "md-public-participation",
            "md-public-participation-groups", "md-expert", "md-risk", "md-materials", "md-archive",
            "md-publish-explained", "md-party-report", "md-publish",
        ], stepRules: []
    ) {
        $0["study", "heldOn"] = $0.day(1)
        $0["consultation", "agreed"] = .boolean(false)
        for step in [
            "group-talk", "open-comments", "hearing", "expert", "risk", "explanation", "party-report",
        ] {
            $0.steps[step] = nil
        }
        $0.decision["materials"] = .of(["legality"])
        $0["archive", "contents"] = .of(["draft", "legality"])
        $0.decision["publishedOn"] = $0.day(106)
    }

    /// Every step was taken, and taken wrongly.
    private static let badlyPrepared = DecisionFault(
        rules: [
            "md-risk-controllable", "md-legality-review-lawful", "md-legality-review-own",
            "md-legality-review-7-days", "md-legality-review-counsel", "md-collective-chief-last",
            "md-collective-majority", "md-collective-dissent", "md-post-evaluation",
            "md-lifelong-responsibility",
        ],
        stepRules: [
            ("md-public-comments-30-days", "open-comments"), ("md-feedback", "open-comments"),
            ("md-hearing-7-days", "hearing"), ("md-hearing-list", "hearing"),
            ("md-hearing-signed", "hearing"), ("md-expert-independent", "expert"),
            ("md-expert-signed", "expert"), ("md-risk-report", "risk"),
        ]
    ) {
        $0["open-comments", "until"] = $0.day(30)
        $0["open-comments", "answered"] = .of(7)
        $0["hearing", "materialsOn"] = $0.day(27)
        $0["hearing", "listOn"] = $0.day(30)
        $0["hearing", "signed"] = .boolean(false)
        $0["expert", "interested"] = .boolean(true)
        $0["expert", "signed"] = .boolean(false)
        $0["risk", "contents"] = .of(["risk-points", "measures"])
        $0["risk", "controllable"] = .boolean(false)
        $0["evaluation", "body"] = $0["expert", "body"]
        $0.decision["opinion"] = .text("unlawful")
        $0.decision["opinionPaper"] = .null
        $0.decision["submittedOn"] = $0.day(55)
        $0.decision["counselPaper"] = .null
        $0.decision["chiefLast"] = .boolean(false)
        $0.decision["againstMajority"] = .boolean(true)
        $0.decision["dissent"] = .boolean(true)
        $0.decision["dissentNoted"] = .boolean(false)
        $0.decision["errorFoundOn"] = $0.day(70)
    }

    /// Reviewed after the discussion, decided before it, and advised on when all was over.
    private static let outOfOrder = DecisionFault(
        rules: ["md-legality-review", "md-collective", "legal-adviser-opinion"], stepRules: []
    ) {
        $0.decision["adviserOpinionOn"] = $0.day(58)
        $0.decision["reviewedAt"] = $0.moment(57, hour: 10)
        $0.decision["decidedAt"] = $0.moment(55, hour: 16)
    }

    /// Drafting a government rule is no major decision; nothing else is asked of it here.
    private static let notOfThisKind = DecisionFault(rules: ["md-scope"], stepRules: []) {
        $0.decision["matter"] = .text("legislation")
        $0.steps = [:]
    }
}
