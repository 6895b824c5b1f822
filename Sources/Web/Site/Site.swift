package import Service
import Synchronization

/// The whole site as a function from a request to an answer; the server only carries it.
package final class Site: Sendable {
    private let source: any PageSource
    private let log: @Sendable (String) -> Void
    private let failures = Atomic<Int>(0)

    /// - Parameters:
    ///   - source: What the pages show.
    ///   - log: Takes one line for each failure of the program; never shown to a reader.
    package init(source: any PageSource, log: @escaping @Sendable (String) -> Void) {
        self.source = source
        self.log = log
    }

    /// Answers one request.
    ///
    /// - Parameters:
    ///   - method: The HTTP method; the site is for reading, so only `GET` and `HEAD` do anything.
    ///   - target: The path and query as sent, `/registers/case?page=2`.
    /// - Returns: A page, a file or a part of the program, or the page of an error.
    package func answer(method: String, target: String) -> Answer {
        guard method == "GET" || method == "HEAD" else {
            return error(.methodNotAllowed, ErrorPage.methodNotAllowed)
        }
        let halves = target.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        let path = halves.first.map(String.init) ?? ""
        guard let address = SiteURL(path: path, query: halves.count > 1 ? String(halves[1]) : "") else {
            return error(.notFound, .notFound("没有这个地址"))
        }
        do {
            return try answer(address)
        } catch PageFault.notFound(let what) {
            return error(.notFound, .notFound(what))
        } catch PageFault.badQuestion(let what) {
            return error(.badRequest, .badQuestion(what))
        } catch let failure {
            let number = failures.add(1, ordering: .relaxed).newValue
            log("故障 \(number)：\(target)：\(failure)")
            return error(.failed, .failed(number: number))
        }
    }

    /// The page of an error, in the frame when even that can be read.
    package func error(_ status: Answer.Status, _ page: ErrorPage) -> Answer {
        .page(page.document(in: try? source.frame()), status: status)
    }

    private func answer(_ address: SiteURL) throws -> Answer {
        switch address {
        case .styleSheet: return .asset(StyleSheet.bytes, mediaType: "text/css; charset=utf-8")
        case .icon: return .asset(Icon.bytes, mediaType: "image/x-icon")
        case .sheet(let register, let query, let format):
            return .file(try source.exportSheet(register: register, query: query, format: format))
        case .receipt(let register, let id): return .file(try source.receipt(register: register, id: id))
        case .reportDocument(let template, let period):
            return .file(try source.reportDocument(template: template, period: period))
        default:
            let frame = try source.frame()
            guard let page = try page(address, frame) else { throw PageFault.notFound("没有这个地址") }
            return .page(page.document(in: frame))
        }
    }

    private func page(_ address: SiteURL, _ frame: FrameView) throws -> (any Page)? {
        switch address {
        case .home: HomePage(try source.home())
        case .registerList: RegisterListPage(try source.registerList())
        case .table(let register, let query):
            TablePage(try source.table(register: register, query: query), query: query, frame: frame)
        case .record(let register, let id): RecordPage(try source.record(register: register, id: id))
        case .caseTimeline(let id): CasePage(try source.caseTimeline(id: id))
        case .findings(let query): FindingsPage(try source.findings(query: query), query: query)
        case .finding(let rule, let register, let id):
            FindingPage(try source.finding(rule: rule, register: register, id: id), frame: frame)
        case .reportList: ReportListPage(try source.reportList())
        case .report(let template, let period):
            ReportPage(try source.report(template: template, period: period))
        case .figure(let id, let template, let period):
            FigurePage(try source.figure(id: id, template: template, period: period))
        case .claim(let id, let template, let period):
            ClaimPage(try source.claim(id: id, template: template, period: period))
        case .rules: RuleListPage(try source.rules(), benchmarks: try source.benchmarks())
        case .rule(let id): RulePage(try source.rule(id: id))
        case .ledger: LedgerPage(try source.ledger())
        case .sheet, .receipt, .reportDocument, .styleSheet, .icon: nil
        }
    }
}
