extension Fault {
    static let execution: [Fault] = []
}
