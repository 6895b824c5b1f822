import Foundation
package import Ledger
package import Reporting

/// What the linter says about a draft in a text file.
package struct DraftLint: Sendable {
    package let findings: [LintFinding]

    package init(file: String) throws {
        guard let text = try? String(contentsOfFile: file, encoding: .utf8) else {
            throw ServiceError(.use, "读不到文稿 \(file)；需要 UTF-8 文本文件。")
        }
        findings = Linter.lint(text)
    }

    package var isClean: Bool { findings.isEmpty }
    package var lines: [String] { isClean ? ["未发现问题。"] : findings.map(\.description) }
    package var json: JSONValue { ["lint": .array(findings.map(\.json))] }
}
