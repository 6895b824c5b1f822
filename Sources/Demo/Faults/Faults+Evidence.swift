extension Fault {
    static let evidence: [Fault] = []
}
