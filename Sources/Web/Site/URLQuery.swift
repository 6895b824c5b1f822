import Service

/// The query part of an address, in order.
struct URLQuery {
    let pairs: [(name: String, value: String)]

    init(_ pairs: [(name: String, value: String)]) { self.pairs = pairs }

    /// - Returns: `nil` when it is not properly encoded.
    init?(_ text: String) {
        var pairs: [(name: String, value: String)] = []
        for part in text.split(separator: "&") {
            let halves = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard let name = PercentCoding.decode(halves[0], plusIsSpace: true),
                let value = PercentCoding.decode(halves.count > 1 ? halves[1] : "", plusIsSpace: true)
            else { return nil }
            pairs.append((name, value))
        }
        self.pairs = pairs
    }

    var isEmpty: Bool { pairs.isEmpty }

    var encoded: String {
        pairs.map { PercentCoding.encode($0.name) + "=" + PercentCoding.encode($0.value) }.joined(
            separator: "&")
    }

    /// The first value of that name that is not blank: an empty field of a form asks for nothing.
    subscript(name: String) -> String? {
        pairs.first { $0.name == name && !$0.value.isEmpty }?.value
    }
}

extension TableQuery {
    var urlQuery: URLQuery {
        var pairs = filters.map { (name: Self.name(of: $0), value: $0.text) }
        if !search.isEmpty { pairs.append(("q", search)) }
        if let sort { pairs.append(("sort", (sort.isDescending ? "-" : "") + sort.field)) }
        if rows != Self.screenRows { pairs.append(("rows", String(rows))) }
        if page != 1 { pairs.append(("page", String(page))) }
        return URLQuery(pairs)
    }

    /// - Returns: `nil` for a page or a number of rows that the site never offers.
    init?(_ query: URLQuery) {
        self.init()
        for (name, value) in query.pairs where !value.isEmpty {
            guard let filter = Self.filter(named: name, value) else { continue }
            filters.append(filter)
        }
        search = query["q"] ?? ""
        sort = query["sort"].map { text in
            text.first == "-"
                ? TableSort(field: String(text.dropFirst()), isDescending: true) : TableSort(field: text)
        }
        guard let page = pageNumber(query), let rows = Int(query["rows"] ?? String(Self.screenRows)),
            [Self.screenRows, Self.printRows].contains(rows)
        else { return nil }
        self.page = page
        self.rows = rows
    }

    /// The name that a filter's field has in a form: `min.heldOn`.
    static func name(of filter: FieldFilter) -> String { filter.relation.rawValue + "." + filter.field }

    private static func filter(named name: String, _ value: String) -> FieldFilter? {
        let parts = name.split(separator: ".", maxSplits: 1)
        guard parts.count == 2, let relation = FieldFilter.Relation(rawValue: String(parts[0])) else {
            return nil
        }
        return FieldFilter(field: String(parts[1]), relation: relation, text: value)
    }
}

extension FindingQuery {
    var urlQuery: URLQuery {
        var pairs: [(name: String, value: String)] = []
        if let standing { pairs.append(("answer", standing.rawValue)) }
        if let rule { pairs.append(("rule", rule)) }
        if let unit { pairs.append(("unit", unit)) }
        if let severity { pairs.append(("severity", severity.rawValue)) }
        if page != 1 { pairs.append(("page", String(page))) }
        return URLQuery(pairs)
    }

    /// - Returns: `nil` for a word that the site never offers.
    init?(_ query: URLQuery) {
        self.init()
        if let word = query["answer"] {
            guard let found = Standing(rawValue: word) else { return nil }
            standing = found
        }
        if let word = query["severity"] {
            guard let found = SeverityView(rawValue: word) else { return nil }
            severity = found
        }
        rule = query["rule"]
        unit = query["unit"]
        guard let page = pageNumber(query) else { return nil }
        self.page = page
    }
}

/// The page asked for, 1 when none is.
private func pageNumber(_ query: URLQuery) -> Int? {
    guard let text = query["page"] else { return 1 }
    // Far beyond any register, and far from overflow when multiplied by the rows of a page.
    guard let page = Int(text), (1...1_000_000).contains(page) else { return nil }
    return page
}
