package import Pack

/// A check written in Swift, for what fits none of the forms.
///
/// It judges a whole table at once, so that it may compare records with each other and makes no call per row.
package protocol Check: Sendable {
    /// The word that packs name it by.
    static var id: String { get }

    /// What people call it: `个别询问`.
    static var name: String { get }

    /// - Throws: What is wrong with the parameters the pack gives.
    init(parameters: PackNode?) throws(PackError)

    /// The names it reads of a judged record, with what they must hold.
    var needs: [CheckNeed] { get }

    /// Says of each row whether it passes; `nil` where the record does not allow to tell.
    func judge(_ table: CheckTable) -> [Bool?]

    /// What it found about one row, in plain Chinese, for the proof.
    func reason(_ table: CheckTable, row: Int) -> String
}

/// A name that a check reads.
package struct CheckNeed: Sendable {
    package let name: String
    package let kind: FieldKind
    package let isList: Bool

    package init(_ name: String, _ kind: FieldKind, isList: Bool = false) {
        self.name = name
        self.kind = kind
        self.isList = isList
    }
}

/// The judged table as a check sees it.
package struct CheckTable: Sendable {
    package let count: Int
    /// The records' ids by row.
    package let ids: RecordIDs
    private let columns: [String: Column]
    private let tables: RecordTables

    init(_ table: RecordTable, _ columns: [String: Column], _ tables: RecordTables) {
        count = table.count
        ids = table.ids
        self.columns = columns
        self.tables = tables
    }

    /// The time a name has in a row; of a day, something that orders as days do.
    package func moment(_ name: String, _ row: Int) -> Moment? {
        guard case .narrow(let lane)? = columns[name]?.data, !Null.holds(lane[row]) else { return nil }
        return Moment(minutes: lane[row])
    }

    /// The code of the record that a name refers to in a row: equal codes are the same record.
    package func reference(_ name: String, _ row: Int) -> Int32? {
        guard case .narrow(let lane)? = columns[name]?.data, !Null.holds(lane[row]) else { return nil }
        return lane[row]
    }

    /// What a name lists row by row.
    package func lists(_ name: String) -> CheckLists? {
        guard case .list(let offsets, let values, let isUnknown)? = columns[name]?.data else { return nil }
        return CheckLists(offsets: offsets, values: values, isUnknown: isUnknown)
    }

    /// What the lists of codes hold for a word; `nil` for a word that no record and no rule uses.
    package func code(of word: String) -> Int32? { tables.vocabulary.known(word) }
}

/// Lists by row, as plain numbers: codes of words and of records, days.
package struct CheckLists: Sendable {
    fileprivate let offsets: Lane<Int32>
    fileprivate let values: Lane<Int32>
    fileprivate let isUnknown: Lane<UInt8>

    /// The places of a row's elements; `nil` where the list is not recorded.
    package func places(_ row: Int) -> Range<Int>? {
        isUnknown[row] == 0 ? Int(offsets[row])..<Int(offsets[row + 1]) : nil
    }

    /// - Returns: `nil` for an element that is not recorded.
    package subscript(_ place: Int) -> Int32? { Null.holds(values[place]) ? nil : values[place] }
}
