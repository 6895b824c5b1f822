package import Service

/// What the site answers to one request, before any server is involved.
package struct Answer: Sendable {
    package enum Status: Int, Sendable {
        case ok = 200
        case badRequest = 400
        case notFound = 404
        case methodNotAllowed = 405
        case misdirected = 421
        case failed = 500
    }

    package let status: Status
    package let headers: [(name: String, value: String)]
    package let bytes: [UInt8]

    private init(
        _ status: Status, _ bytes: [UInt8], mediaType: String, caching: String,
        more: [(name: String, value: String)] = []
    ) {
        self.status = status
        self.bytes = bytes
        headers =
            [("Content-Type", mediaType), ("Cache-Control", caching)] + Self.guards + more
            + (status == .methodNotAllowed ? [("Allow", "GET, HEAD")] : [])
    }

    package static func page(_ document: HTML, status: Status = .ok) -> Answer {
        Answer(status, document.bytes, mediaType: "text/html; charset=utf-8", caching: "no-store")
    }

    package static func file(_ file: Download) -> Answer {
        // An ASCII name for browsers that do not know RFC 6266's other one.
        let ending = file.name.split(separator: ".").last.map(String.init) ?? "bin"
        let plain = "zhunsheng." + (ending.utf8.allSatisfy { $0.isLetterOrDigit } ? ending : "bin")
        let named = "attachment; filename=\"\(plain)\"; filename*=UTF-8''\(PercentCoding.encode(file.name))"
        return Answer(
            .ok, file.bytes, mediaType: file.mediaType, caching: "no-store",
            more: [("Content-Disposition", named)])
    }

    /// A part of the program itself, whose address changes with its content.
    package static func asset(_ bytes: [UInt8], mediaType: String) -> Answer {
        Answer(.ok, bytes, mediaType: mediaType, caching: "public, max-age=31536000")
    }

    /// What keeps a page from running, framing, guessing or passing on anything.
    private static let guards: [(name: String, value: String)] = [
        (
            "Content-Security-Policy",
            "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; "
                + "frame-ancestors 'none'"
        ),
        ("X-Content-Type-Options", "nosniff"),
        ("X-Frame-Options", "DENY"),
        // Addresses carry case numbers.
        ("Referrer-Policy", "no-referrer"),
        ("Cross-Origin-Resource-Policy", "same-origin"),
    ]
}

extension UInt8 {
    fileprivate var isLetterOrDigit: Bool {
        switch self {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): true
        default: false
        }
    }
}
