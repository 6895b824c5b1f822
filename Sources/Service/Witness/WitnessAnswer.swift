import Ledger

/// A witness's answer over HTTP (C2SP tlog-witness 1.0).
package struct WitnessAnswer: Hashable, Sendable {
    package let status: Int
    package let mediaType: String
    package let body: String

    static func cosigned(_ line: String) -> WitnessAnswer {
        WitnessAnswer(status: 200, mediaType: plain, body: line)
    }

    static func refused(_ refusal: WitnessRefusal) -> WitnessAnswer {
        if case .conflict(let size) = refusal {
            return WitnessAnswer(status: refusal.status, mediaType: sizeType, body: "\(size)\n")
        }
        return WitnessAnswer(status: refusal.status, mediaType: plain, body: "\(refusal)\n")
    }

    /// For what is no decision about a checkpoint.
    package static func error(_ status: Int, _ words: String) -> WitnessAnswer {
        WitnessAnswer(status: status, mediaType: plain, body: words + "\n")
    }

    static let plain = "text/plain; charset=utf-8"
    /// Of the body that names the size cosigned last.
    static let sizeType = "text/x.tlog.size"
}
