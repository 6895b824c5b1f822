package import Law
package import Ledger
package import Registers

/// The erasure of a private group of a record: by whose approval, on what basis. A register of the store's own.
package struct Erasure: Hashable, Sendable {
    package let owner: PrivateContent.Owner
    /// The provision or decision that calls for it.
    package let basis: String
    /// Two different people.
    package let approvers: [String]
    /// The number of the destruction list it belongs to.
    package let list: String?
    package let actor: Entry.Actor
    package let at: Moment

    package init(
        owner: PrivateContent.Owner, basis: String, approvers: [String], list: String? = nil,
        actor: Entry.Actor, at: Moment
    ) {
        self.owner = owner
        self.basis = basis
        self.approvers = approvers
        self.list = list
        self.actor = actor
        self.at = at
    }

    package static let declaration = RegisterDeclaration(
        id: "erasure", name: "私密内容销毁记录", about: "哪条记录的哪组私密内容被销毁，凭什么依据，由谁批准；承诺值留在账本里。",
        key: ["register", "record", "group"], happened: "erasedAt",
        fields: [
            FieldDeclaration(id: "register", label: "台账", type: .text, isRequired: true),
            FieldDeclaration(id: "record", label: "记录编号", type: .text, isRequired: true),
            FieldDeclaration(id: "group", label: "私密组", type: .text, isRequired: true),
            FieldDeclaration(id: "basis", label: "依据", type: .text, isRequired: true),
            FieldDeclaration(id: "approvers", label: "批准人", type: .text, isList: true, isRequired: true),
            FieldDeclaration(id: "list", label: "销毁清册编号", type: .text),
            FieldDeclaration(id: "erasedAt", label: "销毁时间", type: .datetime, isRequired: true),
        ])

    package static func id(of owner: PrivateContent.Owner) -> String {
        "\(owner.register)/\(owner.record)/\(owner.group)"
    }

    var filing: Filing {
        Filing(
            register: Self.declaration.id, id: Self.id(of: owner),
            values: [
                .text(owner.register), .text(owner.record), .text(owner.group), .text(basis),
                .list(approvers.map(Value.text)), list.map(Value.text) ?? .null, .moment(at),
            ], knownAt: at, actor: actor, event: "erased")
    }
}

extension Erasure {
    /// As a line of the journal holds it.
    var json: JSONValue {
        .object(
            [
                JSONMember(
                    "actor",
                    .array([actor.id, actor.role, actor.unit].compactMap { $0.map(JSONValue.string) })),
                JSONMember("approvers", .array(approvers.map(JSONValue.string))),
                JSONMember("at", .string(at.description)), JSONMember("basis", .string(basis)),
                JSONMember("group", .string(owner.group)), JSONMember("record", .string(owner.record)),
                JSONMember("register", .string(owner.register)),
            ] + (list.map { [JSONMember("list", .string($0))] } ?? []))
    }

    init?(_ json: JSONValue) {
        guard let actor = json["actor"]?.array?.compactMap(\.string), (2...3).contains(actor.count),
            let approvers = json["approvers"]?.array?.compactMap(\.string),
            let at = json["at"]?.string.flatMap({ Moment($0) }), let basis = json["basis"]?.string,
            let group = json["group"]?.string, let record = json["record"]?.string,
            let register = json["register"]?.string
        else { return nil }
        self.init(
            owner: PrivateContent.Owner(register: register, record: record, group: group), basis: basis,
            approvers: approvers, list: json["list"]?.string,
            actor: Entry.Actor(id: actor[0], role: actor[1], unit: actor.count > 2 ? actor[2] : nil), at: at)
    }

    /// As the ledger's own register holds it.
    init?(_ record: Registers.Record, actor: Entry.Actor) {
        let names = Self.declaration.fields.map(\.id)
        func value(_ field: String) -> Value {
            names.firstIndex(of: field).map { record.values[$0] } ?? .null
        }
        func text(_ field: String) -> String? {
            if case .text(let text) = value(field) { text } else { nil }
        }
        guard let register = text("register"), let id = text("record"), let group = text("group"),
            let basis = text("basis"), case .list(let approvers) = value("approvers"),
            case .moment(let at) = value("erasedAt")
        else { return nil }
        self.init(
            owner: PrivateContent.Owner(register: register, record: id, group: group), basis: basis,
            approvers: approvers.map(\.description), list: text("list"), actor: actor, at: at)
    }
}
