package import Pack

/// All registers of the loaded packs: each id once, each reference leading to one of them.
package struct RegisterSet: Hashable, Sendable {
    /// Sorted by id.
    package let registers: [RegisterDeclaration]
    private let positions: [String: Int]

    /// Reads the roots of all `registers/*.yaml`.
    package init(_ files: [PackNode]) throws(PackError) {
        var seen: Set<String> = []
        var registers: [RegisterDeclaration] = []
        for file in files {
            let register = try RegisterDeclaration(file)
            guard seen.insert(register.id).inserted else {
                throw PackError(.duplicate(kind: "台账", id: register.id), at: file.place)
            }
            registers.append(register)
        }
        for file in files { try Self.checkReferences(of: file, to: seen) }
        self.init(registers: registers)
    }

    /// - Precondition: No two registers share an id.
    package init(registers: [RegisterDeclaration]) {
        self.registers = registers.sorted { $0.id < $1.id }
        positions = Dictionary(uniqueKeysWithValues: self.registers.enumerated().map { ($1.id, $0) })
    }

    package subscript(_ id: String) -> RegisterDeclaration? { positions[id].map { registers[$0] } }

    package var ids: [String] { registers.map(\.id) }

    /// What a register is called in messages: its name, or its id when it is none of these.
    package func name(of id: String) -> String { self[id]?.name ?? id }

    private static func checkReferences(of file: PackNode, to known: Set<String>) throws(PackError) {
        var mapping = try PackMapping(file)
        for field in try mapping.required("fields").elements {
            var field = try PackMapping(field)
            guard let target = field.optional("register"), try !known.contains(target.text) else { continue }
            throw PackError(
                .danglingReference(kind: "台账", id: try target.text, allowed: known.sorted()), at: target.place
            )
        }
    }
}
