/// Where a witness is asked: the submission prefix of a policy, `http://10.1.2.3:7380/w1`.
struct WitnessURL: Hashable, Sendable {
    let host: String
    let port: UInt16
    /// With its slash and without `add-checkpoint`.
    let path: String

    /// - Returns: `nil` unless it is plain `http`. What is sent is public and what comes back is signed, so nothing is
    ///   gained by TLS here; where a network demands it, a proxy on this machine speaks it.
    init?(_ text: String) {
        guard text.hasPrefix("http://"), text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else { return nil }
        let rest = text.dropFirst("http://".count)
        let authority = rest.prefix { $0 != "/" }
        var path = String(rest.dropFirst(authority.count))
        guard !path.contains("?"), !path.contains("#"), !authority.contains("@") else { return nil }
        if path.last != "/" { path += "/" }
        self.path = path
        var name = authority
        var port: UInt16 = 80
        if let colon = authority.lastIndex(of: ":"), authority[colon...].contains("]") == false {
            guard let number = UInt16(authority[authority.index(after: colon)...]), number > 0 else {
                return nil
            }
            port = number
            name = authority[..<colon]
        }
        if name.hasPrefix("["), name.hasSuffix("]") { name = name.dropFirst().dropLast() }
        guard !name.isEmpty, !name.contains("[") else { return nil }
        host = String(name)
        self.port = port
    }

    /// For the `Host` header.
    var authority: String { (host.contains(":") ? "[\(host)]" : host) + (port == 80 ? "" : ":\(port)") }
}
