import Law
import Pack
import Registers

/// The way from a record to a value: its id, a field of its own, or a field of the record that a reference names.
enum FieldPath: Hashable, Sendable {
    case id
    case own(Int)
    /// One step and no more: `appointment.kind`.
    case through(Int, register: String, field: Int)
}

extension RegisterSet {
    func declaration(_ node: PackNode) throws(PackError) -> RegisterDeclaration {
        let id = try node.text
        guard let declaration = self[id] else {
            throw PackError(
                .danglingReference(kind: "台账", id: id, allowed: ids), at: node.place)
        }
        return declaration
    }

    /// The path of a name such as `kind` or `appointment.kind`, or `nil` when the register has no such field.
    func path(_ name: String, in declaration: RegisterDeclaration) -> FieldPath? {
        if name == "id" { return .id }
        if let position = declaration.openPosition(of: name) { return .own(position) }
        let steps = name.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        guard steps.count == 2, let position = declaration.openPosition(of: steps[0]),
            case .reference(let register) = declaration.fields[position].type,
            let field = self[register]?.openPosition(of: steps[1])
        else { return nil }
        return .through(position, register: register, field: field)
    }

    func path(_ node: PackNode, in declaration: RegisterDeclaration) throws(PackError) -> FieldPath {
        let name = try node.text
        guard let path = path(name, in: declaration) else {
            if declaration.field(name) != nil {
                throw PackError(.badValue(name, why: "是私密或密封字段，规则、指标和断言不能读"), at: node.place)
            }
            throw PackError(
                .danglingReference(
                    kind: "字段", id: name, allowed: ["id"] + declaration.openFields.map(\.id)), at: node.place)
        }
        return path
    }

    /// Every name that a condition over a register may use, with its path and the type of its value.
    func everyPath(in declaration: RegisterDeclaration) -> [(path: FieldPath, name: String, type: ValueType)]
    {
        var paths: [(path: FieldPath, name: String, type: ValueType)] = [(.id, "id", .text)]
        for (position, field) in declaration.fields.enumerated() where declaration.isOpen(field) {
            paths.append((.own(position), field.id, field.valueType))
            guard case .reference(let register) = field.type, let target = self[register] else { continue }
            for (inner, other) in target.fields.enumerated() where target.isOpen(other) {
                let path = FieldPath.through(position, register: register, field: inner)
                let type = field.isList ? .list(other.valueType) : other.valueType
                paths.append((path, "\(field.id).\(other.id)", type))
            }
        }
        return paths
    }

    /// The declared field at the end of a name, for its label and its codes.
    func field(_ path: FieldPath, in declaration: RegisterDeclaration) -> FieldDeclaration? {
        switch path {
        case .id: nil
        case .own(let position): declaration.fields[position]
        case .through(_, let register, let field): self[register]?.fields[field]
        }
    }
}

extension FieldDeclaration {
    fileprivate var valueType: ValueType {
        let type: ValueType =
            switch type {
            case .text, .reference: .text
            case .integer, .decimal: .number
            case .date: .day
            case .datetime: .moment
            case .boolean: .boolean
            case .code(let codes): .code(codes.map(\.id))
            }
        return isList ? .list(type) : type
    }
}

extension FieldPath {
    /// The register that the path steps into, which must be read as well.
    var register: String? {
        guard case .through(_, let register, _) = self else { return nil }
        return register
    }
}
