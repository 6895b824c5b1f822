import Demo
import Law
import Registers

/// A demo year kept in memory.
struct DemoRecords: RecordSource {
    private let records: [String: [Record]]

    init(_ demo: DemoYear) {
        records = Dictionary(grouping: demo.flatMap(\.records), by: \.register)
            .mapValues { $0.sorted { $0.id < $1.id } }
    }

    func records(of register: String, knownAt: Moment?) -> [Record] {
        let known = records[register] ?? []
        guard let knownAt else { return known }
        return known.filter { $0.knownAt <= knownAt }
    }
}
