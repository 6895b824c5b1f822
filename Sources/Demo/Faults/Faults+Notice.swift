extension Fault {
    static let notice: [Fault] = []
}
