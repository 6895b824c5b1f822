extension Fault {
    static let questioning: [Fault] = []
}
