package import Pack

/// Which further records belong to a record: `from`, and what narrows it.
package struct RelatedClause: Sendable {
    package let from: Subject
    /// The field of those records that names the subject, or what both have in common.
    package let link: NameUse?
    package let condition: Condition?
    /// A moment of the subject that the related records must precede.
    package let before: NameUse?
    /// A moment of the subject that the related records must follow.
    package let after: NameUse?
    package let place: PackPlace

    /// Reads `from`, `link`, `where`, `before` and `after`, leaving the other keys to the caller.
    init(_ mapping: inout PackMapping, in schema: Schema, hasMoments: Bool = false) throws(PackError) {
        let from = try mapping.required("from")
        place = from.place
        self.from = try Subject(from, in: schema)
        link = try mapping.optional("link").map { node throws(PackError) in try NameUse(node) }
        condition = try mapping.optional("where").map { node throws(PackError) in try Condition(node) }
        guard hasMoments else {
            before = nil
            after = nil
            return
        }
        before = try mapping.optional("before").map { node throws(PackError) in try NameUse(node) }
        after = try mapping.optional("after").map { node throws(PackError) in try NameUse(node) }
    }
}
