import Registers

/// Which records questions read: whole registers, and of a register that they only select from what they may select.
///
/// A bureau's events are millions, and a report asks about the inquiries of one year.
package struct RecordNeeds: Sendable {
    private var whole: Set<String>
    /// By register.
    private var scopes: [String: [RecordScope]]

    init(whole: Set<String> = [], scopes: [RecordScope] = []) {
        self.whole = whole
        self.scopes = Dictionary(grouping: scopes, by: \.register.id)
    }

    package init(_ needs: some Sequence<RecordNeeds>) {
        self.init()
        for needs in needs {
            whole.formUnion(needs.whole)
            scopes.merge(needs.scopes, uniquingKeysWith: +)
        }
    }

    /// All of them, read whole or in part.
    package var registers: Set<String> { whole.union(scopes.keys) }

    /// Whether some question may look at a record.
    ///
    /// - Parameter context: Of the same period, without records.
    func takes(_ record: Record, of register: String, in context: RecordContext) -> Bool {
        whole.contains(register)
            || scopes[register]?.contains { $0.maySelect(record, in: context) } == true
    }
}
