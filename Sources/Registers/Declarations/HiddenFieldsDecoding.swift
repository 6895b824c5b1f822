import Pack

extension RegisterDeclaration {
    /// Reads `sealed: {to: [discipline, inspection], clear: [number, filedOn]}`.
    static func sealing(
        _ node: PackNode?, key: [String], happened: String, among fields: [FieldDeclaration]
    ) throws(PackError) -> Sealing? {
        guard let node else { return nil }
        var mapping = try PackMapping(node)
        let to = try mapping.required("to")
        let clear = try mapping.required("clear")
        try mapping.finish()
        let offices = try to.texts
        guard offices.count >= 2, Set(offices).count == offices.count, offices.allSatisfy(isName) else {
            throw PackError(
                .badValue(offices.joined(separator: "、"), why: "写明两个以上不同的机关，用小写英文字母和连字符"), at: to.place)
        }
        let ids = fields.map(\.id)
        for name in try clear.texts where !ids.contains(name) {
            throw PackError(.danglingReference(kind: "字段", id: name, allowed: ids), at: clear.place)
        }
        let sealing = Sealing(offices: offices, clear: try clear.texts)
        for name in key + [happened] where !sealing.clear.contains(name) {
            throw PackError(.badValue(name, why: "记录编号和发生时间由它得出，必须列入 clear"), at: clear.place)
        }
        for field in fields where !sealing.clear.contains(field.id) { try field.checkHidden(at: node.place) }
        guard fields.allSatisfy({ $0.group == nil }) else {
            throw PackError(.badValue("sealed", why: "密封的台账不能再有私密（private）字段"), at: node.place)
        }
        return sealing
    }

    /// What makes a record's id, and when it happened, everybody may know.
    static func checkPrivate(
        key: [String], happened: String, among fields: [FieldDeclaration], at place: PackPlace
    ) throws(PackError) {
        for field in fields where field.group != nil && (key + [happened]).contains(field.id) {
            throw PackError(.badValue(field.id, why: "记录编号和发生时间由它得出，不能是私密字段"), at: place)
        }
    }

    /// `years-10`: lower-case letters, digits and hyphens, a letter first.
    static func isName(_ text: String) -> Bool {
        text.utf8.first.map { (0x61...0x7A).contains($0) } == true
            && text.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D }
    }
}

extension FieldDeclaration {
    /// The group that a field's `private` names.
    static func group(_ node: PackNode?) throws(PackError) -> String? {
        guard let node else { return nil }
        let name = try node.text
        guard RegisterDeclaration.isName(name), name != HiddenGroup.sealed else {
            throw PackError(.badValue(name, why: "私密组的名称只用小写英文字母、数字和连字符，且不能叫 sealed"), at: node.place)
        }
        return name
    }

    /// Hidden fields are text, so that a sheet can say in them why they are not shown, and may be empty, so that a sheet
    /// without them can be imported again.
    func checkHidden(at place: PackPlace) throws(PackError) {
        guard type == .text else { throw PackError(.badValue(id, why: "私密和密封字段只能是文字（text）"), at: place) }
        guard !isRequired else { throw PackError(.badValue(id, why: "私密和密封字段不能必填：不带它的导出要能再导入"), at: place) }
    }
}
