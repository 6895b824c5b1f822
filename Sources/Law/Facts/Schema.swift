/// What a field of a register, or a fact, holds.
package enum FieldKind: Hashable, Sendable {
    case text
    case number
    case day
    case moment
    case boolean
    /// One of a closed list of words.
    case code([String])
    /// A record of another register.
    case reference(register: String)

    /// Whether values of both kinds lie in a column alike, so that one may stand where the other is wanted.
    func agrees(with other: FieldKind) -> Bool {
        switch (self, other) {
        case (.text, .text), (.text, .code), (.code, .text), (.code, .code): true
        case (.number, .number), (.day, .day), (.moment, .moment), (.boolean, .boolean): true
        case (.reference(let one), .reference(let two)): one == two
        default: false
        }
    }
}

/// A field of a register as far as the law needs to know it.
package struct FieldSchema: Hashable, Sendable {
    package let id: String
    /// The heading that proofs show: `行为时间`.
    package let label: String
    package let kind: FieldKind
    package let isList: Bool
    /// Whether it is a number without places; beyond `mostWhole` it counts as not recorded.
    package let isWhole: Bool
    /// What pages show for the words of a code: `appraisal` is 鉴定.
    package let words: [String: String]
    /// Private or sealed: its column is empty, and no rule may name it.
    package let isHidden: Bool

    package init(
        id: String, label: String, kind: FieldKind, isList: Bool = false, isWhole: Bool = false,
        words: [String: String] = [:], isHidden: Bool = false
    ) {
        self.id = id
        self.label = label
        self.kind = kind
        self.isList = isList
        self.isWhole = isWhole && !isList
        self.words = words
        self.isHidden = isHidden
    }

    /// The greatest whole number that judging counts with; the sum of two fits a narrow lane.
    package static let mostWhole = 1_000_000_000
}

/// A register as far as the law needs to know it.
package struct RegisterSchema: Hashable, Sendable {
    package let id: String
    package let name: String
    /// The field that says when the thing happened.
    package let happened: String
    package let fields: [FieldSchema]
    private let positions: [String: Int]

    package init(id: String, name: String, happened: String, fields: [FieldSchema]) {
        self.id = id
        self.name = name
        self.happened = happened
        self.fields = fields
        positions = Dictionary(
            fields.enumerated().filter { !$1.isHidden }.map { ($1.id, $0) },
            uniquingKeysWith: { first, _ in first })
    }

    /// Where a field that rules may read stands in `fields`, and so in the values of a row.
    package func position(of field: String) -> Int? { positions[field] }

    package func field(_ id: String) -> FieldSchema? { positions[id].map { fields[$0] } }
}

/// The registers that rules may speak of.
///
/// Two are special: `case`, and `event`, whose field `kind` splits it into one table a kind and whose field `case`
/// ties each event to its case.
package struct Schema: Sendable {
    package static let caseRegister = "case"
    package static let eventRegister = "event"
    package static let kindField = "kind"
    package static let caseField = "case"

    package let registers: [RegisterSchema]
    /// Every subject there is: each kind of event, and each register other than `event`.
    package let subjects: [Subject]

    package init(_ registers: [RegisterSchema]) {
        self.registers = registers
        subjects = registers.flatMap { register -> [Subject] in
            guard register.id == Self.eventRegister else { return [Subject(register: register.id)] }
            guard case .code(let kinds) = register.field(Self.kindField)?.kind else { return [] }
            return kinds.map { Subject(register: register.id, kind: $0) }
        }
    }

    package func register(_ id: String) -> RegisterSchema? { registers.first { $0.id == id } }

    /// As proofs name a subject: `鉴定`, `执法人员名册`.
    package func label(of subject: Subject) -> String {
        guard let register = register(subject.register) else { return subject.description }
        guard let kind = subject.kind else { return register.name }
        return register.field(Self.kindField)?.words[kind] ?? kind
    }
}
