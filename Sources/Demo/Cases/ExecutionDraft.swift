/// How a decision is served and executed, as far as the demo records it: fields of the event register.
struct ExecutionDraft: Sendable {
    /// 送达方式
    var method: ServiceMethod?
    /// 不执行拘留情形的核查, before the person is taken to the detention centre.
    var bar: ExecutionBar?
    var remedySought: Bool?
    var noDanger: Bool?
    var guarantees: [Guarantee] = []
    /// Yuan.
    var deposit: Int?
    var guarantorVerified: [GuarantorCondition] = []
}

enum ServiceMethod: String, Sendable { case direct, proxy, left }

enum ExecutionBar: String, Sendable {
    case none
    case pregnantNursing = "pregnant-nursing"
}

enum Guarantee: String, Sendable { case guarantor, deposit }

/// 担保人应当符合的条件（治安管理处罚法(2012) 第108条，(2025) 第127条）
enum GuarantorCondition: String, CaseIterable, Sendable { case uninvolved, rights, local, able }
