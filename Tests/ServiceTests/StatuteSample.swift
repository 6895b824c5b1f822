import Foundation
import Law
import Testing

@testable import Service

/// Invented texts of laws that the shipped pack knows, with as many articles as the pack says; none of the words is law.
struct StatuteSample {
    let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "zhunsheng-laws-\(UUID())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    func remove() { try? FileManager.default.removeItem(at: folder) }

    /// - Parameter changed: The bodies of some articles; the others say a sentence of their own.
    func write(_ law: Statute, as file: String, changed: [Int: String] = [:], front: String = "") throws {
        let count = try #require(law.articles)
        let body = (1...count).map { number in
            "\(ArticleNumber(number).chinese)　\(changed[number] ?? Self.sentence(number))"
        }
        let text = """
            ---
            title: \(law.name)
            issuing-body: \(law.issuer)
            effective: \(law.inForce.from)
            \(front)
            ---
            # \(law.short)

            ## 第一章 总则

            """
        try (text + body.joined(separator: "\n\n") + "\n")
            .write(to: folder.appending(path: file), atomically: true, encoding: .utf8)
    }

    /// Unlike every other article's: six characters that no other sentence has.
    private static func sentence(_ number: Int) -> String {
        let letters = (0..<6).map { Character(Unicode.Scalar(0x4E00 + UInt32(number) * 6 + $0) ?? "一") }
        return String(letters) + "。"
    }
}
