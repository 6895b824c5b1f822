package import Pack

extension PackNode {
    /// A condition in S-FEEL.
    package var expression: Expression {
        get throws(PackError) {
            let text = try text
            do { return try Expression.parse(text) } catch {
                throw PackError(sfeel: error, in: text, at: place)
            }
        }
    }
}

extension PackError {
    /// What was wrong with a condition, at the place of the pack where the condition stands.
    package init(sfeel error: SFEELError, in text: String, at place: PackPlace) {
        self.init(.badValue(text, why: "\(error)"), at: place)
    }
}
