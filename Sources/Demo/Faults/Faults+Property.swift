import Law

extension Fault {
    /// 涉案财物: what may be seized, the ledger, disposal with the decision; who approves a preservation
    /// (治安管理处罚法(2025) 第105条；程序规定 第107、189、193条；行政处罚法 第56条).
    static let property: [Fault] = [
        Fault("necessity-seized", .after, needs: { $0.seizure = .approved }) {
            $0[$0.step(.seizure)].belongs = .necessity
            $0.breaks("seizure-forbidden-objects", $0.step(.seizure))
        },
        Fault("owner-of-the-seized-unknown", .before, needs: { $0.seizure = .approved }) {
            $0[$0.step(.seizure)].belongs = nil
            $0.hides("seizure-forbidden-objects", $0.step(.seizure))
        },
        Fault("exhibit-nobody-knows-where", .after, needs: { $0.seizure = .approved }) {
            $0.draft.exhibits[0].place = nil
            $0.breaks("property-ledger", "exhibit", $0.draft.id(of: $0.draft.exhibits[0]))
        },
        Fault("exhibit-forgotten-in-the-decision", .before, needs: { $0.seizure = .approved }) {
            $0.draft.exhibits[0].disposedAt = nil
            $0.breaks("property-disposed-with-decision", $0.step(.decision))
        },
        Fault("preservation-approved-by-the-station", .after, needs: { $0.isPreserved = true }) {
            $0[$0.step(.preservation)].approverLevel = 1
            $0.hides("registered-preservation-approver-conflict", $0.step(.preservation))
        },
        Fault("preservation-held-to-lack-approval", .before, needs: { $0.isPreserved = true }) {
            $0[$0.step(.preservation)].approverLevel = 1
            $0[$0.step(.preservation)].passed = false
            $0.breaks("registered-preservation-approver-conflict", $0.step(.preservation))
        },
    ]
}
