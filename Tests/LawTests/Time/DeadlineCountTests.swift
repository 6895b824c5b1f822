import Law
import Testing

@Suite("The proof of a deadline")
struct DeadlineCountTests {
    private func sentences(
        _ period: Period, from start: String, excluding: [Exclusion] = [], extensions: Int = 0
    ) -> [String] {
        period.count(from: moment(start), excluding: excluding, extensions: extensions, in: china)
            .steps.map(\.description)
    }

    @Test("Thirty days that end on a working Sunday")
    func workingSunday() {
        #expect(
            sentences(Period(length("30 days")), from: "2025-12-05T10:00") == [
                "自2025年12月5日10时00分起算，当日不计入",
                "期间30日，按自然日计算",
                "2025年12月6日至2026年1月4日，计入30日",
                "末日2026年1月4日虽逢周末，因2026年元旦调休上班，不顺延",
                "2026年1月4日届满，当日终了前办理均不逾期",
            ])
    }

    @Test("Thirty days, an expert's opinion, an extension, and the spring festival at the end")
    func springFestival() {
        let period = Period(length("30 days"), extension: Period.Extension(by: length("30 days"), atMost: 2))
        let appraisal = Exclusion(span("2025-12-20T09:00", "2025-12-31T09:00"), "鉴定期间")
        #expect(
            sentences(period, from: "2025-12-06T10:00", excluding: [appraisal], extensions: 1) == [
                "自2025年12月6日10时00分起算，当日不计入",
                "期间30日，按自然日计算",
                "2025年12月7日至2025年12月20日，计入14日",
                "2025年12月21日至2025年12月31日为鉴定期间，扣除11日",
                "2026年1月1日至2026年1月16日，计入16日",
                "第1次延长，再计30日",
                "2026年1月17日至2026年2月15日，计入30日",
                "末日2026年2月15日为2026年春节假期，顺延至2026年2月24日",
                "2026年2月24日届满，当日终了前办理均不逾期",
            ])
    }

    @Test("Working days across the spring festival")
    func workingDays() {
        let hearing = Exclusion(span("2026-02-26T09:00", "2026-03-02T12:00"), "听证期间")
        #expect(
            sentences(Period(length("7 working days")), from: "2026-02-11T10:00", excluding: [hearing]) == [
                "自2026年2月11日10时00分起算，当日不计入",
                "期间7个工作日，按工作日计算，不含周末和法定节假日",
                "2026年2月12日至2026年2月13日，计入2个工作日",
                "2026年2月14日为2026年春节调休上班，计入1个工作日",
                "2026年2月15日至2026年2月23日为2026年春节假期，不计",
                "2026年2月24日至2026年2月26日，计入3个工作日",
                "2026年2月27日至2026年3月2日为听证期间，扣除3个工作日",
                "2026年3月3日，计入1个工作日",
                "2026年3月3日届满，当日终了前办理均不逾期",
            ])
    }

    @Test("Hours, with two overlapping exclusions")
    func hours() {
        let meal = Exclusion(span("2026-01-05T12:00", "2026-01-05T13:30"), "就医")
        let rest = Exclusion(span("2026-01-05T13:00", "2026-01-05T13:45"), "休息")
        #expect(
            sentences(Period(length("8 hours")), from: "2026-01-05T10:00", excluding: [rest, meal]) == [
                "自2026年1月5日10时00分起算，按分钟计算",
                "期间8小时，按时刻计算，不因节假日顺延",
                "2026年1月5日10时00分至2026年1月5日12时00分，计入2小时",
                "2026年1月5日12时00分至2026年1月5日13时00分为就医，扣除1小时",
                "2026年1月5日13时00分至2026年1月5日13时30分为就医、休息，扣除30分钟",
                "2026年1月5日13时30分至2026年1月5日13时45分为休息，扣除15分钟",
                "2026年1月5日13时45分至2026年1月5日19时45分，计入6小时",
                "2026年1月5日19时45分届满",
            ])
    }

    @Test("Months, and a period that must not roll")
    func months() {
        #expect(
            sentences(Period(length("6 months"), rolls: false), from: "2025-08-31T10:00") == [
                "自2025年8月31日10时00分起算，当日不计入",
                "期间6个月，按月计算，止于相应之日；当月无相应之日的，止于月末",
                "6个月自2025年8月31日至2026年2月28日，共181日",
                "2025年9月1日至2026年2月28日，计入181日",
                "2026年2月28日届满，当日终了前办理均不逾期",
            ])
        #expect(
            sentences(Period(length("2 days"), rolls: false), from: "2026-02-14T10:00").suffix(2) == [
                "末日2026年2月16日为2026年春节假期，该期间不因节假日延长",
                "2026年2月16日届满，当日终了前办理均不逾期",
            ])
    }

    @Test("What no notice settles is said to be provisional, with the first such day")
    func provisional() {
        #expect(
            sentences(Period(length("3 working days")), from: "2026-12-24T10:00") == [
                "自2026年12月24日10时00分起算，当日不计入",
                "期间3个工作日，按工作日计算，不含周末和法定节假日",
                "2026年12月25日，计入1个工作日",
                "2026年12月26日至2026年12月27日为周末，不计",
                "2026年12月28日至2026年12月29日，计入2个工作日",
                "2026年12月29日届满，当日终了前办理均不逾期",
                "2026年12月29日及以后的节假日安排尚未公布，以上日期为暂定",
            ])
    }
}
