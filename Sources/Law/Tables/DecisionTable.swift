package import Pack

/// A decision table: rows of tests over inputs, each with what it says when all its tests hold.
///
/// Source: DMN 1.5, chapter 8. `Docs/formats/decision-tables.md` says how a pack writes one.
package struct DecisionTable: Sendable {
    package struct Input: Sendable {
        /// What is asked of the scope: a name or, in a DMN model, an expression.
        package let expression: Expression
        /// How the file writes it; by this a fact says what stands for it.
        package let name: String
        package let label: String
        package let type: TableType
        /// What the input may be at all; `nil`: anything of its type.
        package let allowed: UnaryTests?
    }

    package struct Output: Sendable {
        package let name: String
        package let label: String
        package let type: TableType
        /// The values it may have, the one of highest priority first; empty: not said.
        package let values: [Value]
        /// What it is when no row applies; `nil`: null, and the table has to be complete.
        package let otherwise: Expression?
    }

    package struct Row: Sendable {
        /// One for each input.
        package let tests: [UnaryTests]
        /// One for each output.
        package let outputs: [Expression]
        package let note: String?
        package let place: PackPlace
    }

    /// The rows as they stand while a version is in force.
    package struct Version: Sendable {
        /// `nil`: on every day.
        package let inForce: InForce?
        package let basis: [Citation]
        package let rows: [Row]
    }

    package let id: String
    package let name: String
    package let hitPolicy: HitPolicy
    package let inputs: [Input]
    package let outputs: [Output]
    /// In order of time, not overlapping.
    package let versions: [Version]
    package let place: PackPlace

    /// The version in force on a day; without a day the only one there is.
    package func version(on day: Day?) -> Version? {
        guard let day else { return versions.count == 1 ? versions.first : nil }
        return versions.first { $0.inForce?.contains(day) ?? true }
    }

    package func output(_ name: String) -> Output? { outputs.first { $0.name == name } }
}

/// What an input or an output of a table is.
package enum TableType: Hashable, Sendable {
    case of(ValueType)
    /// A number without places, so that nothing lies between 1 and 2.
    case whole
    /// Nothing is said, and nothing is checked.
    case any

    package var valueType: ValueType? {
        switch self {
        case .of(let type): type
        case .whole: .number
        case .any: nil
        }
    }
}
