/// How each form judges one row of the present batch.
extension Machine {
    /// The form's judgement of a row, given its index in the batch and the day of its pivot.
    func judge(_ form: FormPlan) -> (Int, Int32) -> Verdict {
        switch form {
        case .deadline(let plan): return { index, _ in self.deadline(plan, index) }
        case .sequence(let plan): return { index, _ in self.sequence(plan, index) }
        case .truth(let plan): return { index, _ in self.truth(plan, index) }
        case .bounds(let value, let bounds):
            return { index, _ in self.number(self.ticks(value, index), within: bounds, index) }
        case .approval(let plan): return { index, _ in self.approval(plan, index) }
        case .separation(let who, let others): return { index, _ in self.separation(who, others, index) }
        case .frame(let plan): return { index, pivot in self.frame(plan, index, pivot: pivot) }
        }
    }

    private func truth(_ plan: TruthPlan, _ index: Int) -> Verdict {
        let truth = self.truth[plan.register][index]
        var verdict = Verdict(answer: .cannotTell)
        if truth != Truth.unknown { verdict.answer = (truth == Truth.yes) == plan.wanted ? .kept : .broken }
        if let observed = plan.observed { verdict.observed = shown(observed, index) }
        if let limit = plan.limit { verdict.limit = shown(limit, index) }
        return verdict
    }

    /// A number in ten-thousandths.
    @inline(__always) func ticks(_ register: NumberRegister, _ index: Int) -> Int64 {
        switch register {
        case .whole(let register): Null.widened(narrow[register][index], by: Number.scale)
        case .wide(let register): wide[register][index]
        }
    }

    private func shown(_ register: NumberRegister, _ index: Int) -> Int64 {
        let ticks = ticks(register, index)
        return Null.holds(ticks) ? Finding.nothing : ticks
    }

    /// A bound in ten-thousandths; `nil` where the name that sets it holds nothing.
    @inline(__always) private func ticks(_ limit: BoundsPlan.Limit, _ index: Int) -> Int64? {
        switch limit {
        case .ticks(let ticks): return ticks
        case .register(let register):
            let ticks = ticks(register, index)
            return Null.holds(ticks) ? nil : ticks
        }
    }

    /// Judges under the first limit whose condition holds; where that is not known, under all that may be the first,
    /// and an answer is given only when they agree.
    @inline(__always)
    func decide<Limit>(
        _ limits: [Limit], _ condition: (Limit) -> Int?, _ index: Int, _ judge: (Limit) -> Verdict
    ) -> Verdict {
        var result: Verdict?
        for limit in limits {
            let truth = condition(limit).map { self.truth[$0][index] } ?? Truth.yes
            if truth == Truth.no { continue }
            let verdict = judge(limit)
            if let earlier = result, earlier.answer != verdict.answer {
                result?.answer = .cannotTell
            } else if result == nil {
                result = verdict
            }
            if truth == Truth.yes { return result ?? verdict }
        }
        // Either no limit applies, or it is not known whether one does.
        guard var open = result else { return Verdict(answer: .notApplicable) }
        open.answer = .cannotTell
        return open
    }

    func number(_ value: Int64, within bounds: [BoundsPlan], _ index: Int) -> Verdict {
        guard !Null.holds(value) else { return Verdict(answer: .cannotTell) }
        return decide(bounds, { $0.condition }, index) { bound in
            guard let least = ticks(bound.atLeast, index), let most = ticks(bound.atMost, index) else {
                return Verdict(answer: .cannotTell, observed: value)
            }
            let isBelow = value < least
            return Verdict(
                answer: isBelow || value > most ? .broken : .kept, observed: value,
                limit: isBelow || most == .max ? least : most)
        }
    }

    private func sequence(_ plan: SequencePlan, _ index: Int) -> Verdict {
        let (first, then) = (narrow[plan.first.register][index], narrow[plan.then.register][index])
        guard !Null.holds(then) else {
            return Verdict(answer: plan.then.isAbsent(then) ? .notApplicable : .cannotTell)
        }
        guard !Null.holds(first) else {
            return Verdict(answer: plan.first.isAbsent(first) ? .broken : .cannotTell, observed: Int64(then))
        }
        guard let apart = plan.apart else {
            let isKept = plan.isStrict ? first < then : first <= then
            return Verdict(answer: isKept ? .kept : .broken, observed: Int64(then), limit: Int64(first))
        }
        let end = apart.due(from: Moment(minutes: first), in: calendar).moment.minutes
        let short = plan.lenient?.due(from: Moment(minutes: first), in: calendar).moment.minutes ?? end
        let answer: Answer = then > end ? .kept : then <= short ? .broken : .cannotTell
        return Verdict(answer: answer, observed: Int64(then), limit: Int64(end))
    }

    private func frame(_ plan: FramePlan, _ index: Int, pivot: Int32) -> Verdict {
        let value = ticks(plan.value, index)
        let (frame, tier) = (narrow[plan.frame][index], narrow[plan.tier][index])
        guard !Null.holds(value), plan.versions.indices.contains(Int(frame)),
            !plan.versions[Int(frame)].isEmpty
        else { return Verdict(answer: .cannotTell) }
        let day = Day(number: pivot)
        guard let version = plan.versions[Int(frame)].first(where: { $0.inForce.contains(day) }) else {
            return Verdict(answer: .notApplicable)
        }
        guard let tier = version.tiers.first(where: { $0.code == tier }) else {
            return Verdict(answer: .cannotTell)
        }
        let range = tier.range ?? 0...0
        let limit = value < range.lowerBound ? range.lowerBound : range.upperBound
        return Verdict(answer: range.contains(value) ? .kept : .broken, observed: value, limit: limit)
    }

    private func separation(_ who: Binding, _ others: [Binding], _ index: Int) -> Verdict {
        var isOpen = false
        doers.removeAll(keepingCapacity: true)
        rivals.removeAll(keepingCapacity: true)
        collect(who, index, into: &doers, &isOpen)
        if doers.isEmpty && !isOpen { return Verdict(answer: .notApplicable) }
        for other in others { collect(other, index, into: &rivals, &isOpen) }
        for doer in doers where rivals.contains(doer) {
            return Verdict(answer: .broken, observed: Int64(doer))
        }
        return Verdict(answer: isOpen ? .cannotTell : .kept)
    }

    /// Appends the records that a name refers to in a row.
    private func collect(_ binding: Binding, _ index: Int, into codes: inout [Int32], _ isOpen: inout Bool) {
        guard let source = binding.column else { return }
        let row = row(index, source)
        guard row >= 0 else {
            isOpen = true
            return
        }
        let start = codes.count
        if !column(source).appendNarrow(row, to: &codes) { isOpen = true }
        // No such record at all is nobody; one that names nobody is somebody unknown.
        if codes[start...].contains(where: { $0 == Null.unknown }) { isOpen = true }
        codes.removeAll { Null.holds($0) }
    }
}
