package import Service

/// Every address of the site.
///
/// No address is built by hand anywhere else. `SiteURL(path:query:)` reads what `text` writes, and nothing more.
package enum SiteURL: Hashable, Sendable {
    case home
    case registerList
    case table(register: String, TableQuery)
    case sheet(register: String, TableQuery, SheetFormat)
    case record(register: String, id: String)
    case receipt(register: String, id: String)
    case caseTimeline(id: String)
    case findings(FindingQuery)
    case finding(rule: String, register: String, id: String)
    case reportList
    case report(template: String, period: String)
    case reportDocument(template: String, period: String)
    case figure(id: String, template: String, period: String)
    case claim(id: String, template: String, period: String)
    case rules
    case rule(id: String)
    case ledger
    case styleSheet(version: String)
    case icon

    package static func record(_ link: RecordLink) -> SiteURL {
        .record(register: link.register, id: link.id)
    }
    package static func report(_ link: ReportLink) -> SiteURL {
        .report(template: link.template, period: link.period)
    }

    /// The path with its query, ready for a link.
    package var text: String {
        let query = query
        return query.isEmpty ? path : path + "?" + query.encoded
    }

    package var path: String { "/" + segments.map(PercentCoding.encode).joined(separator: "/") }

    private var segments: [String] {
        switch self {
        case .home: []
        case .registerList: ["registers"]
        case .table(let register, _): ["registers", register]
        case .sheet(let register, _, let format): ["registers", register, "sheet." + format.rawValue]
        case .record(let register, let id): ["registers", register, "records", id]
        case .receipt(let register, let id): ["registers", register, "records", id, "receipt"]
        case .caseTimeline(let id): ["cases", id]
        case .findings: ["findings"]
        case .finding(let rule, let register, let id): ["findings", rule, register, id]
        case .reportList: ["reports"]
        case .report(let template, let period): ["reports", template, period]
        case .reportDocument(let template, let period): ["reports", template, period, "document"]
        case .figure(let id, let template, let period): ["reports", template, period, "figures", id]
        case .claim(let id, let template, let period): ["reports", template, period, "claims", id]
        case .rules: ["rules"]
        case .rule(let id): ["rules", id]
        case .ledger: ["ledger"]
        case .styleSheet: ["style.css"]
        case .icon: ["favicon.ico"]
        }
    }

    private var query: URLQuery {
        switch self {
        case .table(_, let query), .sheet(_, let query, _): query.urlQuery
        case .findings(let query): query.urlQuery
        case .styleSheet(let version): URLQuery([("v", version)])
        default: URLQuery([])
        }
    }
}

extension SiteURL {
    /// Reads an address; `nil` when the site has no such address.
    ///
    /// - Parameters:
    ///   - path: The raw path, still percent-encoded.
    ///   - query: The raw query without its question mark.
    package init?(path: String, query: String) {
        guard path.first == "/" else { return nil }
        var parts: [String] = []
        for part in path.dropFirst().split(separator: "/", omittingEmptySubsequences: false) {
            guard let decoded = PercentCoding.decode(part) else { return nil }
            parts.append(decoded)
        }
        guard let query = URLQuery(query), let found = Self.read(parts, query) else { return nil }
        self = found
    }

    private static func read(_ parts: [String], _ query: URLQuery) -> SiteURL? {
        // An empty part would make two spellings of one address; only the home page is nothing but a slash.
        if parts == [""] { return .home }
        guard !parts.contains("") else { return nil }
        switch parts.count {
        case 1: return one(parts[0], query)
        case 2: return two(parts[0], parts[1], query)
        default: return more(parts, query)
        }
    }

    private static func one(_ part: String, _ query: URLQuery) -> SiteURL? {
        switch part {
        case "registers": .registerList
        case "findings": FindingQuery(query).map { .findings($0) }
        case "reports": .reportList
        case "rules": .rules
        case "ledger": .ledger
        case "style.css": .styleSheet(version: query["v"] ?? "")
        case "favicon.ico": .icon
        default: nil
        }
    }

    private static func two(_ first: String, _ second: String, _ query: URLQuery) -> SiteURL? {
        switch first {
        case "registers": TableQuery(query).map { .table(register: second, $0) }
        case "cases": .caseTimeline(id: second)
        case "rules": .rule(id: second)
        default: nil
        }
    }

    private static func more(_ parts: [String], _ query: URLQuery) -> SiteURL? {
        switch (parts[0], parts.count) {
        case ("registers", 3):
            for format in SheetFormat.allCases where parts[2] == "sheet." + format.rawValue {
                return TableQuery(query).map { .sheet(register: parts[1], $0, format) }
            }
            return nil
        case ("registers", 4) where parts[2] == "records": return .record(register: parts[1], id: parts[3])
        case ("registers", 5) where parts[2] == "records" && parts[4] == "receipt":
            return .receipt(register: parts[1], id: parts[3])
        case ("findings", 4): return .finding(rule: parts[1], register: parts[2], id: parts[3])
        case ("reports", 3): return .report(template: parts[1], period: parts[2])
        case ("reports", 4) where parts[3] == "document":
            return .reportDocument(template: parts[1], period: parts[2])
        case ("reports", 5) where parts[3] == "figures":
            return .figure(id: parts[4], template: parts[1], period: parts[2])
        case ("reports", 5) where parts[3] == "claims":
            return .claim(id: parts[4], template: parts[1], period: parts[2])
        default: return nil
        }
    }
}
