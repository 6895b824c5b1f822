import Foundation
import Glibc
import Law

/// The generator's columns: one file of little-endian numbers each, named in snake case after the field.
struct ColumnFiles {
    let folder: String
    let epoch: Moment
    /// How many rows of the cases are read; the events of the others are left out.
    let cases: Int

    private static let widths = ["int32": 4, "int16": 2, "uint8": 1, "bool": 1]

    private struct Raw {
        let bytes: UnsafeMutableRawBufferPointer
        let width: Int
    }

    /// Reads the cases, and the events kind by kind, as the rules need them.
    ///
    /// - Returns: The tables without facts, and the CPU seconds of reading the files and of laying them out.
    func tables(_ layout: Layout) throws -> (RecordTables, reading: Double, splitting: Double) {
        var feed = ColumnFeed(layout: layout)
        var (reading, splitting) = (0.0, 0.0)
        func read(_ name: String, width: Int? = nil, count: Int) throws -> Raw {
            let (raw, seconds) = try CPU.timed { try self.read(name, width: width, count: count) }
            reading += seconds
            return raw
        }
        func lay(_ body: () throws -> Void) rethrows { splitting += try CPU.timed(body).1 }

        let caseSubject = Subject(register: Schema.caseRegister)
        var columns: [String: Column.Data] = [:]
        for slot in feed.fields(of: caseSubject) {
            let raw = try read("c_\(Self.snake(slot.name))", count: cases)
            lay { columns[slot.name] = column(slot, raw, rows: nil, count: cases) }
            raw.bytes.deallocate()
        }
        feed.set(caseSubject, count: cases, columns: columns, caseRows: nil, caseCount: cases)

        let offsets = try read("off", width: 4, count: cases + 1)
        let events = Int(offsets.bytes.loadUnaligned(fromByteOffset: cases * 4, as: Int32.self))
        offsets.bytes.deallocate()
        let kinds = try read("e_kind", width: 1, count: events)
        let wanted = layout.schema.subjects.filter(\.isEvent)
        var rows: [Lane<Int32>] = []
        lay { rows = split(kinds, into: wanted.map { !feed.fields(of: $0).isEmpty }) }
        kinds.bytes.deallocate()

        var found = wanted.map { _ in [String: Column.Data]() }
        let names = Set(wanted.flatMap { feed.fields(of: $0).map(\.name) }).sorted()
        for name in names where name != Schema.caseField {
            let raw = try read("e_\(Self.snake(name))", count: events)
            lay {
                for (place, subject) in wanted.enumerated() {
                    guard let slot = feed.fields(of: subject).first(where: { $0.name == name }) else {
                        continue
                    }
                    found[place][name] = column(slot, raw, rows: rows[place], count: rows[place].count)
                }
            }
            raw.bytes.deallocate()
        }
        let owners = try read("e_case_id", width: 4, count: events)
        lay {
            for (place, subject) in wanted.enumerated() where rows[place].count > 0 {
                let (picked, base) = (rows[place].base, owners.bytes.assumingMemoryBound(to: Int32.self))
                let lane = Lane<Int32>(count: rows[place].count) { out in
                    for row in 0..<rows[place].count { out[row] = base[Int(picked[row])] }
                }
                feed.set(subject, count: lane.count, columns: found[place], caseRows: lane, caseCount: cases)
            }
        }
        owners.bytes.deallocate()
        var tables: RecordTables?
        lay {
            feed.name("officer", numbersBelow: 24_000)
            tables = feed.finish(caseCount: cases)
        }
        guard let tables else { throw CocoaError(.coderInvalidValue) }
        return (tables, reading, splitting)
    }

