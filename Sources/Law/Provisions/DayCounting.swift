import Pack

/// Which periods in 日 a law itself counts in working days, where it says so: 行政处罚法第八十五条（二日、三日、五日、七日）,
/// 行政强制法第六十九条（十日以内）, 行政复议法第八十八条, 行政许可法第八十二条.
package enum DayCounting: Hashable, Sendable {
    /// The periods of these many days.
    case of([Int])
    /// The periods of at most so many days.
    case atMost(Int)
    /// Every period.
    case all

    /// Reads `[2, 3, 5, 7]`, `{atMost: 10}` or `all`.
    init(_ node: PackNode) throws(PackError) {
        let lengths = 1...Length.most
        switch node.content {
        case .scalar("all"): self = .all
        case .sequence:
            var days: [Int] = []
            for element in try node.elements(atLeastOne: "个日数") {
                days.append(try element.integer(in: lengths))
            }
            self = .of(days)
        case .mapping:
            var mapping = try PackMapping(node)
            self = .atMost(try mapping.required("atMost").integer(in: lengths))
            try mapping.finish()
        case .scalar:
            throw PackError(.expected("all、日数列表或 {atMost: 日数}", found: node.kindName), at: node.place)
        }
    }

    /// The unit in which a period of so many days counts.
    package func unit(ofDays count: Int) -> Length.Unit {
        let isWorking =
            switch self {
            case .of(let days): days.contains(count)
            case .atMost(let most): count <= most
            case .all: true
            }
        return isWorking ? .workingDays : .days
    }
}

extension LawBook {
    /// The unit in which a period of so many 日 counts under a law; `nil` where the law does not say.
    package func unit(ofDays count: Int, under code: String) -> Length.Unit? {
        statute(code)?.workingDays?.unit(ofDays: count)
    }

    /// Refuses a period that is counted in other days than the law that sets it says.
    ///
    /// - Parameter setter: The law that sets the period: the first of the basis.
    func check(_ length: Length, under setter: Citation, at place: PackPlace) throws(PackError) {
        guard length.unit == .days || length.unit == .workingDays,
            let unit = unit(ofDays: length.count, under: setter.law), unit != length.unit
        else { return }
        let right = Length(length.count, unit)
        let why =
            "《\(statute(setter.law)?.short ?? setter.law)》规定的\(length.count)日应计\(right.chinese)，写作 \(right)"
        throw PackError(.badValue(length.description, why: why), at: place)
    }
}
