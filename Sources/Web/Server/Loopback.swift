/// The names of this machine to itself.
enum Loopback {
    static let names = ["127.0.0.1", "localhost", "::1"]

    /// Whether a request's `Host` names this machine.
    ///
    /// A page elsewhere can have its own name resolve to 127.0.0.1 (DNS rebinding) and so read what is only meant for
    /// this machine; its requests then carry that name.
    static func isNamed(by authority: String) -> Bool {
        names.contains { name in
            let host = name.contains(":") ? "[" + name + "]" : name
            guard authority.hasPrefix(host) else { return false }
            let rest = authority.dropFirst(host.count)
            return rest.isEmpty || (rest.first == ":" && Int(rest.dropFirst()) != nil)
        }
    }
}
