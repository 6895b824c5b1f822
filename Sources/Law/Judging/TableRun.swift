/// Judges one table batch by batch: first the scopes of all rules over the whole batch, then rule by rule what a screen
/// settles at a glance, and step by step only the rest.
final class TableRun {
    private let compiled: TableProgram
    private let plans: [RulePlan]
    private let heads: Machine
    private let bodies: Machine
    /// The rows of the batch, counted from its start, that are still to be judged, and the versions they fall under.
    private let selected: UnsafeMutablePointer<Int32>
    private let picked: UnsafeMutablePointer<Int32>
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
        self.compiled = compiled
        self.plans = plans
        let table = compiled.program.table
        heads = book.machine(
            compiled.headSize, isAlone: true, of: table, tables, asOf: asOf, mostRows: mostRows)
        bodies = book.machine(
            compiled.bodySize, isAlone: false, of: table, tables, asOf: asOf, mostRows: mostRows)
        let width = heads.width
        selected = .allocate(capacity: width)
        picked = .allocate(capacity: width)
        versions = .allocate(capacity: width)
        verdicts = .allocate(capacity: width)
        all = .allocate(capacity: width)
        none = .allocate(capacity: width)
        all.initialize(repeating: Truth.yes, count: width)
        none.initialize(repeating: Truth.no, count: width)
    }

    deinit {
        selected.deallocate()
        picked.deallocate()
        versions.deallocate()
        verdicts.deallocate()
        all.deallocate()
        none.deallocate()
    }

    func judge(at start: Int, count: Int, into sink: inout FindingSink) {
        heads.begin(at: start, count: count)
        for plan in plans {
            heads.run(plan.scopeSteps, of: compiled.program)
            sink.begin(plan.rule)
            judge(plan, into: &sink)
        }
    }

    private func judge(_ plan: RulePlan, into sink: inout FindingSink) {
        select(plan, into: &sink)
        guard selectedCount > 0 else { return }
        let isPicked = selectedCount * 2 < heads.count
        if isPicked {
            for entry in 0..<selectedCount { picked[entry] = Int32(heads.start) + selected[entry] }
            bodies.begin(picked: picked, count: selectedCount)
        } else {
            bodies.begin(at: heads.start, count: heads.count)
        }
        bodies.run(plan.pivotSteps, of: plan.program)
        chooseVersions(plan, isPicked)
        let pivot = bodies.narrow[plan.pivot.register]
        for (place, version) in plan.versions.enumerated() {
            let chosen = UInt8(place)
            guard (0..<selectedCount).contains(where: { versions[$0] == chosen }) else { continue }
            bodies.run(version.steps, of: plan.program)
            let judge = bodies.judge(version.form)
            for entry in 0..<selectedCount where versions[entry] == chosen {
                let index = isPicked ? entry : Int(selected[entry])
                let day = plan.pivotIsDay ? pivot[index] : Machine.day(ofMinutes: pivot[index])
                verdicts[entry] = judge(index, day)
            }
        }
        for entry in 0..<selectedCount {
            sink.add(heads.start + Int(selected[entry]), version: versions[entry], verdicts[entry])
        }
    }

    /// Fills `selected` with the rows that a rule applies to, or may apply to, and that no screen has settled.
    private func select(_ plan: RulePlan, into sink: inout FindingSink) {
        let scope = heads.truth[plan.applies]
        guard sink.isOnlyCounted(.notApplicable) else { return selectEach(scope, into: &sink) }
        let inScope = count(scope)
        sink.count(.notApplicable, heads.count - inScope)
        // A screen runs over the whole batch: where few rows are in scope, judging those is less.
        guard let screen = plan.screen, sink.isOnlyCounted(.kept), inScope * 8 >= heads.count else {
            return pick(scope, settledBy: UnsafePointer(none))
        }
        heads.run(screen.steps, of: compiled.program)
        pick(scope, settledBy: heads.truth[screen.register])
        sink.count(.kept, inScope - selectedCount)
    }

    /// How many rows are in scope, or may be: eight at a time, counted in four parts of a word.
    private func count(_ scope: UnsafePointer<UInt8>) -> Int {
        let (count, everyOther) = (heads.count, UInt64(0x00ff_00ff_00ff_00ff))
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
        let (count, out) = (heads.count, selected)
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
        for index in 0..<heads.count {
            if scope[index] == Truth.no {
                sink.add(heads.start + index, version: Finding.noVersion, Verdict(answer: .notApplicable))
            } else {
                selected[selectedCount] = Int32(index)
                selectedCount += 1
            }
        }
    }

    /// Finds for each selected row the version in force on its pivot's day.
    ///
    /// A rule without one does not apply, whatever else the record fails to say.
    private func chooseVersions(_ plan: RulePlan, _ isPicked: Bool) {
        let pivot = bodies.narrow[plan.pivot.register]
        let scope = plan.scope.map { heads.truth[$0.register] } ?? UnsafePointer(all)
        for entry in 0..<selectedCount {
            let place = Int(selected[entry])
            let index = isPicked ? entry : place
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
            } else if scope[place] == Truth.unknown {
                versions[entry] = Finding.noVersion
                verdicts[entry] = Verdict(answer: .cannotTell)
            }
        }
    }
}
