extension TableBuilder {
    /// One table while its records come in.
    struct Draft {
        let subject: Subject
        /// The register's place in the schema.
        let register: Int
        /// The codes of the records' own ids, when something refers to them.
        var ownCodes: [Int32] = []
        private(set) var recordIDs = RecordIDs()
        private let buffers: [FieldBuffer?]
        private let referenced: [Int]
        private let caseBuffer: FieldBuffer?
        private let casePosition: Int
        private let caseRegister: Int
        private let timeBuffer: FieldBuffer?

        init(_ table: Layout.Table, layout: Layout, registers: [String: Int]) {
            subject = table.subject
            register = registers[table.subject.register] ?? 0
            caseRegister = registers[Schema.caseRegister] ?? 0
            let buffers = table.slots.map { $0.isFact ? nil : FieldBuffer($0) }
            self.buffers = buffers
            referenced = table.slots.map { slot in
                guard case .reference(let target) = slot.kind else { return 0 }
                return registers[target] ?? 0
            }
            casePosition = table.register.position(of: Schema.caseField) ?? -1
            let caseField = table.register.field(Schema.caseField)
            let isTied =
                caseField?.kind == .reference(register: Schema.caseRegister) && caseField?.isList == false
            caseBuffer =
                isTied
                ? FieldBuffer(
                    Layout.Slot(
                        name: Schema.caseField, label: "", kind: .reference(register: Schema.caseRegister),
                        isList: false, position: casePosition)) : nil
            timeBuffer = table.byName[table.register.happened].flatMap { buffers[$0] }
        }

        mutating func add(id: String, values: [Value], words: inout Vocabulary, names: inout [Vocabulary]) {
            recordIDs.append(id)
            for (index, buffer) in buffers.enumerated() {
                guard let buffer, let position = buffer.slot.position else { continue }
                buffer.append(values[position], words: &words, names: &names[referenced[index]])
            }
            caseBuffer?.append(values[casePosition], words: &words, names: &names[caseRegister])
        }

        var count: Int { recordIDs.count }

        func id(_ number: Int) -> String { recordIDs[number] }

        /// The row of the case that a record names, given the row of each code; `nil` without a known one.
        func owner(_ number: Int, _ caseRowOfCode: [Int32]) -> Int32? {
            guard let code = caseBuffer?.codes[number], code >= 0, caseRowOfCode[Int(code)] >= 0 else {
                return nil
            }
            return caseRowOfCode[Int(code)]
        }

        /// A field in the order of coming; `nil` of what is derived.
        func column(_ slot: Int) -> Column? {
            buffers[slot]?.column(order: (0..<count).map { Int32($0) })
        }

        /// - Returns: The table, and for each of its rows the number of its coming.
        func finish(caseRowOfCode: [Int32], caseCount: Int) -> (RecordTable, [Int32]) {
            var order = (0..<recordIDs.count).map { Int32($0) }
            var caseRows: [Int32]?
            if let caseBuffer {
                let cases = caseBuffer.codes.map { $0 < 0 ? -1 : caseRowOfCode[Int($0)] }
                order = Self.sorted(byCase: cases, caseCount: caseCount, time: timeBuffer?.codes)
                caseRows = order.map { cases[Int($0)] }
            }
            let columns = buffers.map { buffer in
                buffer?.column(order: order)
                    ?? Column(kind: .boolean, data: .truth(Lane(count: 0, filledWith: 0)))
            }
            let table = RecordTable(
                subject: subject, ids: recordIDs.picked(order), columns: columns,
                caseRows: caseRows.map { Lane($0) }, caseCount: caseCount,
                rowsByID: Lane(rowsByID(order)))
            return (table, order)
        }

        /// - Parameter order: For each row the number of its coming.
        private func rowsByID(_ order: [Int32]) -> [Int32] {
            var rows = [Int32](repeating: 0, count: order.count)
            for (row, arrival) in order.enumerated() { rows[Int(arrival)] = Int32(row) }
            // Sources hand records over by id; what a store's order of bytes leaves to do is next to nothing.
            if !recordIDs.isSorted {
                rows.sort { recordIDs.precedes(Int(order[Int($0)]), Int(order[Int($1)])) }
            }
            return rows
        }

        /// Rows by case, then by time, then by coming; rows without a known case last.
        private static func sorted(byCase cases: [Int32], caseCount: Int, time: [Int32]?) -> [Int32] {
            var counts = [Int32](repeating: 0, count: caseCount + 2)
            for row in cases { counts[Int(row < 0 ? Int32(caseCount) : row) + 1] += 1 }
            for index in 1..<counts.count { counts[index] += counts[index - 1] }
            var next = counts
            var order = [Int32](repeating: 0, count: cases.count)
            for (row, owner) in cases.enumerated() {
                let key = Int(owner < 0 ? Int32(caseCount) : owner)
                order[Int(next[key])] = Int32(row)
                next[key] += 1
            }
            guard let time, !time.isEmpty else { return order }
            for owner in 0...caseCount {
                let run = Int(counts[owner])..<Int(counts[owner + 1])
                guard run.count > 1 else { continue }
                order[run].sort { (time[Int($0)], $0) < (time[Int($1)], $1) }
            }
            return order
        }
    }
}
