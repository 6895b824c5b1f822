/// The names that a text may use although they have blanks or signs in them, and the functions it may call.
///
/// The conditions of a pack know none; a DMN model knows its inputs, decisions and knowledge models
/// (DMN 1.5, 10.3.1.2: a name is the longest one in scope that stands at the place).
package struct KnownNames: Sendable {
    /// Longest first.
    let names: [[Character]]
    package let functions: Set<String>

    package static let none = KnownNames(names: [], functions: [])

    package init(names: some Sequence<String>, functions: Set<String> = []) {
        self.names = (Set(names).union(functions)).map { Array($0) }.sorted {
            ($1.count, String($0)) < ($0.count, String($1))
        }
        self.functions = functions
    }
}

extension KnownNames {
    func adding(_ name: String) -> KnownNames {
        KnownNames(names: names.map { String($0) } + [name], functions: functions)
    }
}
