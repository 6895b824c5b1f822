package import Pack

extension RegisterDeclaration {
    /// Reads the root of one register file.
    ///
    /// Whether its references lead anywhere is `RegisterSet`'s to say.
    package init(_ node: PackNode) throws(PackError) {
        var mapping = try PackMapping(node)
        let id = try mapping.required("register")
        let name = try mapping.required("name").text
        let about = try mapping.required("about").text
        let key = try mapping.required("key")
        let happened = try mapping.required("happened")
        let fieldNodes = try mapping.required("fields")
        let sealed = mapping.optional("sealed")
        let retention = try mapping.optional("retention")?.text
        try mapping.finish()

        var fields: [FieldDeclaration] = []
        for element in try fieldNodes.elements {
            fields.append(try FieldDeclaration(element, among: fields))
        }
        try Self.check(id: try id.text, at: id.place)
        try Self.check(key: key, happened: happened, among: fields)
        try Self.checkPrivate(
            key: try key.texts, happened: try happened.text, among: fields, at: fieldNodes.place)
        let sealing = try Self.sealing(
            sealed, key: try key.texts, happened: try happened.text, among: fields)
        self.init(
            id: try id.text, name: name, about: about, key: try key.texts, happened: try happened.text,
            fields: fields, sealing: sealing, retention: retention)
    }

    private static func check(id: String, at place: PackPlace) throws(PackError) {
        guard id.utf8.allSatisfy({ (0x61...0x7A).contains($0) || $0 == 0x2D }), !id.isEmpty else {
            throw PackError(.badValue(id, why: "台账代码只用小写英文字母和连字符"), at: place)
        }
    }

    private static func check(
        key: PackNode, happened: PackNode, among fields: [FieldDeclaration]
    ) throws(PackError) {
        let ids = fields.map(\.id)
        guard try !key.texts.isEmpty else { throw PackError(.badValue("key", why: "至少写一个字段"), at: key.place) }
        for name in try key.texts where !ids.contains(name) {
            throw PackError(.danglingReference(kind: "字段", id: name, allowed: ids), at: key.place)
        }
        let name = try happened.text
        guard let field = fields.first(where: { $0.id == name }) else {
            throw PackError(.danglingReference(kind: "字段", id: name, allowed: ids), at: happened.place)
        }
        guard !field.isList, field.type == .date || field.type == .datetime else {
            throw PackError(.badValue(name, why: "发生时间必须是日期（date）或时间（datetime）字段"), at: happened.place)
        }
    }
}

extension FieldDeclaration {
    /// Reads one field; `earlier` are the fields above it, whose ids and headings it may not repeat.
    init(_ node: PackNode, among earlier: [FieldDeclaration]) throws(PackError) {
        var mapping = try PackMapping(node)
        let id = try mapping.required("id")
        let label = try mapping.required("label")
        let aliases = mapping.optional("aliases")
        let type = try FieldType(&mapping)
        let isList = try mapping.optional("list")?.boolean ?? false
        let isRequired = try mapping.optional("required")?.boolean ?? false
        let help = try mapping.optional("help")?.text ?? ""
        let unit = try mapping.optional("unit")?.text
        let assumed = try Self.assumed(mapping.optional("default"), of: type, isList: isList)
        let group = try Self.group(mapping.optional("private"))
        try mapping.finish()

        let name = try id.text
        guard !["id", "knownAt"].contains(name) else {
            throw PackError(.badValue(name, why: "每条记录都有，不能再作字段代码"), at: id.place)
        }
        guard !earlier.contains(where: { $0.id == name }) else {
            throw PackError(.duplicate(kind: "字段", id: name), at: id.place)
        }
        self.init(
            id: name, label: try label.text, aliases: try aliases?.texts ?? [], type: type,
            isList: isList, isRequired: isRequired, help: help, unit: unit, assumed: assumed, group: group)
        let taken = Set(earlier.flatMap(\.headings))
        var own: Set<String> = []
        for (heading, place) in try Self.places(label: label, aliases: aliases) {
            guard !taken.contains(heading), own.insert(heading).inserted else {
                throw PackError(.duplicate(kind: "列名", id: heading), at: place)
            }
        }
        try checkListWords(at: node.place)
        if group != nil { try checkHidden(at: node.place) }
    }

    private static func assumed(
        _ node: PackNode?, of type: FieldType, isList: Bool
    ) throws(PackError) -> Int? {
        guard let node else { return nil }
        guard type == .integer, !isList, let number = Int(try node.text) else {
            throw PackError(.badValue(try node.text, why: "default 只用于单个整数（integer）字段，并且是整数"), at: node.place)
        }
        return number
    }

    private static func places(
        label: PackNode, aliases: PackNode?
    ) throws(PackError) -> [(heading: String, place: PackPlace)] {
        var places = [(Heading.normalized(try label.text), label.place)]
        guard let aliases else { return places }
        for text in try aliases.texts { places.append((Heading.normalized(text), aliases.place)) }
        return places
    }

    /// Several codes share one cell, so that their words must not contain what parts them.
    private func checkListWords(at place: PackPlace) throws(PackError) {
        guard isList, case .code(let codes) = type else { return }
        for word in codes.flatMap(\.words)
        where CellList.parts(word) {
            throw PackError(.badValue(word, why: "多选字段的取值里不能有顿号、逗号或分号"), at: place)
        }
    }
}

extension FieldType {
    private enum Word: String, CaseIterable {
        case text, integer, decimal, date, datetime, boolean, code, reference
    }

    /// Reads `type` and what it calls for: `codes` of a code, `register` of a reference.
    fileprivate init(_ mapping: inout PackMapping) throws(PackError) {
        switch try mapping.required("type").word(of: Word.self) {
        case .text: self = .text
        case .integer: self = .integer
        case .decimal: self = .decimal
        case .date: self = .date
        case .datetime: self = .datetime
        case .boolean: self = .boolean
        case .code: self = .code(try Self.codes(try mapping.required("codes")))
        case .reference: self = .reference(register: try mapping.required("register").text)
        }
    }

    private static func codes(_ node: PackNode) throws(PackError) -> [Code] {
        guard case .mapping(let members) = node.content, !members.isEmpty else {
            throw PackError(.expected("若干“代码: 名称”", found: node.kindName), at: node.place)
        }
        var codes: [Code] = []
        for member in members {
            let labels = try member.value.texts
            guard let label = labels.first else {
                throw PackError(.expected("名称", found: member.value.kindName), at: member.value.place)
            }
            let code = Code(id: member.key, label: label, synonyms: Array(labels.dropFirst()))
            let taken = codes.flatMap(\.words)
            if let word = code.words.first(where: taken.contains) {
                throw PackError(.duplicate(kind: "取值", id: "\(member.key): \(word)"), at: member.keyPlace)
            }
            codes.append(code)
        }
        return codes
    }
}
