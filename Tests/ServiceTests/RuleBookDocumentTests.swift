import Foundation
import Law
import Testing

@testable import Service

/// The rule book as it is printed, so that whoever changes a rule sees in one place what a lawyer will read.
@Suite("The printed rule book")
struct RuleBookDocumentTests {
    private static let packs = Result { try BureauPacks.load(folders: DemoPages.packs) }

    @Test(
        "HTML says the same: every rule with its clauses, conditions, changes and examples, nothing unescaped"
    )
    func html() throws {
        let packs = try Self.packs.get()
        let page = RuleBookPage.book(of: packs)
        for rule in packs.rules.rules {
            #expect(page.contains("<article id=\"\(rule.id)\">"))
            for example in rule.examples {
                #expect(page.contains(example.title.replacing("&", with: "&amp;")), "\(rule.id)")
            }
        }
        #expect(page.contains("&lt;="))
        #expect(page.contains("改动："))
    }

    @Test("Every rule and principle has two examples at least, and every rule one on each side")
    func examples() throws {
        let packs = try Self.packs.get()
        for rule in packs.rules.rules {
            let answers = Set(rule.examples.map(\.answer))
            #expect(rule.examples.count >= 2, "\(rule.id)")
            #expect(answers.contains(.broken), "\(rule.id)")
            #expect(answers.contains(.kept), "\(rule.id)")
        }
        for principle in packs.principles.principles {
            #expect(principle.examples.count >= 2, "\(principle.id)")
        }
    }
}
