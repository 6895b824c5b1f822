import Glibc
import Service
import Testing

@testable import Web

@Suite("the server, asked over loopback", .timeLimit(.minutes(10)))
struct ServerTests {
    @Test("pages are served, wrong questions are answered, and the server stops when told")
    func serves() async throws {
        let port = try #require(Loop.freePort())
        let (ready, isReady) = AsyncStream<Void>.makeStream()
        let server = Task {
            try await serve(source: InventedSource(), port: port, log: { _ in }, ready: { isReady.finish() })
        }
        for await _ in ready {}

        let home = Loop.ask(port, "GET / HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\nConnection: close\r\n\r\n")
        #expect(home.hasPrefix("HTTP/1.1 200 OK\r\n"))
        #expect(home.contains("今日要看的事") && home.contains("default-src 'none'"))

        let head = Loop.ask(port, "HEAD / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
        #expect(head.hasPrefix("HTTP/1.1 200 OK\r\n") && head.hasSuffix("\r\n\r\n"))

        let posted = Loop.ask(
            port,
            "POST /findings HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2\r\nConnection: close\r\n\r\nab")
        #expect(posted.hasPrefix("HTTP/1.1 405 ") && posted.contains("GET, HEAD"))

        let foreign = Loop.ask(port, "GET / HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n")
        #expect(foreign.hasPrefix("HTTP/1.1 421 ") && !foreign.contains("最要紧的三件"))

        let rubbish = Loop.ask(port, "\u{1}\u{2}\r\n\r\n")
        #expect(!rubbish.hasPrefix("HTTP/1.1 200"))

        server.cancel()
        _ = await server.result
        #expect(Loop.ask(port, "GET / HTTP/1.1\r\n\r\n").isEmpty)
    }

    @Test("another address than loopback is refused unless somebody decided otherwise")
    func refusesOtherHosts() async {
        await #expect(throws: ServeFault.refusedHost("0.0.0.0")) {
            try await serve(source: InventedSource(), host: "0.0.0.0", port: 1, log: { _ in })
        }
    }
}

/// A client in a few lines of sockets.
private enum Loop {
    static func freePort() -> Int? {
        let socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(socket) }
        var address = loopback(port: 0)
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isBound = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(socket, $0, length) == 0 && getsockname(socket, $0, &length) == 0
            }
        }
        return isBound ? Int(UInt16(bigEndian: address.sin_port)) : nil
    }

    /// Sends the bytes and reads until the other side closes; empty when nobody answers.
    static func ask(_ port: Int, _ request: String) -> String {
        let socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(socket) }
        var address = loopback(port: UInt16(port))
        let isConnected = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(socket, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
            }
        }
        guard isConnected else { return "" }
        let bytes = Array(request.utf8)
        guard send(socket, bytes, bytes.count, Int32(MSG_NOSIGNAL)) == bytes.count else { return "" }
        var answer: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while case let count = recv(socket, &buffer, buffer.count, 0), count > 0 {
            answer += buffer.prefix(count)
        }
        return String(decoding: answer, as: UTF8.self)
    }

    private static func loopback(port: UInt16) -> sockaddr_in {
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        return address
    }
}
