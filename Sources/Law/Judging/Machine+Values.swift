/// Values computed over a batch.
extension Machine {
    func computeWhole(
        _ operation: Expression.Arithmetic, _ x: UnsafePointer<Int32>, _ y: UnsafePointer<Int32>,
        into out: UnsafeMutablePointer<Int32>
    ) {
        // Without a branch, so that several rows are computed at once.
        @inline(__always) func fill(_ result: (Int32, Int32) -> Int32) {
            each { index in
                let (a, b) = (x[index], y[index])
                let isNull: Int32 = (Null.holds(a) ? -1 : 0) | (Null.holds(b) ? -1 : 0)
                out[index] = Null.unknown & isNull | result(a, b) & ~isNull
            }
        }
        switch operation {
        case .plus: fill { $0 &+ $1 }
        case .minus: fill { $0 &- $1 }
        case .times: fill { $0 &* $1 }
        case .divided, .power: out.update(repeating: Null.unknown, count: count)
        }
    }

    /// How far it is from one to the other; more than a register holds counts as not known.
    func between(
        _ x: UnsafePointer<Int32>, _ y: UnsafePointer<Int32>, into out: UnsafeMutablePointer<Int32>
    ) {
        each { out[$0] = Self.between(x[$0], y[$0]) }
    }

    @inline(__always) static func between(_ from: Int32, _ until: Int32) -> Int32 {
        let difference = until &- from
        // The signs of both differ from that of the difference only where it did not fit.
        let isOver = ((until ^ from) & (until ^ difference)) < 0
        let isNull = Null.holds(from) || Null.holds(until) || isOver || Null.holds(difference)
        return isNull ? Null.unknown : difference
    }

    func later(_ x: UnsafePointer<Int32>, by minutes: Int32, into out: UnsafeMutablePointer<Int32>) {
        each { index in
            let (moment, isOver) = x[index].addingReportingOverflow(minutes)
            out[index] = Null.holds(x[index]) || isOver || Null.holds(moment) ? Null.unknown : moment
        }
    }

    func workingDays(_ x: UnsafePointer<Int32>, into out: UnsafeMutablePointer<Int32>) {
        calendar.withSettledDays { first, through in
            guard let base = through.baseAddress else { return }
            let settled = UInt32(through.count)
            each { index in
                let place = UInt32(bitPattern: x[index] &- first)
                if place < settled {
                    out[index] = base[Int(place)]
                } else {
                    out[index] = Null.holds(x[index]) ? Null.unknown : calendar.workingDays(through: x[index])
                }
            }
        }
    }

    func choose<Element: FixedWidthInteger>(
        _ truth: UnsafePointer<UInt8>, _ x: UnsafePointer<Element>, _ y: UnsafePointer<Element>,
        otherwise unknown: Element, into out: UnsafeMutablePointer<Element>
    ) {
        each { out[$0] = Self.chosen(truth[$0], x[$0], y[$0], otherwise: unknown) }
    }

    /// One of two; where it is not known which, what they agree in.
    @inline(__always) static func chosen<Element: FixedWidthInteger>(
        _ truth: UInt8, _ x: Element, _ y: Element, otherwise unknown: Element
    ) -> Element {
        let open = x == y ? x : unknown
        return truth == Truth.yes ? x : truth == Truth.no ? y : open
    }

    /// Where the rows of a sheet begin: the version of the day, then the place of the keys in it.
    func find(_ lookup: Program.Lookup, into out: UnsafeMutablePointer<Int32>) {
        if isPicking || !findAll(lookup, into: out) { findEach(lookup, into: out) }
    }

    /// - Returns: `false` where some row of the batch is not in the sheet, and what was filled in is of no use.
    private func findAll(_ lookup: Program.Lookup, into out: UnsafeMutablePointer<Int32>) -> Bool {
        let cells = lookup.sheet.cells
        guard let days = cells.settledDays else { return false }
        let day = narrow[lookup.day]
        var isOutside: UInt32 = 0
        let (first, span) = (days.lowerBound, UInt32(bitPattern: days.upperBound &- days.lowerBound))
        each {
            out[$0] = 0
            isOutside |= UInt32(bitPattern: day[$0] &- first) > span ? 1 : 0
        }
        for start in cells.laterStarts {
            let size = Int32(cells.cellsOfVersion)
            each { out[$0] &+= day[$0] >= start ? size : 0 }
        }
        for (register, axis) in zip(lookup.keys, cells.axes) {
            let key = narrow[register]
            let (least, stride) = (axis.least, axis.stride)
            let span = UInt32(bitPattern: axis.most &- axis.least)
            each {
                let place = key[$0] &- least
                out[$0] &+= place &* stride
                isOutside |= UInt32(bitPattern: place) > span ? 1 : 0
            }
        }
        return isOutside == 0
    }

    private func findEach(_ lookup: Program.Lookup, into out: UnsafeMutablePointer<Int32>) {
        let day = narrow[lookup.day]
        each { index in
            let isOpen = Null.holds(day[index]) || lookup.keys.contains { Null.holds(narrow[$0][index]) }
            guard !isOpen else {
                out[index] = Null.unknown
                return
            }
            let keys = lookup.keys.map { Int(narrow[$0][index]) }
            out[index] =
                lookup.sheet.rowStart(on: Day(number: day[index]), keys: keys).map(Int32.init) ?? Null.absent
        }
    }
}
