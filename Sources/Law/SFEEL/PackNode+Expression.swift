package import Pack

extension PackNode {
    /// A condition in S-FEEL.
    package var expression: Expression { get throws(PackError) { try expression(.none) } }

    package func expression(_ known: KnownNames) throws(PackError) -> Expression {
        let text = try text
        do { return try Expression.parse(text, known: known) } catch {
            throw PackError(sfeel: error, in: text, at: place)
        }
    }

    /// A cell of a decision table.
    package func unaryTests(_ known: KnownNames) throws(PackError) -> UnaryTests {
        let text = try text
        do { return try UnaryTests.parse(text, known: known) } catch {
            throw PackError(sfeel: error, in: text, at: place)
        }
    }
}

extension PackError {
    /// What was wrong with a condition, at the place of the pack where the condition stands.
    package init(sfeel error: SFEELError, in text: String, at place: PackPlace) {
        self.init(.badValue(text, why: "\(error)"), at: place)
    }
}
