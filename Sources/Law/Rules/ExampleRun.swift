package import Pack

/// What one example of a rule or a principle gave.
package struct ExampleRun: Sendable {
    package let rule: String
    package let title: String
    /// The answer it must get, in the words of the rule book.
    package let wanted: String
    /// What differs from what the example says; empty when it passes.
    package let differences: [String]
    package let place: PackPlace

    package var passed: Bool { differences.isEmpty }
}
