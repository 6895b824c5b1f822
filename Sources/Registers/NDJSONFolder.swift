import Documents
package import Law
import Ledger

/// A folder with one `REGISTER.ndjson` for each register, as something to judge without a database.
///
/// A value that cannot be read becomes null and is listed: a check must then say 不明 and name it, not fall silent
/// and not stop. What is no record at all stops the reading.
package struct NDJSONFolder: RecordSource, Sendable {
    /// A value of which nobody can say what it means.
    package struct Unreadable: Hashable, Sendable, CustomStringConvertible {
        package let file: String
        package let line: Int
        package let record: String
        package let field: String
        package let text: String

        package var description: String { "\(file):\(line) 记录 \(record) 的 \(field)：“\(text)”无法读取，按未记载处理" }
    }

    package let unreadable: [Unreadable]
    private let records: [String: [Record]]

    /// Reads all files; of a register without a file there are no records.
    package init(_ folder: String, registers: RegisterSet) throws(ImportError) {
        var records: [String: [Record]] = [:]
        var unreadable: [Unreadable] = []
        for register in registers.registers {
            let file = "\(register.id).ndjson"
            let bytes = SheetBytes.file(path: "\(folder)/\(file)")
            guard bytes.exists else { continue }
            var reading = FolderReading(register, file: file)
            do throws(SheetError) {
                try bytes.lines { reading.take($1, number: $0) }
            } catch {
                throw .sheet(error)
            }
            if let fault = reading.fault { throw fault }
            records[register.id] = reading.records
            unreadable += reading.unreadable
        }
        self.records = records
        self.unreadable = unreadable
    }

    package func records(of register: String, knownAt: Moment?) -> [Record] {
        var latest: [String: Record] = [:]
        for record in records[register] ?? [] where knownAt.map({ record.knownAt <= $0 }) ?? true {
            latest[record.id] = record
        }
        return latest.values.sorted { $0.id < $1.id }
    }
}

/// One file while it is being read.
private struct FolderReading {
    private(set) var records: [Record] = []
    private(set) var unreadable: [NDJSONFolder.Unreadable] = []
    private(set) var fault: ImportError?
    private var revisions: [String: Int] = [:]
    private let register: RegisterDeclaration
    private let file: String

    init(_ register: RegisterDeclaration, file: String) {
        self.register = register
        self.file = file
    }

    /// - Returns: Whether to go on.
    mutating func take(_ line: [UInt8], number: Int) -> Bool {
        guard line.contains(where: { $0 > 0x20 }) else { return true }
        do throws(JSONError) {
            switch RecordLine.parts(of: try JSONValue(parsing: line)) {
            case .success(let parts): try add(parts, number: number)
            case .failure(let fault): stop(number, fault.why)
            }
        } catch {
            stop(number, "\(error)")
        }
        return fault == nil
    }

    private mutating func stop(_ number: Int, _ why: String) {
        fault = .unreadableLine(line: number, why: "\(file)：\(why)")
    }

    private mutating func add(_ parts: RecordLine.Parts, number: Int) throws(JSONError) {
        var values = [Value](repeating: .null, count: register.fields.count)
        var faults: [(field: String, text: String)] = []
        for member in parts.fields.members ?? [] where member.value != .null {
            guard let position = register.position(of: member.name) else {
                return stop(number, "台账 \(register.id) 没有字段 \(member.name)")
            }
            let field = register.fields[position]
            if let value = Value(member.value, as: field), value.hasCodes(of: field.type) {
                values[position] = RecordCheck.canonical(value)
            } else {
                faults.append((field.id, member.value.string ?? member.value.pretty))
            }
        }
        guard let id = parts.id ?? RecordIdentity.id(of: values, in: register) else {
            return stop(number, "\(ValueFault.unusableKey)")
        }
        revisions[id, default: 0] += 1
        records.append(
            Record(
                register: register.id, id: id, revision: revisions[id] ?? 1,
                knownAt: parts.knownAt ?? happened(values), values: values))
        for (field, text) in faults {
            unreadable.append(
                NDJSONFolder.Unreadable(file: file, line: number, record: id, field: field, text: text))
        }
    }

    /// What nobody says when it became known was known when it happened.
    private func happened(_ values: [Value]) -> Moment {
        switch register.position(of: register.happened).map({ values[$0] }) {
        case .moment(let moment): moment
        case .day(let day): Moment(day)
        default: Moment(minutes: 0)
        }
    }
}
