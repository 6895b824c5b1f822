/// A register (台账) as the pack declares it.
///
/// Its page, form, sheet columns, index table and export all come from this.
package struct RegisterDeclaration: Hashable, Sendable {
    /// `outreach-event`: kebab-case, never renamed.
    package let id: String
    /// `普法宣传活动台账`.
    package let name: String
    package let about: String
    /// The fields that make two rows the same record when the sheet carries no number of its own.
    package let key: [String]
    /// The field that says when the thing happened.
    package let happened: String
    package let fields: [FieldDeclaration]
    /// Which offices together may read what the register seals; `nil` when it seals nothing.
    package let sealing: Sealing?
    /// How long its records are kept, as a code of the pack's retention classes.
    package let retention: String?
    private let positions: [String: Int]

    package init(
        id: String, name: String, about: String, key: [String], happened: String, fields: [FieldDeclaration],
        sealing: Sealing? = nil, retention: String? = nil
    ) {
        self.id = id
        self.name = name
        self.about = about
        self.key = key
        self.happened = happened
        self.fields = fields
        self.sealing = sealing
        self.retention = retention
        positions = Dictionary(uniqueKeysWithValues: fields.enumerated().map { ($1.id, $0) })
    }

    /// Where a field stands in `fields`, and so in every record's values.
    package func position(of field: String) -> Int? { positions[field] }

    package func field(_ id: String) -> FieldDeclaration? { positions[id].map { fields[$0] } }
}

/// One field of a register.
package struct FieldDeclaration: Hashable, Sendable {
    /// `heldOn`: camelCase, never renamed; the name rules and indicators use.
    package let id: String
    /// `活动日期`: the column heading.
    package let label: String
    /// Other headings that offices give the same column.
    package let aliases: [String]
    package let type: FieldType
    /// A field that holds several values, written in one cell with `、` between them.
    package let isList: Bool
    package let isRequired: Bool
    package let help: String
    /// What a number counts: `场`, `元`.
    package let unit: String?
    /// What an empty cell of an integer field stands for: an event that happened once needs no number.
    package let assumed: Int?
    /// The private group the field belongs to: its values are kept encrypted, beside the ledger.
    package let group: String?

    package init(
        id: String, label: String, aliases: [String] = [], type: FieldType, isList: Bool = false,
        isRequired: Bool = false, help: String = "", unit: String? = nil, assumed: Int? = nil,
        group: String? = nil
    ) {
        self.id = id
        self.label = label
        self.aliases = aliases
        self.type = type
        self.isList = isList
        self.isRequired = isRequired
        self.help = help
        self.unit = unit
        self.assumed = assumed
        self.group = group
    }
}

package enum FieldType: Hashable, Sendable {
    case text
    /// A whole number.
    case integer
    /// Up to four decimal places.
    case decimal
    case date
    /// A date with a time of day.
    case datetime
    case boolean
    /// One of a closed list; stored as the code, shown as the label.
    case code([Code])
    /// The id of a record in another register.
    case reference(register: String)

    package struct Code: Hashable, Sendable {
        package let id: String
        package let label: String
        /// Other words by which offices mean it: `辅警` for 警务辅助人员. Read, never written.
        package let synonyms: [String]

        package init(id: String, label: String, synonyms: [String] = []) {
            self.id = id
            self.label = label
            self.synonyms = synonyms
        }

        /// Everything a cell may hold for it.
        var words: [String] { [id, label] + synonyms }
    }
}
