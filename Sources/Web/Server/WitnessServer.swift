import Hummingbird
package import Service

/// Serves a witness (C2SP tlog-witness) until the process is asked to stop (SIGTERM, SIGINT).
///
/// - Parameters:
///   - office: The witness.
///   - host: The address to listen on; anything but loopback is refused.
///   - log: Takes one line for each failure of the witness itself.
///   - ready: Called once when it can be asked.
/// - Throws: `ServeFault`, or what the system says when the port is taken.
package func serveWitness(
    _ office: WitnessOffice, host: String = "127.0.0.1", port: Int,
    log: @escaping @Sendable (String) -> Void, ready: @escaping @Sendable () -> Void = {}
) async throws {
    guard Loopback.names.contains(host) else { throw ServeFault.refusedWitnessHost(host) }
    let work = PageWork()
    let responder = CallbackResponder<BasicRequestContext> { request, _ in
        var request = request
        guard request.uri.path == "/add-checkpoint" else { return Response(.error(404, "没有这个地址。")) }
        guard request.method == .post else { return Response(.error(405, "只接受 POST。")) }
        // The whole request is read before the witness looks at anything: who is slow holds nobody up.
        guard let body = try? await request.collectBody(upTo: WitnessOffice.largestRequest) else {
            return Response(.error(413, "请求过长或不完整。"))
        }
        let bytes = Array(body.readableBytesView)
        return Response(
            await work.run {
                do { return try office.answer(bytes) } catch {
                    log("未予见证：\(error)")
                    return .error(503, "见证人的存储有问题，未予见证。")
                }
            })
    }
    let application = Application(
        responder: responder, server: .http1(configuration: .init(idleTimeout: .seconds(15))),
        configuration: ApplicationConfiguration(address: .hostname(host, port: port)),
        onServerRunning: { _ in ready() })
    try await application.runService()
}

extension Response {
    fileprivate init(_ answer: WitnessAnswer) {
        self.init(
            status: HTTPResponse.Status(code: answer.status),
            headers: [.contentType: answer.mediaType, .cacheControl: "no-store"],
            body: ResponseBody(byteBuffer: ByteBuffer(string: answer.body)))
    }
}
