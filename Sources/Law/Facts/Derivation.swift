/// One derived column: what it is made of, with every name already a slot.
package struct Derivation: Sendable {
    enum Making: Sendable {
        case exists
        case count
        /// As `count`, but related records that only may belong count too.
        case possibleCount
        /// Of the field in `slot` of the related table.
        case first(slot: Int)
        case last(slot: Int)
        case sum(slot: Int)
        case least(slot: Int)
        case most(slot: Int)
        case all(slot: Int)
        /// Own interval, the related records' spans.
        case covered(from: Program.Source, until: Program.Source, spanFrom: Int, spanUntil: Int)
        /// The related records' spans as a list: from, until, from, until …
        case spans(from: Int, until: Int)
        /// The reference in an own slot, and the slot of the field in each table of the referenced register.
        case lookup(via: Int, register: String, slots: [Int: Int])
        /// The first of these columns that is recorded.
        case known([Binding])
        /// The reference in an own slot; of the records it names, how many satisfy the condition over their table.
        case countNamed(via: Int, table: Int, condition: (program: Program, register: Int)?)
        /// Whether the related table has a record with the same key.
        case matched(own: [Program.Source], theirs: [Int])
        /// What a decision table says of these inputs, in the version of that moment.
        case table(TableUse, inputs: [Binding], at: Binding?)
        /// What steps over the whole table leave in a register.
        case computed(Program, Program.Register)
        /// What a check written in Swift says.
        case check(any Check, [String: Binding])
    }

    let table: Int
    let slot: Int
    let making: Making
    let related: Related?
}

/// Which rows of another table belong to each row of a table.
struct Related: Sendable {
    enum Link: Hashable, Sendable {
        /// Both belong to the same case.
        case sameCase
        /// The related record's reference in this slot names the row.
        case named(slot: Int)
        /// Every row: what narrows them is a key.
        case all
    }

    let table: Int
    let link: Link
    /// A slot of either table in which both must have the same.
    let common: (own: Int, theirs: Int)?
    /// A condition over the related table alone; its value stands in the first register named.
    let condition: (program: Program, register: Int)?
    /// The slot of the related record's time.
    let time: Int?
    let before: Program.Source?
    let after: Program.Source?
}
