extension EvidenceManifest {
    package var json: JSONValue {
        [
            "title": .string(title), "template": .string(template), "period": .string(period),
            "pack": .string(pack),
            "frozenAt": .string(frozenAt.description), "log": .string(log.text),
            "documents": .array(
                documents.map {
                    [
                        "name": .string($0.name), "size": .integer(Int64($0.size)),
                        "sha256": .string($0.sha256.hex),
                    ]
                }), "figures": .array(figures.map(\.json)), "claims": .array(claims.map(\.json)),
        ]
    }

    /// - Throws: `badManifest` when a member is missing, unknown, or not of its form.
    package init(_ json: JSONValue) throws(ProofError) {
        guard let read = Self.read(json), read.json.canonical == json.canonical else { throw .badManifest }
        self = read
    }

    // Reading asks only for what it needs; that nothing else is there shows when it is written again.
    private static func read(_ json: JSONValue) -> EvidenceManifest? {
        guard let title = json["title"]?.string, let template = json["template"]?.string,
            let period = json["period"]?.string, let pack = json["pack"]?.string,
            let frozenAt = json["frozenAt"]?.string.flatMap({ UTCTime($0.utf8) }),
            let log = json["log"]?.string.flatMap({ VerifierKey($0) }),
            let documents = json["documents"]?.all(Document.init),
            let figures = json["figures"]?.all(Figure.init),
            let claims = json["claims"]?.all(Claim.init)
        else { return nil }
        return EvidenceManifest(
            title: title, template: template, period: period, pack: pack, frozenAt: frozenAt, log: log,
            documents: documents, figures: figures, claims: claims)
    }
}

extension EvidenceManifest.Document {
    fileprivate init?(_ json: JSONValue) {
        guard let name = json["name"]?.string, let size = json["size"]?.integer,
            let sha256 = json["sha256"]?.string.flatMap({ Digest(hex: $0) })
        else { return nil }
        self.init(name: name, size: Int(size), sha256: sha256)
    }
}

extension EvidenceManifest.Figure {
    fileprivate var json: JSONValue {
        var members = [
            JSONMember("id", .string(id)), JSONMember("value", .string(value)),
            JSONMember("definition", .string(definition)), JSONMember("measure", measure.json),
            JSONMember("records", .array(records.map { .integer(Int64($0)) })),
        ]
        if let unit { members.append(JSONMember("unit", .string(unit))) }
        if let phrase { members.append(JSONMember("phrase", .string(phrase))) }
        return .object(members)
    }

    fileprivate init?(_ json: JSONValue) {
        guard let id = json["id"]?.string, let value = json["value"]?.string,
            let definition = json["definition"]?.string,
            let measure = json["measure"].flatMap(EvidenceManifest.Measure.init),
            let records = json["records"]?.seqs
        else { return nil }
        self.init(
            id: id, value: value, unit: json["unit"]?.string, phrase: json["phrase"]?.string,
            definition: definition,
            measure: measure, records: records)
    }
}

extension EvidenceManifest.Measure {
    fileprivate var json: JSONValue {
        switch self {
        case .records: "records"
        case .distinct(let field): ["distinct": .string(field)]
        case .sum(let field): ["sum": .string(field)]
        case .stated: "stated"
        }
    }

    fileprivate init?(_ json: JSONValue) {
        if json == "records" {
            self = .records
        } else if json == "stated" {
            self = .stated
        } else if let field = json["distinct"]?.string {
            self = .distinct(field: field)
        } else if let field = json["sum"]?.string {
            self = .sum(field: field)
        } else {
            return nil
        }
    }
}

extension EvidenceManifest.Claim {
    fileprivate var json: JSONValue {
        [
            "id": .string(id), "holds": .boolean(holds), "sentence": .string(sentence),
            "universe": .integer(Int64(universe)), "support": .integer(Int64(support)),
            "counter": .array(counter.map { .integer(Int64($0)) }),
        ]
    }

    fileprivate init?(_ json: JSONValue) {
        guard let id = json["id"]?.string, let holds = json["holds"]?.boolean,
            let sentence = json["sentence"]?.string, let universe = json["universe"]?.integer,
            let support = json["support"]?.integer, let counter = json["counter"]?.seqs
        else { return nil }
        self.init(
            id: id, holds: holds, sentence: sentence, universe: Int(universe), support: Int(support),
            counter: counter)
    }
}

extension JSONValue {
    /// The elements of an array, when every one can be read.
    fileprivate func all<Element>(_ read: (JSONValue) -> Element?) -> [Element]? {
        guard let elements = array else { return nil }
        let found = elements.compactMap(read)
        return found.count == elements.count ? found : nil
    }

    fileprivate var seqs: [Int]? { all { $0.integer.flatMap { $0 >= 0 ? Int($0) : nil } } }
}
