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
