import Glibc
import Storage

/// One POST over a plain socket, with everything bounded: what asking a witness takes, and no more.
struct WitnessPost {
    let url: WitnessURL
    /// For the whole exchange.
    var limit: Duration = .seconds(10)

    struct Reply: Hashable {
        let status: Int
        let mediaType: String
        let body: [UInt8]
    }

    /// Why there is no answer, in words.
    struct Fault: Error, Hashable { let words: String }

    /// Bytes of an answer: headers, and a few signature lines.
    private static let largest = 64 << 10

    func send(_ body: [UInt8]) throws(Fault) -> Reply {
        let deadline = ContinuousClock.now + limit
        let socket = try connect(until: deadline)
        defer { close(socket) }
        // HTTP/1.0: the answer ends with the connection and is never in chunks.
        let head =
            "POST \(url.path)add-checkpoint HTTP/1.0\r\nHost: \(url.authority)\r\n"
            + "Content-Type: text/plain; charset=utf-8\r\nContent-Length: \(body.count)\r\nConnection: close\r\n\r\n"
        try write(Array(head.utf8) + body, to: socket, until: deadline)
        return try Self.reply(try read(from: socket, until: deadline))
    }

    private func connect(until deadline: ContinuousClock.Instant) throws(Fault) -> Int32 {
        var hints = addrinfo()
        hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
        var list: UnsafeMutablePointer<addrinfo>?
        guard getaddrinfo(url.host, String(url.port), &hints, &list) == 0 else {
            throw Fault(words: "找不到主机 \(url.host)")
        }
        defer { freeaddrinfo(list) }
        var fault = Fault(words: "找不到主机 \(url.host)")
        var next = list
        while let address = next?.pointee {
            next = address.ai_next
            do throws(Fault) { return try connect(to: address, until: deadline) } catch { fault = error }
        }
        throw fault
    }

    private func connect(to address: addrinfo, until deadline: ContinuousClock.Instant) throws(Fault) -> Int32
    {
        let type = address.ai_socktype | Int32(SOCK_NONBLOCK.rawValue) | Int32(SOCK_CLOEXEC.rawValue)
        let socket = Glibc.socket(address.ai_family, type, address.ai_protocol)
        guard socket >= 0 else { throw Self.fault(errno) }
        do throws(Fault) {
            if Glibc.connect(socket, address.ai_addr, address.ai_addrlen) != 0 {
                guard errno == EINPROGRESS else { throw Self.fault(errno) }
                try wait(for: Int16(POLLOUT), socket, until: deadline)
                var (code, length) = (Int32(0), socklen_t(MemoryLayout<Int32>.size))
                getsockopt(socket, SOL_SOCKET, SO_ERROR, &code, &length)
                guard code == 0 else { throw Self.fault(code) }
            }
            return socket
        } catch {
            close(socket)
            throw error
        }
    }

    private func write(_ bytes: [UInt8], to socket: Int32, until deadline: ContinuousClock.Instant)
        throws(Fault)
    {
        var rest = bytes[...]
        while !rest.isEmpty {
            try wait(for: Int16(POLLOUT), socket, until: deadline)
            let count = rest.withUnsafeBytes {
                Glibc.send(socket, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
            }
            // A witness that refuses early may stop reading; what it says is still to be read.
            guard count > 0 else { return }
            rest = rest.dropFirst(count)
        }
    }

    private func read(from socket: Int32, until deadline: ContinuousClock.Instant) throws(Fault) -> [UInt8] {
        var answer: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 4096)
        while answer.count <= Self.largest {
            try wait(for: Int16(POLLIN), socket, until: deadline)
            let count = recv(socket, &buffer, buffer.count, 0)
            guard count >= 0 else { throw Self.fault(errno) }
            if count == 0 { return answer }
            answer += buffer[..<count]
        }
        throw Fault(words: "回答过长")
    }

    private func wait(
        for events: Int16, _ socket: Int32, until deadline: ContinuousClock.Instant
    ) throws(Fault) {
        let left = (deadline - ContinuousClock.now) / .milliseconds(1)
        var watched = pollfd(fd: socket, events: events, revents: 0)
        guard left > 0, poll(&watched, 1, Int32(left.rounded(.up))) > 0 else { throw Fault(words: "等候超时") }
    }

    private static func fault(_ code: Int32) -> Fault { Fault(words: SystemError.words(code)) }

    /// Reads an answer that has come to its end.
    static func reply(_ bytes: [UInt8]) throws(Fault) -> Reply {
        let notHTTP = Fault(words: "回答不是 HTTP")
        let text = String(decoding: bytes, as: UTF8.self)
        guard let end = text.firstRange(of: "\r\n\r\n") else { throw notHTTP }
        let lines = text[..<end.lowerBound].split(separator: "\r\n")
        let status = lines.first?.split(separator: " ", maxSplits: 2)
        guard let status, status.count >= 2, status[0].hasPrefix("HTTP/1."), let code = Int(status[1]) else {
            throw notHTTP
        }
        let fields = lines.dropFirst().map { $0.split(separator: ":", maxSplits: 1) }
        func field(_ name: String) -> String? {
            fields.first { $0.count == 2 && $0[0].lowercased() == name }
                .map { $0[1].drop { $0 == " " }.prefix { $0 != " " && $0 != ";" } }.map(String.init)
        }
        let body = Array(text[end.upperBound...].utf8)
        if let length = field("content-length").flatMap(Int.init), length != body.count {
            throw Fault(words: "回答不完整")
        }
        return Reply(status: code, mediaType: field("content-type") ?? "", body: body)
    }
}
