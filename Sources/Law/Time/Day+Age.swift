extension Day {
    /// The 周岁 of one born on this day: a year is full from the day after the birthday.
    ///
    /// One born on 29 February has the birthday on 28 February of a common year.
    ///
    /// Source: 最高人民法院关于审理未成年人刑事案件具体应用法律若干问题的解释（2006）第二条, followed in administrative cases.
    ///
    /// - Returns: 0 on the day of birth and before it.
    package func fullYears(on day: Day) -> Int {
        let years = day.components.year - components.year
        guard years > 0 else { return 0 }
        return day > adding(months: 12 * years) ? years : years - 1
    }
}
