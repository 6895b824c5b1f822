import Demo
import Law
import Registers
import Testing

struct RecordTests {
    let registers: RegisterSet
    let calendar: WorkCalendar

    init() throws {
        registers = try DemoPack.registers()
        calendar = try DemoPack.calendar()
    }

    private func demo(seed: UInt64, cases: Int = 400, options: DemoOptions = DemoOptions()) -> DemoYear {
        DemoYear(seed: seed, cases: cases, options: options, registers: registers, calendar: calendar)
    }

    @Test("同一种子生成同样的记录，不同种子不同")
    func sameSeedSameRecords() {
        let first = demo(seed: 7).flatMap(\.records)
        #expect(first == demo(seed: 7).flatMap(\.records))
        #expect(first != demo(seed: 8).flatMap(\.records))
    }

    @Test("案件、名册和年报的台账都有记录，编号不重复", arguments: 1...3 as ClosedRange<UInt64>)
    func everyRegisterHasRecords(seed: UInt64) {
        var ids: [String: Set<String>] = [:]
        for record in demo(seed: seed).flatMap(\.records) {
            let isNew = ids[record.register, default: []].insert(record.id).inserted
            #expect(isNew, "\(record.register) 的 \(record.id) 重复")
        }
        #expect(Set(ids.keys).isSubset(of: registers.ids))
        #expect(ids.count >= 19)
    }

    @Test("每个值合于台账声明的类型，必填的都有，引用都能找到")
    func valuesFitTheDeclarations() throws {
        let records = demo(seed: 5).flatMap(\.records)
        let ids = Dictionary(grouping: records, by: \.register).mapValues { Set($0.map(\.id)) }
        for record in records {
            let register = try #require(registers[record.register])
            for (field, value) in zip(register.fields, record.values) {
                let place = "\(register.id) \(record.id) \(field.id)"
                #expect(!(field.isRequired && value.isNull), "\(place) 必填")
                for single in singles(value) {
                    #expect(fits(single, field.type, ids), "\(place): \(single)")
                }
            }
        }
    }

    private func singles(_ value: Value) -> [Value] {
        switch value {
        case .null: []
        case .list(let values): values
        default: [value]
        }
    }

    private func fits(_ value: Value, _ type: FieldType, _ ids: [String: Set<String>]) -> Bool {
        switch (type, value) {
        case (.text, .text), (.date, .day), (.datetime, .moment), (.boolean, .boolean), (.decimal, .number):
            true
        case (.integer, .number(let number)): number.whole != nil
        case (.code(let codes), .text(let code)): codes.contains { $0.id == code }
        case (.reference(let register), .text(let id)): ids[register]?.contains(id) == true
        default: false
        }
    }

    @Test("没有晚于最后一日的记载")
    func nothingIsKnownAfterTheEnd() {
        for record in demo(seed: 3).flatMap(\.records) {
            #expect(record.knownAt <= DemoYear.asOf, "\(record.register) \(record.id) \(record.knownAt)")
        }
    }
}
