/// What a judgement turned on, in the words of a pack: `2026-01-05T18:00`, `8 hours`, `3000`.
extension Tracer.Trace {
    /// The limit that applied, of a deadline or a duration.
    var limit: DeadlinePlan.Limit? {
        guard case .deadline(let plan)? = versionPlan?.form else { return nil }
        return plan.limits.first { limit in
            limit.condition.map { machine.truth[$0][0] != Truth.no } ?? true
        }
    }

    /// By when it had, or has, to be done: the strict reading where there are two.
    var due: Moment? {
        guard case .deadline? = versionPlan?.form, verdict.limit != Finding.nothing else { return nil }
        return Moment(minutes: Int32(verdict.limit))
    }

    var observed: String? {
        guard verdict.observed != Finding.nothing else { return nil }
        switch versionPlan?.form {
        case .deadline(let plan):
            guard plan.isDuration else { return shown(verdict.observed, plan.end) }
            return elapsed(from: machine.narrow[plan.start.register][0], until: Int32(verdict.observed))
        case .sequence(let plan): return shown(verdict.observed, plan.then)
        case .bounds, .approval, .frame, .truth: return Number(ticks: verdict.observed).description
        case .separation(let who, _):
            guard case .reference(let register) = who.kind else { return nil }
            return machine.tables.name(Int32(verdict.observed), in: register)
        case nil: return nil
        }
    }

    var heldAgainst: String? {
        switch versionPlan?.form {
        case .deadline: return verdict.limit == Finding.nothing ? nil : limit?.period.length.description
        case .sequence(let plan):
            guard verdict.limit != Finding.nothing else { return nil }
            return plan.apart?.length.description ?? shown(verdict.limit, plan.first)
        case .bounds, .approval, .frame, .truth:
            return verdict.limit == Finding.nothing ? nil : Number(ticks: verdict.limit).description
        case .separation, nil: return nil
        }
    }

    /// A moment, or the day alone where only the day counts.
    private func shown(_ minutes: Int64, _ input: FormPlan.Input) -> String {
        let moment = Moment(minutes: Int32(minutes))
        return input.isByDay ? moment.day.description : moment.description
    }

    /// How long a thing lasted, counted as its limit counts.
    private func elapsed(from start: Int32, until end: Int32) -> String {
        let (start, end) = (Moment(minutes: start), Moment(minutes: end))
        guard limit?.period.length.isByClock ?? true else {
            return Length.shown(start.day.days(until: end.day), .days)
        }
        let minutes = start.minutes(until: end)
        return minutes % 60 == 0 ? Length.shown(minutes / 60, .hours) : Length.shown(minutes, .minutes)
    }
}

extension Length {
    /// As a pack writes a length, whatever its size.
    static func shown(_ count: Int, _ unit: Unit) -> String {
        "\(count) \(count == 1 ? String(unit.rawValue.dropLast()) : unit.rawValue)"
    }
}

extension RuleBook {
    /// One finding, spelled out: made only for what is shown.
    package struct Detail: Sendable {
        package let observed: String?
        package let limit: String?
        package let due: Moment?
        /// Names without a value that an answer of 不明 hung on.
        package let missing: [String]
        /// The labels of those names, for people.
        package let missingLabels: [String]
    }
}

extension Tracer {
    /// Spells one finding out.
    package func detail(of finding: Finding) -> RuleBook.Detail {
        guard let trace = trace(rule: Int(finding.rule), row: Int(finding.row)) else {
            return RuleBook.Detail(observed: nil, limit: nil, due: nil, missing: [], missingLabels: [])
        }
        let missing = trace.missing
        return RuleBook.Detail(
            observed: trace.observed, limit: trace.heldAgainst, due: trace.due, missing: missing.map(\.name),
            missingLabels: missing.map(\.label))
    }
}
