@testable import Web

/// A site followed link by link from its first page.
struct Crawl {
    /// The answers by address.
    let answers: [String: Answer]

    var pages: [(address: String, text: String)] {
        answers.filter { $0.value.isPage }.map { ($0.key, String(decoding: $0.value.bytes, as: UTF8.self)) }
    }

    /// - Parameter mostOfKind: How many addresses of one kind are followed at most; `nil` for all.
    init(_ site: Site, mostOfKind: Int? = nil) {
        var answers: [String: Answer] = [:]
        var counts: [String: Int] = [:]
        var waiting = ["/"]
        while let address = waiting.popLast() {
            guard answers[address] == nil else { continue }
            let kind = Self.kind(address)
            counts[kind, default: 0] += 1
            if let mostOfKind, counts[kind, default: 0] > mostOfKind { continue }
            let answer = site.answer(method: "GET", target: address)
            answers[address] = answer
            guard answer.isPage else { continue }
            for tag in Markup(answer.bytes).tags {
                guard let target = tag["href"], !target.hasPrefix("#") else { continue }
                // Each combination of unit and order says nothing new; one at a time does.
                if target.contains("sort="), target.contains("is.") { continue }
                waiting.append(target)
            }
        }
        self.answers = answers
    }

    /// The case of the address, and the register or rule that it begins with.
    private static func kind(_ address: String) -> String {
        let path = address.prefix { $0 != "?" }.split(separator: "/")
        return path.prefix(2).joined(separator: "/") + "/\(path.count)"
    }
}

extension Answer {
    var isPage: Bool { headers.contains { $0.name == "Content-Type" && $0.value.hasPrefix("text/html") } }
}
