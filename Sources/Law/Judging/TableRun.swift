/// Judges one table batch by batch, rule by rule: first over the whole batch whom the rule applies to and what a screen
/// settles at a glance, then step by step only the rest.
final class TableRun {
    private let plans: [RulePlan]
    private let machine: Machine
    /// The rows of the batch, counted from its start, that are still to be judged, and the versions they fall under.
    private let selected: UnsafeMutablePointer<Int32>
    private let versions: UnsafeMutablePointer<UInt8>
    private let verdicts: UnsafeMutablePointer<Verdict>
    private var selectedCount = 0
    /// A truth for every row: always `yes`, and always `no`.
    private let all: UnsafeMutablePointer<UInt8>
    private let none: UnsafeMutablePointer<UInt8>

    init(
        _ compiled: TableProgram, _ plans: [RulePlan], _ tables: RecordTables, in book: RuleBook,
        asOf: Moment,
        mostRows: Int
    ) {
        self.plans = plans
        machine = book.machine(for: compiled, tables, asOf: asOf, mostRows: mostRows)
        let width = machine.width
        selected = .allocate(capacity: width)
        versions = .allocate(capacity: width)
        verdicts = .allocate(capacity: width)
        all = .allocate(capacity: width)
        none = .allocate(capacity: width)
        all.initialize(repeating: Truth.yes, count: width)
        none.initialize(repeating: Truth.no, count: width)
    }

    deinit {
        selected.deallocate()
        versions.deallocate()
        verdicts.deallocate()
        all.deallocate()
        none.deallocate()
    }

    func judge(at start: Int, count: Int, into sink: inout FindingSink) {
        machine.begin(at: start, count: count)
        for plan in plans {
            machine.run(plan.scopeSteps)
            sink.begin(plan.rule)
            select(plan, into: &sink)
            guard selectedCount > 0 else { continue }
            // Row by row a step costs some twice what it costs a row over all of them.
            if selectedCount * 2 < count { machine.take(selected, count: selectedCount) }
            judge(plan)
            machine.takeAll()
            sink.add(selected, versions, verdicts, count: selectedCount, from: start)
        }
    }

    /// Finds the verdict on each selected row.
    private func judge(_ plan: RulePlan) {
        machine.run(plan.pivotSteps)
        chooseVersions(plan)
        let pivot = machine.narrow[plan.pivot.register]
        for (place, version) in plan.versions.enumerated() {
            let chosen = UInt8(place)
            guard (0..<selectedCount).contains(where: { versions[$0] == chosen }) else { continue }
            machine.run(version.steps)
            let judge = machine.judge(version.form)
            for entry in 0..<selectedCount where versions[entry] == chosen {
                let index = Int(selected[entry])
                let day = plan.pivotIsDay ? pivot[index] : Machine.day(ofMinutes: pivot[index])
                verdicts[entry] = judge(index, day)
            }
        }
    }

    /// Fills `selected` with the rows that a rule applies to, or may apply to, and that no screen has settled.
    private func select(_ plan: RulePlan, into sink: inout FindingSink) {
        let scope = machine.truth[plan.applies]
        guard sink.isOnlyCounted(.notApplicable) else { return selectEach(scope, into: &sink) }
        let inScope = count(scope)
        sink.count(.notApplicable, machine.count - inScope)
        // A screen runs over the whole batch: where few rows are in scope, judging those is less.
        guard let screen = plan.screen, sink.isOnlyCounted(.kept), inScope * 8 >= machine.count else {
            return pick(scope, settledBy: none)
        }
        machine.run(screen.steps)
        pick(scope, settledBy: machine.truth[screen.register])
        sink.count(.kept, inScope - selectedCount)
    }

    /// How many rows are in scope, or may be: eight at a time, counted in four parts of a word.
    private func count(_ scope: UnsafePointer<UInt8>) -> Int {
        let (count, everyOther) = (machine.count, UInt64(0x00ff_00ff_00ff_00ff))
        var parts: UInt64 = 0
        for start in stride(from: 0, to: count & ~7, by: 8) {
            let open = Self.open(scope + start)
            parts &+= (open & everyOther) &+ (open &>> 8 & everyOther)
        }
        // The four summed into the highest: no batch has more rows than sixteen bits count.
        var found = Int((parts &* 0x0001_0001_0001_0001) &>> 48)
        for index in count & ~7..<count { found += Int(min(scope[index], 1)) }
        return found
    }

    /// A one in each of eight bytes whose truth is not `no`.
    ///
    /// A truth is `no`, `unknown` or `yes` as 0, 1 or 2: its second bit says `yes`, either bit that it is not `no`.
    @inline(__always) private static func open(_ truths: UnsafePointer<UInt8>) -> UInt64 {
        let eight = UnsafeRawPointer(truths).loadUnaligned(as: UInt64.self).littleEndian
        return (eight | eight &>> 1) & 0x0101_0101_0101_0101
    }

    /// Picks the rows that are in scope, or may be, and not both in scope and settled: eight at a time, since most
    /// eights have none.
    private func pick(_ scope: UnsafePointer<UInt8>, settledBy sure: UnsafePointer<UInt8>) {
        let (count, out) = (machine.count, selected)
        var found = 0
        for start in stride(from: 0, to: count & ~7, by: 8) {
            let truths = UnsafeRawPointer(scope + start).loadUnaligned(as: UInt64.self).littleEndian
            let settled = UnsafeRawPointer(sure + start).loadUnaligned(as: UInt64.self).littleEndian
            var open = Self.open(scope + start) & ~((truths & settled) &>> 1)
            while open != 0 {
                out[found] = Int32(truncatingIfNeeded: start &+ open.trailingZeroBitCount &>> 3)
                found &+= 1
                open &= open &- 1
            }
        }
        for index in count & ~7..<count where scope[index] != Truth.no {
            out[found] = Int32(index)
            found += min(scope[index], sure[index]) == Truth.yes ? 0 : 1
        }
        selectedCount = found
    }

    private func selectEach(_ scope: UnsafePointer<UInt8>, into sink: inout FindingSink) {
        selectedCount = 0
        for index in 0..<machine.count where scope[index] == Truth.no {
            selected[selectedCount] = Int32(index)
            versions[selectedCount] = Finding.noVersion
            verdicts[selectedCount] = Verdict(answer: .notApplicable)
            selectedCount += 1
        }
        sink.add(selected, versions, verdicts, count: selectedCount, from: machine.start)
        pick(scope, settledBy: none)
    }

    /// Finds for each selected row the version in force on its pivot's day.
    ///
    /// A rule without one does not apply, whatever else the record fails to say.
    private func chooseVersions(_ plan: RulePlan) {
        let pivot = machine.narrow[plan.pivot.register]
        let scope = plan.scope.map { machine.truth[$0.register] } ?? UnsafePointer(all)
        for entry in 0..<selectedCount {
            let index = Int(selected[entry])
            versions[entry] = Finding.noVersion
            guard !Null.holds(pivot[index]) else {
                verdicts[entry] = Verdict(answer: .cannotTell)
                continue
            }
            let day = plan.pivotIsDay ? pivot[index] : Machine.day(ofMinutes: pivot[index])
            for (number, days) in plan.days.enumerated() where day >= days.from && day <= days.until {
                versions[entry] = UInt8(number)
            }
            if versions[entry] == Finding.noVersion {
                verdicts[entry] = Verdict(answer: .notApplicable)
            } else if scope[index] == Truth.unknown {
                versions[entry] = Finding.noVersion
                verdicts[entry] = Verdict(answer: .cannotTell)
            }
        }
    }
}
