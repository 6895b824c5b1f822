import Demo

/// A claim of the report that the demo makes fail, by the claim's id.
package struct DemoPlant: Hashable, Sendable {
    let claim: DemoClaim

    package static let allNames = DemoClaim.allCases.map(\.rawValue)

    package init(named name: String) throws(ServiceError) {
        guard let claim = DemoClaim(rawValue: name) else {
            throw ServiceError(.use, "没有名为“\(name)”的断言；可用：\(Self.allNames.joined(separator: "、"))。")
        }
        self.claim = claim
    }
}
