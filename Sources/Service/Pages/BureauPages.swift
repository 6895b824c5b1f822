package import Law
import Ledger
import Registers
import Storage
import Synchronization

/// What the pages show, read from a bureau's data folder.
///
/// Judging everything is done once and kept; a page then costs a few look-ups. When the ledger has grown, what the new
/// entries may have changed is judged again; unless a moment was given, everything is on every new day.
package final class BureauPages: PageSource, Sendable {
    let bureau: Bureau
    let knownAt: Moment?
    /// The rule book with what its examples gave; packs do not change while a folder is open.
    let listing: RuleListing
    private let asOf: Moment?
    private let state = Mutex<PageState?>(nil)
    private let shelf = Mutex(PageShelf())
    private let audit = Mutex<PageAudit?>(nil)

    /// - Parameters:
    ///   - asOf: The moment judged from; `nil` is now.
    ///   - knownAt: Only what was known then; `nil` is everything.
    /// - Throws: `ServiceError` when the packs lack a register that the pages are built on.
    package init(_ bureau: Bureau, asOf: Moment? = nil, knownAt: Moment? = nil) throws {
        for register in Self.neededRegisters { _ = try bureau.packs.register(register) }
        self.bureau = bureau
        self.asOf = asOf
        self.knownAt = knownAt
        listing = RuleListing(bureau.packs)
    }

    private static let neededRegisters = ["case", "event", "unit"]

    /// What was judged, made anew when it is out of date.
    func current() throws -> PageState {
        let size = try bureau.store.size()
        let now = bureau.environment.now()
        return try state.withLock { state in
            let held = state
            if let held, asOf != nil || held.times.asOf.day == now.day {
                if held.size == size { return held }
                if let next = try PageState(after: held, of: bureau, size: size) {
                    state = next
                    return next
                }
            }
            let times = Times(asOf: asOf ?? now, knownAt: knownAt)
            let made = try PageState(of: bureau, size: size, times: times)
            state = made
            return made
        }
    }

    /// What was computed from the present state of the ledger; what came from an earlier one is gone.
    func onShelf<Found>(_ body: (inout PageShelf) throws -> Found) throws -> Found where Found: Sendable {
        let size = try bureau.store.size()
        return try shelf.withLock { shelf in
            if shelf.size != size { shelf = PageShelf(size: size) }
            return try body(&shelf)
        }
    }

    /// A report, compiled once for each state of the ledger.
    func compiled(template: String, period: String) throws -> BureauReport {
        try onShelf { shelf in
            let question = ReportQuestion(template: template, period: period, knownAt: knownAt)
            if let report = shelf.reports[[template, period]] { return report }
            if shelf.reports.count >= PageLimits.heldReports { shelf.reports = [:] }
            let report = try bureau.compile(question)
            shelf.reports[[template, period]] = report
            return report
        }
    }

    /// The last audit of the ledger.
    func lastAudit() -> PageAudit? { audit.withLock { $0 } }

    func keep(_ made: PageAudit) { audit.withLock { $0 = made } }

    package func frame() throws -> FrameView {
        let state = try current()
        return FrameView(
            bureau: state.bureauName, asOf: state.times.asOf.pageText,
            knownAt: knownAt?.pageText, pack: bureau.packs.hash.hex,
            ledger: try ledgerLine())
    }
}

/// What was computed from one state of the ledger and is asked for again.
struct PageShelf {
    var size = -1
    /// By template and period.
    var reports: [[String]: BureauReport] = [:]
    var totals: [RecordQuery: TableTotals] = [:]
    /// Every penalty decision, for the like ones of each.
    var decisions: [JudgedDecision]?
}
