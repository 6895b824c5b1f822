extension Fault {
    static let summons: [Fault] = []
}
