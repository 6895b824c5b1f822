/// Which offices together, and neither alone, may read the fields of a register that do not stand in clear.
package struct Sealing: Hashable, Sendable {
    /// Two or more, such as `discipline` and `inspection`.
    package let offices: [String]
    /// The fields that stand in the entry for everybody: what counts and zero reports need.
    package let clear: [String]

    package init(offices: [String], clear: [String]) {
        self.offices = offices
        self.clear = clear
    }
}

/// Fields of a register that are hidden together: under one key, and destroyed together.
package struct HiddenGroup: Hashable, Sendable {
    package let id: String
    /// Where they stand in the declaration.
    package let positions: [Int]

    /// The group that a sealed register's content is; no private group may be called so.
    package static let sealed = "sealed"
}

extension RegisterDeclaration {
    /// Whether a field stands in the entry and the index as it is, so that rules, figures and pages may read it.
    package func isOpen(_ field: FieldDeclaration) -> Bool {
        field.group == nil && (sealing?.clear.contains(field.id) ?? true)
    }

    package var openFields: [FieldDeclaration] { fields.filter(isOpen) }

    package var hidesNothing: Bool { sealing == nil && fields.allSatisfy { $0.group == nil } }

    /// Where an open field stands; `nil` for a hidden one and for one that is not there.
    package func openPosition(of field: String) -> Int? {
        position(of: field).flatMap { isOpen(fields[$0]) ? $0 : nil }
    }

    /// The private groups, sorted by id.
    package var privateGroups: [HiddenGroup] {
        Set(fields.compactMap(\.group)).sorted().map { group in
            HiddenGroup(id: group, positions: fields.indices.filter { fields[$0].group == group })
        }
    }

    /// What a sealed register seals.
    package var sealedGroup: HiddenGroup? {
        guard sealing != nil else { return nil }
        return HiddenGroup(
            id: HiddenGroup.sealed, positions: fields.indices.filter { !isOpen(fields[$0]) })
    }
}
