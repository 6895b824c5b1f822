/// Which law of the pack a text is.
extension LawBook {
    /// The law a file means by its code, by its exact name, or by its name and a day on which that version took effect.
    ///
    /// `nil` when the pack knows no such law: its text may be kept and read all the same, but no rule cites it.
    package func statute(for heading: StatuteHeading) -> Statute? {
        if let code = heading.code { return statute(code) }
        let title = Self.plain(heading.title)
        if let exact = statutes.first(where: { Self.plain($0.name) == title }) { return exact }
        let sameName = statutes.filter { Self.base($0.name) == Self.base(heading.title) }
        return sameName.first { heading.days.contains($0.inForce.from) }
    }

    /// The version of the same law that was in force on a day: the law itself, one it replaced, or one that replaced it.
    package func version(of statute: Statute, on day: Day) -> Statute? {
        versions(of: statute).first { $0.inForce.contains(day) }
    }

    /// All versions of a law that the pack knows, the earliest first.
    package func versions(of statute: Statute) -> [Statute] {
        var family = [statute]
        while let code = family[0].replaces, let earlier = self.statute(code) {
            family.insert(earlier, at: 0)
        }
        while let last = family.last, let later = statutes.first(where: { $0.replaces == last.code }) {
            family.append(later)
        }
        return family
    }

    /// Without space, and with brackets of one width.
    private static func plain(_ name: String) -> String {
        String(
            name.filter { !$0.isWhitespace }.map { character -> Character in
                switch character {
                case "(": "（"
                case ")": "）"
                default: character
                }
            })
    }

    /// Without the version in brackets.
    private static func base(_ name: String) -> String { String(plain(name).prefix { $0 != "（" }) }
}
