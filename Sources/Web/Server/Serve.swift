import Hummingbird
package import Service

/// Why the server did not start.
package enum ServeFault: Error, Hashable, Sendable, CustomStringConvertible {
    case refusedHost(String)
    case refusedWitnessHost(String)

    package var description: String {
        switch self {
        case .refusedHost(let host):
            "拒绝在 \(host) 上提供网页：网页尚无登录，离开本机就等于向网络公开台账。请用 127.0.0.1，由本机上带登录的反向代理转发。"
        case .refusedWitnessHost(let host):
            "拒绝在 \(host) 上提供见证：请用 127.0.0.1，由本机上的反向代理转发，并由它限定哪些地址可以访问。"
        }
    }
}

/// Serves the pages until the process is asked to stop (SIGTERM, SIGINT); pages under way are finished first.
///
/// - Parameters:
///   - source: What the pages show.
///   - host: The address to listen on; anything but loopback is refused.
///   - port: The port to listen on.
///   - log: Takes one line for each failure of the program.
///   - ready: Called once when pages can be asked for.
/// - Throws: `ServeFault`, or what the system says when the port is taken.
package func serve(
    source: any PageSource, host: String = "127.0.0.1", port: Int,
    log: @escaping @Sendable (String) -> Void, ready: @escaping @Sendable () -> Void = {}
) async throws {
    let isLoopback = Loopback.names.contains(host)
    guard isLoopback else { throw ServeFault.refusedHost(host) }
    let site = Site(source: source, log: log)
    let work = PageWork()
    let responder = CallbackResponder<BasicRequestContext> { request, _ in
        let (method, target) = (request.method.rawValue, request.uri.string)
        let authority = request.head.authority ?? ""
        let answer = await work.run {
            isLoopback && !Loopback.isNamed(by: authority)
                ? site.error(.misdirected, .misdirected) : site.answer(method: method, target: target)
        }
        return Response(answer, hasBody: method != "HEAD")
    }
    let application = Application(
        responder: responder,
        configuration: ApplicationConfiguration(address: .hostname(host, port: port)),
        onServerRunning: { _ in ready() })
    try await application.runService()
}

extension Response {
    /// - Parameters:
    ///   - answer: What the site answers.
    ///   - hasBody: `false` for `HEAD`, which tells the length of what it does not send.
    fileprivate init(_ answer: Answer, hasBody: Bool) {
        var headers = HTTPFields()
        for (name, value) in answer.headers {
            guard let name = HTTPFields.Element.Name(name) else { continue }
            headers[name] = value
        }
        let body =
            hasBody
            ? ResponseBody(byteBuffer: ByteBuffer(bytes: answer.bytes))
            : ResponseBody(contentLength: answer.bytes.count) { writer in try await writer.finish(nil) }
        self.init(status: HTTPResponse.Status(code: answer.status.rawValue), headers: headers, body: body)
    }
}
