package import Law
package import Ledger

/// One version of a record on its way into the ledger.
///
/// Revision, previous entry and the ledger's own time are the store's to say.
package struct Filing: Sendable {
    package let register: String
    package let id: String
    /// In the order of the declaration's fields. When it happened is the value of the register's `happened` field.
    package internal(set) var values: [Value]
    package let knownAt: Moment
    package internal(set) var actor: Entry.Actor
    /// `nil` for `filed` at the first version of a record and `revised` afterwards.
    package let event: String?
    package let basis: String?
    package let retention: String?
    package internal(set) var commitments: [Commitment]
    package internal(set) var attachments: [Entry.Attachment]

    package init(
        register: String, id: String, values: [Value], knownAt: Moment, actor: Entry.Actor,
        event: String? = nil,
        basis: String? = nil, retention: String? = nil, commitments: [Commitment] = [],
        attachments: [Entry.Attachment] = []
    ) {
        self.register = register
        self.id = id
        self.values = values
        self.knownAt = knownAt
        self.actor = actor
        self.event = event
        self.basis = basis
        self.retention = retention
        self.commitments = commitments.sorted { precedes($0.group, $1.group) }
        self.attachments = attachments
    }
}

/// What became of a filing. Given out only once the entry is on the disk.
package struct Receipt: Hashable, Sendable {
    package let register: String
    package let id: String
    package let seq: Int
    package let revision: Int
    package let leaf: Digest
    /// The current version already says exactly this, so nothing was added; the receipt is that version's.
    package let isUnchanged: Bool
}

/// What became of a stream of filings.
package struct FilingSummary: Hashable, Sendable {
    /// Entries made, revisions among them.
    package let added: Int
    package let unchanged: Int
    /// Records that were there already and now say something else.
    package let revised: Int
    /// The ids of the first of them, for people to look at.
    package let revisedExamples: [String]
    /// Entries in the ledger before, and so the first entry made, and afterwards.
    package let first: Int
    package let size: Int

    /// Ids kept; more would only be counted.
    static let examples = 20

    package init(
        added: Int, unchanged: Int, revised: Int = 0, revisedExamples: [String] = [], first: Int, size: Int
    ) {
        self.added = added
        self.unchanged = unchanged
        self.revised = revised
        self.revisedExamples = revisedExamples
        self.first = first
        self.size = size
    }
}
