/// What each step does to a batch.
extension Machine {
    func runNarrow(
        _ operation: Program.Operation, into out: UnsafeMutablePointer<Int32>, _ register: Int
    ) {
        switch operation {
        case .load(let source):
            if let place = fetch(source, into: out, otherwise: Null.unknown) { narrow[register] = place }
        case .constant(let value): out.update(repeating: value, count: width)
        case .asOf: out.update(repeating: asOf.minutes, count: width)
        case .dayOf(let a):
            let x = narrow[a]
            each { out[$0] = Null.holds(x[$0]) ? x[$0] : Self.day(ofMinutes: x[$0]) }
        case .firstMinute(let a):
            let x = narrow[a]
            each { out[$0] = Null.holds(x[$0]) ? x[$0] : x[$0] &* 1440 }
        case .computeWhole(let operation, let a, let b):
            computeWhole(operation, narrow[a], narrow[b], into: out)
        case .between(let a, let b): between(narrow[a], narrow[b], into: out)
        case .later(let a, let minutes): later(narrow[a], by: minutes, into: out)
        case .workingDays(let a): workingDays(narrow[a], into: out)
        case .choose(let truth, let a, let b):
            choose(self.truth[truth], narrow[a], narrow[b], otherwise: Null.unknown, into: out)
        case .orElse(let a, let b):
            let (x, y) = (narrow[a], narrow[b])
            each {
                let mask: Int32 = Null.holds(x[$0]) ? -1 : 0
                out[$0] = (y[$0] & mask) | (x[$0] & ~mask)
            }
        case .sheetRow(let place): find(program.lookups[place], into: out)
        case .sheetCell(let lookup, let output, let row):
            let (base, x) = (program.lookups[lookup].sheet.cells.values.base + output, narrow[row])
            each { out[$0] = Null.holds(x[$0]) ? x[$0] : base[Int(x[$0])] }
        case .words(let place): words(program.lists[place], into: out)
        default: return
        }
    }

    func runWide(_ operation: Program.Operation, into out: UnsafeMutablePointer<Int64>, _ register: Int) {
        switch operation {
        case .loadWide(let source):
            if let place = fetch(source, into: out, otherwise: Null.wideUnknown) { wide[register] = place }
        case .constantWide(let value): out.update(repeating: value, count: width)
        case .compute(let operation, let a, let b): compute(operation, wide[a], wide[b], into: out)
        case .widen(let a):
            let x = narrow[a]
            each { out[$0] = Null.widened(x[$0], by: Number.scale) }
        case .chooseWide(let truth, let a, let b):
            choose(self.truth[truth], wide[a], wide[b], otherwise: Null.wideUnknown, into: out)
        case .countList(let source):
            guard case .list(let offsets, _, let isUnknown) = column(source).data else { return }
            each { index in
                let row = self.row(index, source)
                out[index] =
                    row < 0 || isUnknown[row] != 0
                    ? Null.wideUnknown : Int64(offsets[row + 1] - offsets[row]) * Number.scale
            }
        case .countDistinct(let source): countDistinct(source, into: out)
        default: return
        }
    }

    func runTruth(
        _ operation: Program.Operation, into out: UnsafeMutablePointer<UInt8>, _ register: Int
    ) {
        switch operation {
        case .loadTruth(let source):
            if let place = fetch(source, into: out, otherwise: Truth.unknown) { truth[register] = place }
        case .constantTruth(let value): out.update(repeating: value, count: width)
        case .compare(let comparison, let a, let b): compare(comparison, narrow[a], narrow[b], into: out)
        case .compareConstant(let comparison, let a, let value):
            compare(comparison, narrow[a], with: value, into: out)
        case .compareWide(let comparison, let a, let b): compare(comparison, wide[a], wide[b], into: out)
        case .compareWideConstant(let comparison, let a, let value):
            compare(comparison, wide[a], with: value, into: out)
        case .isBetween(let a, let least, let most): isBetween(wide[a], least, most, into: out)
        case .compareTruth(let a, let b):
            let (x, y) = (truth[a], truth[b])
            eachOrAll(Self.truthsAtOnce) { out[$0] = x[$0] == 1 || y[$0] == 1 ? 1 : Truth.of(x[$0] == y[$0]) }
        case .isNull(let a):
            let x = narrow[a]
            each { out[$0] = Truth.of(Null.holds(x[$0])) }
        case .isNullWide(let a):
            let x = wide[a]
            each { out[$0] = Truth.of(Null.holds(x[$0])) }
        case .isNullTruth(let a):
            let x = truth[a]
            eachOrAll(Self.truthsAtOnce) { out[$0] = Truth.of(x[$0] == Truth.unknown) }
        case .and(let a, let b):
            let (x, y) = (truth[a], truth[b])
            eachOrAll(Self.truthsAtOnce) { out[$0] = min(x[$0], y[$0]) }
        case .or(let a, let b):
            let (x, y) = (truth[a], truth[b])
            eachOrAll(Self.truthsAtOnce) { out[$0] = max(x[$0], y[$0]) }
        case .not(let a):
            let x = truth[a]
            eachOrAll(Self.truthsAtOnce) { out[$0] = Truth.yes &- x[$0] }
        case .chooseTruth(let truth, let a, let b):
            let (which, x, y) = (self.truth[truth], self.truth[a], self.truth[b])
            eachOrAll(Self.truthsAtOnce) {
                out[$0] = Self.chosen(which[$0], x[$0], y[$0], otherwise: Truth.unknown)
            }
        case .isNullList, .contains: runList(operation, into: out)
        case .hasWord(let a, let bit): hasWord(narrow[a], bit, into: out)
        case .interpret(let index): interpret(program.interpreted[index], into: out)
        default: return
        }
    }

    /// Bytes of a register that the processor takes together.
    private static let truthsAtOnce = 16

    /// The day of a minute, before 1970 as well.
    ///
    /// Counted from a day so far back that no sign is left: a division of unsigned numbers is a multiplication.
    @inline(__always) static func day(ofMinutes minutes: Int32) -> Int32 {
        let days: UInt32 = 1_491_308
        return Int32(bitPattern: (UInt32(bitPattern: minutes) &+ days &* 1440) / 1440 &- days)
    }
}
