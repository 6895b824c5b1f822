/// A place in a pack file, for messages a lawyer can follow: `rules/summons.yaml:12:5`.
package struct PackPlace: Hashable, Sendable, CustomStringConvertible {
    package let file: String
    /// Counted from 1.
    package let line: Int
    /// Counted from 1.
    package let column: Int

    package init(file: String, line: Int, column: Int) {
        self.file = file
        self.line = line
        self.column = column
    }

    package var description: String { "\(file):\(line):\(column)" }
}

/// One node of a pack file, as written, with the place where it stands.
///
/// Scalars stay text: what they mean is decided by whoever reads them, so that `2026-01-01`, `on` and `118`
/// never change their type behind the author's back.
package struct PackNode: Hashable, Sendable {
    package struct Member: Hashable, Sendable {
        package let key: String
        package let keyPlace: PackPlace
        package let value: PackNode

        package init(key: String, keyPlace: PackPlace, value: PackNode) {
            self.key = key
            self.keyPlace = keyPlace
            self.value = value
        }
    }

    package indirect enum Content: Hashable, Sendable {
        case scalar(String)
        case sequence([PackNode])
        case mapping([Member])
    }

    package let content: Content
    package let place: PackPlace

    package init(_ content: Content, at place: PackPlace) {
        self.content = content
        self.place = place
    }
}
