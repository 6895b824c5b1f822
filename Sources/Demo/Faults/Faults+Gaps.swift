extension Fault {
    static let gaps: [Fault] = []
}
