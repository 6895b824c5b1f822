/// What a row of the present batch reads, from its own table or from that of its case.
extension Machine {
    func column(_ source: Program.Source) -> Column {
        guard source.isOfCase, let cases else { return table.columns[source.slot] }
        return cases.columns[source.slot]
    }

    /// The row of the table that an index of the batch stands for.
    @inline(__always) func row(_ index: Int) -> Int { start + index }

    /// The row of the table, or of the case table; -1 without a known case.
    @inline(__always) func row(_ index: Int, _ source: Program.Source) -> Int {
        guard source.isOfCase else { return row(index) }
        return table.caseRows.map { Int($0[row(index)]) } ?? -1
    }

    /// Fetches a column for the rows of the batch; `nil` when it can be read where it lies.
    @inline(__always)
    func fetch<Element: BitwiseCopyable>(
        _ source: Program.Source, into out: UnsafeMutablePointer<Element>, otherwise: Element
    ) -> UnsafePointer<Element>? {
        let base = (source.isOfCase ? caseBases : ownBases)[source.slot]
        guard let base = base?.assumingMemoryBound(to: Element.self) else {
            out.update(repeating: otherwise, count: count)
            return nil
        }
        guard source.isOfCase else { return UnsafePointer(base + start) }
        guard let rows = table.caseRows?.base else {
            out.update(repeating: otherwise, count: count)
            return nil
        }
        let own = rows + start
        each { out[$0] = own[$0] < 0 ? otherwise : base[Int(own[$0])] }
        return nil
    }
}
