/// A stretch of text that two versions share, or that only one of them has.
package struct TextChange: Hashable, Sendable {
    package enum Kind: String, Hashable, Sendable {
        case same, removed, added
    }

    package let kind: Kind
    package let text: String

    package init(_ kind: Kind, _ text: String) {
        self.kind = kind
        self.text = text
    }
}

extension TextChange {
    /// The stretches that lead from an old text to a new one: without the added ones it reads as the old, without the removed
    /// ones as the new. What is removed stands before what took its place.
    package static func between(_ old: String, _ new: String) -> [TextChange] {
        slid(merged(joined(steps(Array(old), Array(new)))))
    }

    private static func steps(_ old: [Character], _ new: [Character]) -> [TextChange] {
        let difference = new.difference(from: old)
        var gone: Set<Int> = []
        var come: Set<Int> = []
        for change in difference {
            switch change {
            case .remove(let offset, _, _): gone.insert(offset)
            case .insert(let offset, _, _): come.insert(offset)
            }
        }
        var (here, there) = (0, 0)
        var changes: [TextChange] = []
        while here < old.count || there < new.count {
            if gone.contains(here) {
                changes.append(TextChange(.removed, String(old[here])))
                here += 1
            } else if come.contains(there) {
                changes.append(TextChange(.added, String(new[there])))
                there += 1
            } else {
                changes.append(TextChange(.same, String(old[here])))
                (here, there) = (here + 1, there + 1)
            }
        }
        return changes
    }

    /// Neighbours of one kind become one stretch, and between two shared stretches what went stands before what came.
    private static func joined(_ changes: [TextChange]) -> [TextChange] {
        var joined: [TextChange] = []
        var (removed, added) = ("", "")
        func close() {
            if !removed.isEmpty { joined.append(TextChange(.removed, removed)) }
            if !added.isEmpty { joined.append(TextChange(.added, added)) }
            (removed, added) = ("", "")
        }
        for change in changes {
            switch change.kind {
            case .removed: removed += change.text
            case .added: added += change.text
            case .same:
                close()
                if let last = joined.last, last.kind == .same {
                    joined[joined.count - 1] = TextChange(.same, last.text + change.text)
                } else {
                    joined.append(change)
                }
            }
        }
        close()
        return joined
    }

    /// A lone character that happens to be shared between two changes is no common ground: words are marked, not letters.
    private static func merged(_ changes: [TextChange]) -> [TextChange] {
        let flat = changes.enumerated().flatMap { place, change -> [TextChange] in
            let isInside = place > 0 && place < changes.count - 1
            guard change.kind == .same, change.text.count == 1, isInside, change.text != "\n" else {
                return [change]
            }
            return [TextChange(.removed, change.text), TextChange(.added, change.text)]
        }
        return joined(flat)
    }

    /// A whole line that came or went is marked as that line, not as the end of one and the beginning of the next: where the
    /// marked stretch could as well stand a little later, it is moved so that it begins with the line break.
    private static func slid(_ changes: [TextChange]) -> [TextChange] {
        var changes = changes
        for place in changes.indices.dropFirst().dropLast() {
            let (before, change, after) = (changes[place - 1], changes[place], changes[place + 1])
            guard change.kind != .same, before.kind == .same, after.kind == .same,
                let line = change.text.firstIndex(of: "\n")
            else { continue }
            let moved = change.text[..<line]
            guard !moved.isEmpty, after.text.count > moved.count, after.text.hasPrefix(moved) else {
                continue
            }
            changes[place - 1] = TextChange(.same, before.text + moved)
            changes[place] = TextChange(change.kind, String(change.text[line...] + moved))
            changes[place + 1] = TextChange(.same, String(after.text.dropFirst(moved.count)))
        }
        return changes
    }
}
