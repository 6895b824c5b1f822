extension Fault {
    static let decision: [Fault] = []
}
