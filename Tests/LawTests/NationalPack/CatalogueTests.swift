import Foundation
import Law
import Pack
import Testing

/// The rule book against the catalogue of machine-checkable rules it was made from (`../shared/law/rules.json`).
@Suite(
    "The national pack and the catalogue of rules",
    .enabled(if: Catalogue.isHere, "../shared/law/rules.json is not here"))
struct CatalogueTests {
    /// Numbers of the rules and principles of the pack, with their confidence.
    private let encoded: [String: Set<String>]
    /// Numbers that `Docs/for-lawyers/not-formalised.md` gives a reason for.
    private let unformalised: Set<String>
    private let catalogue: [Catalogue.Entry]

    init() throws {
        var encoded: [String: Set<String>] = [:]
        let listed = try NationalPack.rules() + NationalPack.principles()
        for node in listed {
            encoded[try #require(try node["no"]?.text), default: []].insert(
                try #require(try node["confidence"]?.text))
        }
        self.encoded = encoded
        unformalised = try Catalogue.unformalised()
        catalogue = try Catalogue.entries()
    }

    @Test(
        "every entry read in a statute is a rule, a principle, or stands in not-formalised.md; at most 25 stand there"
    )
    func verifiedEntries() {
        let verified = catalogue.filter { $0.confidence == "V" }
        #expect(verified.count == 298)
        let left = verified.map(\.no).filter { encoded[$0] == nil }
        #expect(left.filter { !unformalised.contains($0) } == [])
        #expect(unformalised.count <= 25)
        #expect(verified.count - left.count >= 273)
    }

    @Test("every entry that is not verified stands as 待核, never as a rule that accuses")
    func unverifiedEntries() {
        for entry in catalogue where entry.confidence != "V" {
            guard let confidence = encoded[entry.no] else {
                #expect(unformalised.contains(entry.no), "\(entry.no) \(entry.id)")
                continue
            }
            #expect(!confidence.contains("V"), "\(entry.no) \(entry.id)")
        }
    }

    @Test("no rule of the pack is numbered outside the catalogue")
    func numbers() {
        let known = Set(catalogue.map(\.no))
        #expect(encoded.keys.filter { !known.contains($0) } == [])
    }
}

/// What the catalogue holds.
enum Catalogue {
    struct Entry: Decodable {
        let no: String
        let id: String
        let confidence: String
    }

    private static let file = CollectedTexts.folder.deletingLastPathComponent().appending(path: "rules.json")

    static let isHere = FileManager.default.fileExists(atPath: file.path)

    static func entries() throws -> [Entry] {
        try JSONDecoder().decode([Entry].self, from: Data(contentsOf: file))
    }

    /// The second column of the table.
    static func unformalised() throws -> Set<String> {
        let rows = try repositoryFile("Docs/for-lawyers/not-formalised.md").split(separator: "\n")
            .filter { $0.hasPrefix("| ") }.dropFirst()
        return Set(rows.map { String($0.split(separator: "|")[1].filter { $0 != " " }) })
    }
}
