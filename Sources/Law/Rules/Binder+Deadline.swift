import Pack

/// Deadlines and durations: limits, what is excluded, how often they are extended.
extension Binder {
    /// A deadline, or a duration, which is held to its length alike.
    mutating func plan(
        _ form: DeadlineForm, isDuration: Bool, _ draft: inout FormDraft
    ) throws(PackError) -> DeadlinePlan {
        let table = draft.program.table
        let isByDay = try isByDay(form.start, form.end, in: table)
        if isByDay, form.limits.contains(where: { $0.within.isByClock }) {
            let why = "起止中有只记到日的，不能按小时、分钟计"
            throw PackError(.badValue(form.start.name, why: why), at: form.start.place)
        }
        let start = try moment(form.start, role: "起算", isByDay: isByDay, &draft)
        let end = try moment(form.end, role: isDuration ? "结束" : "办理", isByDay: isByDay, &draft)
        var exclusions: [DeadlinePlan.Exclusion] = []
        for exclusion in form.exclusions {
            let related = try relate(exclusion.related, to: table)
            let from = try spanEnd(exclusion.spans.0, in: related.table)
            let until = try spanEnd(exclusion.spans.1, in: related.table)
            let label = layout.schema.label(of: exclusion.related.from)
            let slot = addHidden(
                label, .moment, isList: true, .spans(from: from, until: until), related, in: table)
            exclusions.append(
                DeadlinePlan.Exclusion(
                    source: Program.Source(slot: slot, isOfCase: false), label: label,
                    name: "\(exclusion.related.from).\(exclusion.spans.1.name)"))
        }
        let granted = try form.extension.map { granted throws(PackError) in try plan(granted, &draft) }
        let length = form.extension.map { Period.Extension(by: $0.by, atMost: $0.atMost) }
        var limits: [DeadlinePlan.Limit] = []
        for limit in form.limits {
            let register = try limit.condition.map { condition throws(PackError) in
                try self.condition(condition, &draft)
            }
            limits.append(
                DeadlinePlan.Limit(
                    condition: register, period: Period(limit.within, rolls: form.rolls, extension: length),
                    lenient: form.lenient.map { Period($0, rolls: form.rolls, extension: length) }))
        }
        return DeadlinePlan(
            start: start, end: end, limits: limits, exclusions: exclusions, extension: granted,
            isDuration: isDuration)
    }

    private mutating func plan(
        _ granted: DeadlineForm.Extension, _ draft: inout FormDraft
    ) throws(PackError) -> DeadlinePlan.Extension {
        let table = draft.program.table
        let related = try relate(granted.related, to: table)
        let certain = addHidden("延长次数", .number, .count, related, in: table)
        let possible = addHidden("可能的延长次数", .number, .possibleCount, related, in: table)
        return DeadlinePlan.Extension(
            certain: draft.program.register(for: .load(Program.Source(slot: certain, isOfCase: false))),
            possible: draft.program.register(for: .load(Program.Source(slot: possible, isOfCase: false))))
    }

    /// One end of an excluded span: a field of the related record, or a fact about it.
    private mutating func spanEnd(_ use: NameUse, in table: Int) throws(PackError) -> Int {
        let binding = try bind(use, in: table)
        let isTime = binding.kind == .moment || binding.kind == .day
        guard isTime, !binding.isList, let column = binding.column, !column.isOfCase else {
            throw PackError(.badValue(use.name, why: "起止应为该记录自己的时间"), at: use.place)
        }
        return column.slot
    }
}
