import Foundation
import Law

/// The generator's columns: one file of little-endian numbers each, named in snake case after the field.
struct ColumnFiles {
    let folder: String
    let epoch: Moment
    /// How many rows of the cases are read; the events of the others are left out.
    let cases: Int

    private static let caseSubject = Subject(register: Schema.caseRegister)

    /// Reads the cases, and the events kind by kind, as the rules need them.
    ///
    /// - Returns: The tables without facts, and the CPU seconds of reading the files and of laying them out.
    func tables(_ layout: Layout) throws -> (RecordTables, reading: Double, splitting: Double) {
        var feed = ColumnFeed(layout: layout)
        let (files, reading) = try CPU.timed { try read(feed, layout) }
        let (tables, splitting) = try CPU.timed {
            layOutCases(files, into: &feed)
            try layOutEvents(files, layout, into: &feed)
            feed.name("officer", numbersBelow: 24_000)
            return feed.finish(caseCount: cases)
        }
        for file in files.values { file.bytes.deallocate() }
        return (tables, reading, splitting)
    }

    /// All files that the rules need, by name.
    private func read(_ feed: ColumnFeed, _ layout: Layout) throws -> [String: RawColumn] {
        var files: [String: RawColumn] = [:]
        for slot in feed.fields(of: Self.caseSubject) {
            let name = "c_\(RawColumn.snake(slot.name))"
            files[name] = try RawColumn(name, in: folder, count: cases)
        }
        let offsets = try RawColumn("off", in: folder, width: 4, count: cases + 1)
        let events = Int(offsets.bytes.loadUnaligned(fromByteOffset: cases * 4, as: Int32.self))
        offsets.bytes.deallocate()
        let fields = layout.schema.subjects.filter(\.isEvent).flatMap { feed.fields(of: $0).map(\.name) }
        for field in Set(fields).subtracting([Schema.caseField]).union(["kind", "caseId"]) {
            let name = "e_\(RawColumn.snake(field))"
            files[name] = try RawColumn(name, in: folder, count: events)
        }
        return files
    }

    private func layOutCases(_ files: [String: RawColumn], into feed: inout ColumnFeed) {
        var columns: [String: Column.Data] = [:]
        for slot in feed.fields(of: Self.caseSubject) {
            columns[slot.name] = files["c_\(RawColumn.snake(slot.name))"]?.column(
                isTruth: slot.kind == .boolean, shift: slot.kind == .moment ? epoch.minutes : 0)
        }
        feed.set(Self.caseSubject, count: cases, columns: columns, caseRows: nil, caseCount: cases)
    }

    private func layOutEvents(
        _ files: [String: RawColumn], _ layout: Layout, into feed: inout ColumnFeed
    ) throws {
        guard let kinds = files["e_kind"], let owners = files["e_case_id"] else { return }
        var events = EventColumns(kinds: kinds)
        // The generator numbers the kinds from 1, in the order in which the register names them.
        let wanted = layout.schema.subjects.filter(\.isEvent).enumerated().map { ($0 + 1, $1) }
            .filter { !feed.fields(of: $1).isEmpty }
        for (kind, subject) in wanted {
            events.want(Schema.caseField, ofKind: kind, from: owners, shift: nil)
            for slot in feed.fields(of: subject) where slot.name != Schema.caseField {
                guard let file = files["e_\(RawColumn.snake(slot.name))"], slot.kind != .boolean else {
                    throw CocoaError(.coderInvalidValue)
                }
                events.want(
                    slot.name, ofKind: kind, from: file, shift: slot.kind == .moment ? epoch.minutes : nil)
            }
        }
        let lanes = events.fill()
        for (kind, subject) in wanted where events.count(ofKind: kind) > 0 {
            var columns = lanes[kind].mapValues(Column.Data.narrow)
            columns[Schema.caseField] = nil
            feed.set(
                subject, count: events.count(ofKind: kind), columns: columns,
                caseRows: lanes[kind][Schema.caseField], caseCount: cases)
        }
    }
}

extension RawColumn {
    /// All of it as a column of the cases.
    ///
    /// - Parameter shift: Added to each number.
    fileprivate func column(isTruth: Bool, shift: Int32) -> Column.Data {
        switch width {
        case 4: column(bytes.assumingMemoryBound(to: Int32.self), isTruth, shift)
        case 2: column(bytes.assumingMemoryBound(to: Int16.self), isTruth, shift)
        default: column(bytes.assumingMemoryBound(to: UInt8.self), isTruth, shift)
        }
    }

    private func column<Element: FixedWidthInteger>(
        _ values: UnsafeMutableBufferPointer<Element>, _ isTruth: Bool, _ shift: Int32
    ) -> Column.Data {
        guard let base = values.baseAddress else { return .narrow(Lane([])) }
        let count = values.count
        if isTruth {
            return .truth(
                Lane(count: count) { out in for row in 0..<count { out[row] = Truth.of(base[row] != 0) } })
        }
        return .narrow(
            Lane(count: count) { out in
                for row in 0..<count { out[row] = Int32(truncatingIfNeeded: base[row]) &+ shift }
            })
    }
}
