import Documents
import Law
import Ledger

/// Turns lines of JSON into records or refusals: `id`, `knownAt` if it is known, and the fields by their ids.
struct LineReader {
    private let register: RegisterDeclaration
    private let knownAt: Moment
    private let coding: RecordCoding
    private let check: RecordCheck
    private let own: OwnRecords
    private var seen = SeenRecords()

    init(_ plan: RegisterImport) {
        register = plan.register
        knownAt = plan.knownAt
        coding = RecordCoding(plan.register)
        let own = OwnRecords(register: plan.register.id)
        self.own = own
        check = RecordCheck(plan.register, of: plan.registers) { own.answer($0, $1) ?? plan.resolve($0, $1) }
    }

    /// - Returns: `nil` for an empty line.
    mutating func outcome(of line: [UInt8], number: Int) -> ImportOutcome? {
        guard line.contains(where: { $0 > 0x20 }) else { return nil }
        do throws(LineFault) {
            let record = try record(line)
            let faults = check.faults(of: record.values)
            guard faults.isEmpty else {
                return refused(line, number, faults.map { ($0.fault, register.fields[$0.position]) })
            }
            switch seen.meet(record, row: number) {
            case .new: return .record(record, row: number)
            case .same(let earlier): return .repeated(row: number, earlier: earlier)
            case .different(let earlier): return refused(line, number, [(.repeats(row: earlier), nil)])
            }
        } catch {
            return refused(line, number, [(.notRecord(why: error.why), nil)])
        }
    }

    func learnID(of line: [UInt8]) {
        guard let record = try? record(line) else { return }
        own.learn(record.id, key: record.id)
    }

    private struct LineFault: Error {
        let why: String
    }

    private func record(_ line: [UInt8]) throws(LineFault) -> Record {
        let json: JSONValue
        do throws(JSONError) { json = try JSONValue(parsing: line) } catch {
            throw LineFault(why: "\(error)")
        }
        let (id, known, fields) = try RecordLine.parts(of: json).mapError { LineFault(why: $0.why) }.get()
        let values: [Value]
        do throws(RecordCodingError) {
            values = try coding.values(from: fields, source: .file).map(RecordCheck.canonical)
        } catch {
            throw LineFault(why: "\(error)")
        }
        guard let id = id ?? RecordIdentity.id(of: values, in: register) else {
            throw LineFault(why: "\(ValueFault.unusableKey)")
        }
        return Record(register: register.id, id: id, knownAt: known ?? knownAt, values: values)
    }

    private func refused(
        _ line: [UInt8], _ number: Int, _ faults: [(fault: ValueFault, field: FieldDeclaration?)]
    ) -> ImportOutcome {
        .refused(
            RefusedRow(
                row: number, cells: [String(decoding: line, as: UTF8.self)],
                problems: faults.map { fault, field in
                    RefusedRow.Problem(
                        column: nil, heading: field?.label ?? "", field: field?.id, fault: fault)
                }))
    }
}

/// One line of NDJSON, before its fields are read.
enum RecordLine {
    struct Fault: Error {
        let why: String
    }

    typealias Parts = (id: String?, knownAt: Moment?, fields: JSONValue)

    static func parts(of json: JSONValue) -> Result<Parts, Fault> {
        guard let members = json.members else { return .failure(Fault(why: "不是 JSON 对象")) }
        var id: String?
        if let value = json["id"] {
            guard let text = value.string.map(TextReading.canonical), !text.isEmpty,
                !CellList.parts(text)
            else { return .failure(Fault(why: "id \(ValueFault.badID)")) }
            id = text
        }
        var knownAt: Moment?
        if let value = json["knownAt"] {
            guard let moment = value.string.flatMap({ Moment($0) }) else {
                return .failure(Fault(why: "knownAt 应写成 2026-01-04T10:30"))
            }
            knownAt = moment
        }
        return .success((id, knownAt, .object(members.filter { $0.name != "id" && $0.name != "knownAt" })))
    }
}
