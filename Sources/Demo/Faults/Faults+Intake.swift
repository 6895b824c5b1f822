extension Fault {
    static let intake: [Fault] = []
}
