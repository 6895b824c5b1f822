/// What a frozen report states: its documents by digest, its figures and claims with the entries they rest on.
package struct EvidenceManifest: Hashable, Sendable {
    package let title: String
    /// The report template's id, and the period it was compiled for.
    package let template: String
    package let period: String
    /// Hash of the packs that judged and counted.
    package let pack: String
    package let frozenAt: UTCTime
    package let log: VerifierKey
    package let documents: [Document]
    package let figures: [Figure]
    package let claims: [Claim]

    package init(
        title: String, template: String, period: String, pack: String, frozenAt: UTCTime, log: VerifierKey,
        documents: [Document], figures: [Figure], claims: [Claim]
    ) {
        self.title = title
        self.template = template
        self.period = period
        self.pack = pack
        self.frozenAt = frozenAt
        self.log = log
        self.documents = documents
        self.figures = figures
        self.claims = claims
    }

    /// A file of the report: `annual-2025.docx`.
    package struct Document: Hashable, Sendable {
        /// Without a folder.
        package let name: String
        /// Bytes.
        package let size: Int
        package let sha256: Digest

        package init(name: String, size: Int, sha256: Digest) {
            self.name = name
            self.size = size
            self.sha256 = sha256
        }
    }

    package struct Figure: Hashable, Sendable {
        package let id: String
        /// As written in the register's numbers: `12`, `97.5`.
        package let value: String
        package let unit: String?
        /// As the report says it: `30余`.
        package let phrase: String?
        /// In words.
        package let definition: String
        package let measure: Measure
        /// The entries counted, ascending.
        package let records: [Int]

        package init(
            id: String, value: String, unit: String? = nil, phrase: String? = nil, definition: String,
            measure: Measure, records: [Int]
        ) {
            self.id = id
            self.value = value
            self.unit = unit
            self.phrase = phrase
            self.definition = definition
            self.measure = measure
            self.records = records.sorted()
        }
    }

    /// How a verifier that has nothing but the entries counts a figure again.
    package enum Measure: Hashable, Sendable {
        /// The number of records.
        case records
        /// The number of different values of a field; each element of a list counts as a value.
        case distinct(field: String)
        /// The sum of a field.
        case sum(field: String)
        /// Not to be counted from the records alone, such as a ratio or a sum of other figures.
        case stated
    }

    package struct Claim: Hashable, Sendable {
        package let id: String
        package let holds: Bool
        /// The sentence the report may write.
        package let sentence: String
        /// How many records it speaks of, and for how many of them it is true.
        package let universe: Int
        package let support: Int
        /// The entries that contradict it, ascending.
        package let counter: [Int]

        package init(id: String, holds: Bool, sentence: String, universe: Int, support: Int, counter: [Int]) {
            self.id = id
            self.holds = holds
            self.sentence = sentence
            self.universe = universe
            self.support = support
            self.counter = counter.sorted()
        }
    }

    /// Every entry the figures and claims rest on, ascending.
    package var records: [Int] {
        Set(figures.flatMap(\.records) + claims.flatMap(\.counter)).sorted()
    }
}
