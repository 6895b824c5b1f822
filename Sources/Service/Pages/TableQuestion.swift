import Law
import Registers
import Storage

/// A reader's query as the store takes it.
struct TableQuestion {
    let register: RegisterDeclaration
    let knownAt: Moment?

    /// - Parameter field: A field whose conditions are left out.
    /// - Throws: `PageFault.badQuestion` for a field that is not there, or text that the field cannot hold.
    func query(_ query: TableQuery, leavingOut field: String? = nil) throws -> RecordQuery {
        var filters: [RecordQuery.Filter] = []
        for filter in query.filters where filter.field != field { filters += try conditions(filter) }
        let rows = min(max(1, query.rows), TableQuery.printRows)
        let (offset, isTooFar) = (max(1, query.page) - 1).multipliedReportingOverflow(by: rows)
        guard !isTooFar else { throw PageFault.badQuestion("没有第 \(query.page) 页") }
        return RecordQuery(
            register: register.id, filters: filters, text: query.search.isEmpty ? nil : query.search,
            sort: try query.sort.map { [.init(try declared($0.field).id, isDescending: $0.isDescending)] }
                ?? [],
            offset: offset, limit: rows, knownAt: knownAt)
    }

    private func declared(_ field: String) throws -> FieldDeclaration {
        guard let declared = register.field(field), register.isOpen(declared) else {
            throw PageFault.badQuestion("台账“\(register.name)”没有可查找的字段 \(field)")
        }
        return declared
    }

    private func conditions(_ filter: FieldFilter) throws -> [RecordQuery.Filter] {
        let field = try declared(filter.field)
        guard !filter.text.isEmpty else { return [] }
        switch filter.relation {
        case .contains: return [try contains(field, filter.text)]
        case .equals:
            guard field.type == .datetime, let day = Day(filter.text) else {
                return [.init(field.id, .equals, try value(filter.text, of: field))]
            }
            let (first, last) = try ends(of: day)
            return [.init(field.id, .atLeast, .moment(first)), .init(field.id, .atMost, .moment(last))]
        case .atLeast: return [.init(field.id, .atLeast, try bound(filter.text, of: field).first)]
        case .atMost: return [.init(field.id, .atMost, try bound(filter.text, of: field).last)]
        }
    }

    private func contains(_ field: FieldDeclaration, _ text: String) throws -> RecordQuery.Filter {
        switch field.type {
        case .text, .reference: return .init(field.id, .contains, .text(text))
        case .code, .integer, .decimal, .date, .datetime, .boolean:
            throw PageFault.badQuestion("“\(field.label)”不能按部分文字查找，请选择取值或者填写起止")
        }
    }

    private func value(_ text: String, of field: FieldDeclaration) throws -> Value {
        let value: Value? =
            switch field.type {
            case .text, .reference: .text(text)
            case .code(let codes): codes.first { $0.id == text }.map { .text($0.id) }
            case .integer, .decimal: Number(text).map { .number($0) }
            case .date: Day(text).map { .day($0) }
            case .datetime: Moment(text).map { .moment($0) }
            case .boolean: ["true": .boolean(true), "false": .boolean(false)][text]
            }
        guard let value else { throw PageFault.badQuestion("“\(field.label)”没有“\(text)”这样的取值") }
        return value
    }

    /// The least and the greatest that a text may mean: of a day in a field of moments, its two ends.
    private func bound(_ text: String, of field: FieldDeclaration) throws -> (first: Value, last: Value) {
        switch field.type {
        case .integer, .decimal, .date:
            let value = try value(text, of: field)
            return (value, value)
        case .datetime:
            guard let day = Day(text) else {
                let value = try value(text, of: field)
                return (value, value)
            }
            let (first, last) = try ends(of: day)
            return (.moment(first), .moment(last))
        case .text, .code, .reference, .boolean:
            throw PageFault.badQuestion("“\(field.label)”没有大小先后，不能填写起止")
        }
    }

    private func ends(of day: Day) throws -> (Moment, Moment) {
        guard PageLimits.years.contains(day.components.year) else {
            throw PageFault.badQuestion("日期 \(day) 不在 \(PageLimits.yearsText) 之间")
        }
        return (Moment(day), Moment(day, hour: 23, minute: 59))
    }
}

/// What a reader may ask for at most.
enum PageLimits {
    /// Years that a question may name: moments of far centuries do not fit in 32 bits of minutes.
    static let years = 1949...2099
    static var yearsText: String { "\(years.lowerBound) 年至 \(years.upperBound) 年" }
    /// Entries that a page audits by itself; more take longer than a reader waits, and the command line does it.
    static let auditedEntries = 100_000
    /// Reports and totals that are held for the next reader, so that asking for many fills no memory.
    static let heldReports = 16
    static let heldTotals = 256
    /// New entries that are judged beside what stands; of more everything is read anew.
    static let changesJudgedAlone = 1_000
}
