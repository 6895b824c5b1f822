/// A document before it takes a format: what it says, in order, with every computed number and claim marked as such.
package struct Document: Hashable, Sendable {
    package let title: String
    /// Whom it is addressed to, without the colon.
    package let addressee: String?
    package let blocks: [Block]
    package let signature: Signature?
    /// What follows on a new page after the signature.
    package let annex: Annex?
    package let colophon: Colophon?
    package let page: PageProfile

    package init(
        title: String, addressee: String? = nil, blocks: [Block], signature: Signature? = nil,
        annex: Annex? = nil, colophon: Colophon? = nil, page: PageProfile = .official
    ) {
        self.title = title
        self.addressee = addressee
        self.blocks = blocks
        self.signature = signature
        self.annex = annex
        self.colophon = colophon
        self.page = page
    }
}

/// One heading, paragraph or table.
package enum Block: Hashable, Sendable {
    /// Level 1 一、 level 2 （一） level 3 1. level 4 （1）; the number is part of the text.
    case heading(level: Int, String)
    case paragraph([Inline])
    case table(Table)
}

/// A stretch of a paragraph.
package enum Inline: Hashable, Sendable {
    case text(String)
    case figure(FigureMark)
    case claim(ClaimMark)
    /// Words that lead to a record; the pages decide where, the paper shows the words.
    case reference(String, target: String)

    /// What a reader sees.
    package var text: String {
        switch self {
        case .text(let text), .reference(let text, _): text
        case .figure(let mark): mark.text
        case .claim(let mark): mark.text
        }
    }
}

/// A number that was computed, as it is worded at one place.
package struct FigureMark: Hashable, Sendable {
    /// `F06`
    package let id: String
    /// `30余`
    package let text: String
    /// `31`
    package let exact: String
    package let definition: String
    /// `2025年`
    package let period: String
    /// The ids of the records behind it.
    package let records: [String]

    package init(
        id: String, text: String, exact: String, definition: String, period: String, records: [String]
    ) {
        self.id = id
        self.text = text
        self.exact = exact
        self.definition = definition
        self.period = period
        self.records = records
    }
}

/// A sentence with 所有, 均 or 不存在 that was checked.
package struct ClaimMark: Hashable, Sendable {
    package let id: String
    package let text: String
    package let holds: Bool
    package let definition: String
    package let universe: Int
    package let support: Int
    /// The ids of the records that speak against it.
    package let counter: [String]

    package init(
        id: String, text: String, holds: Bool, definition: String, universe: Int, support: Int,
        counter: [String]
    ) {
        self.id = id
        self.text = text
        self.holds = holds
        self.definition = definition
        self.universe = universe
        self.support = support
        self.counter = counter
    }
}

package struct Table: Hashable, Sendable {
    package struct Column: Hashable, Sendable {
        package let heading: String
        /// Its share of the table's width; the shares of a table add up to anything.
        package let share: Int

        package init(_ heading: String, share: Int) {
            self.heading = heading
            self.share = share
        }
    }

    package let caption: String
    package let columns: [Column]
    package let rows: [[String]]

    package init(caption: String, columns: [Column], rows: [[String]]) {
        self.caption = caption
        self.columns = columns
        self.rows = rows
    }
}

package struct Signature: Hashable, Sendable {
    package let organ: String
    /// `2026年1月15日`
    package let date: String

    package init(organ: String, date: String) {
        self.organ = organ
        self.date = date
    }
}

package struct Annex: Hashable, Sendable {
    package let title: String
    package let blocks: [Block]

    package init(title: String, blocks: [Block]) {
        self.title = title
        self.blocks = blocks
    }
}

/// 版记: who else receives it, and who printed it when.
package struct Colophon: Hashable, Sendable {
    package let copies: String
    package let issuer: String
    /// `2026年1月15日印发`
    package let date: String

    package init(copies: String, issuer: String, date: String) {
        self.copies = copies
        self.issuer = issuer
        self.date = date
    }
}

extension Document {
    /// The inlines of the body, in reading order.
    package var inlines: [Inline] {
        blocks.flatMap { block -> [Inline] in
            guard case .paragraph(let inlines) = block else { return [] }
            return inlines
        }
    }

    /// Every worded figure, in reading order; one that is used twice comes twice.
    package var figures: [FigureMark] {
        inlines.compactMap { inline in
            guard case .figure(let mark) = inline else { return nil }
            return mark
        }
    }

    package var claims: [ClaimMark] {
        inlines.compactMap { inline in
            guard case .claim(let mark) = inline else { return nil }
            return mark
        }
    }
}