    /// For each kind that is wanted, the events of it in their order.
    private func split(_ kinds: Raw, into wanted: [Bool]) -> [Lane<Int32>] {
        var counts = [Int](repeating: 0, count: 256)
        for kind in kinds.bytes { counts[Int(kind)] += 1 }
        let lanes = wanted.enumerated().map { place, isWanted in
            Lane<Int32>(count: isWanted ? counts[place + 1] : 0) { _ in }
        }
        // Kinds nobody asks about are written into one place, over and over.
        let waste = UnsafeMutablePointer<Int32>.allocate(capacity: 1)
        defer { waste.deallocate() }
        var heads = [UnsafeMutablePointer<Int32>](repeating: waste, count: 256)
        var steps = [Int](repeating: 0, count: 256)
        for (place, isWanted) in wanted.enumerated() where isWanted {
            heads[place + 1] = lanes[place].base
            steps[place + 1] = 1
        }
        heads.withUnsafeMutableBufferPointer { heads in
            steps.withUnsafeBufferPointer { steps in
                for (row, kind) in kinds.bytes.enumerated() {
                    heads[Int(kind)].pointee = Int32(truncatingIfNeeded: row)
                    heads[Int(kind)] += steps[Int(kind)]
                }
            }
        }
        return lanes
    }

    private func column(_ slot: Layout.Slot, _ raw: Raw, rows: Lane<Int32>?, count: Int) -> Column.Data {
        switch raw.width {
        case 4: column(slot, raw.bytes.assumingMemoryBound(to: Int32.self), rows: rows, count: count)
        case 2: column(slot, raw.bytes.assumingMemoryBound(to: Int16.self), rows: rows, count: count)
        default: column(slot, raw.bytes.assumingMemoryBound(to: UInt8.self), rows: rows, count: count)
        }
    }

    private func column<Element: FixedWidthInteger>(
        _ slot: Layout.Slot, _ raw: UnsafeMutableBufferPointer<Element>, rows: Lane<Int32>?, count: Int
    ) -> Column.Data {
        guard let base = raw.baseAddress else { return .narrow(Lane([])) }
        let picked = rows?.base
        if slot.kind == .boolean {
            return .truth(
                Lane(count: count) { out in
                    for row in 0..<count {
                        out[row] = Truth.of(base[picked.map { Int($0[row]) } ?? row] != 0)
                    }
                })
        }
        let shift = slot.kind == .moment ? epoch.minutes : 0
        return .narrow(
            Lane(count: count) { out in
                guard let picked else {
                    for row in 0..<count { out[row] = Int32(truncatingIfNeeded: base[row]) &+ shift }
                    return
                }
                guard slot.kind == .moment else {
                    for row in 0..<count { out[row] = Int32(truncatingIfNeeded: base[Int(picked[row])]) }
                    return
                }
                for row in 0..<count {
                    let value = Int32(truncatingIfNeeded: base[Int(picked[row])])
                    out[row] = value == -1 ? Null.unknown : value &+ shift
                }
            })
    }

    private func read(_ name: String, width: Int?, count: Int) throws -> Raw {
        let path = "\(folder)/\(name).bin"
        let file = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
        defer { try? file.close() }
        let width = try width ?? self.width(of: name)
        let bytes = UnsafeMutableRawBufferPointer.allocate(byteCount: count * width, alignment: 64)
        var filled = 0
        while filled < bytes.count {
            let got = Glibc.read(
                file.fileDescriptor, bytes.baseAddress?.advanced(by: filled), bytes.count - filled)
            guard got > 0 else {
                throw CocoaError(.fileReadCorruptFile, userInfo: [NSFilePathErrorKey: path])
            }
            filled += got
        }
        return Raw(bytes: bytes, width: width)
    }

    private func width(of name: String) throws -> Int {
        let events = ["e_case_id": 4, "e_seq": 1, "e_kind": 1, "e_ts": 4, "e_ts2": 4, "e_actor": 4]
        if let width = events[name] { return width }
        let schema = try JSONDecoder().decode(
            [[String]].self, from: Data(contentsOf: URL(fileURLWithPath: "\(folder)/schema.json")))
        guard let type = schema.first(where: { "c_\($0[0])" == name })?[1], let width = Self.widths[type]
        else {
            throw CocoaError(.fileReadNoSuchFile, userInfo: [NSFilePathErrorKey: name])
        }
        return width
    }

    /// `partyCount` is `party_count`.
    private static func snake(_ name: String) -> String {
        name.reduce(into: "") { $0 += $1.isUppercase ? "_" + $1.lowercased() : String($1) }
    }
}
