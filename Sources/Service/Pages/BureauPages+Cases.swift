import Law
import Registers
import Storage
import Supervision

extension BureauPages {
    package func caseTimeline(id: String) throws -> CaseView {
        let state = try current()
        let cases = try declaration(Schema.caseRegister)
        guard let record = try bureau.record(cases.id, id, knownAt: knownAt) else {
            throw PageFault.notFound("没有案件 \(id)")
        }
        let labels = RecordLabels(bureau, knownAt: knownAt)
        let views = try views(state.tables.judge(case: id, asOf: state.times.asOf), state, labels)
        let events = try events(ofCase: id)
        let ids = Set(events.map(\.id))
        let ofEvent = Dictionary(
            grouping: views.filter { $0.record.register == Schema.eventRegister }, by: \.record.id)
        return CaseView(
            record: labels.link(record), title: cases.text(of: record, "title"),
            unit: state.unitName(cases.unit(of: record)), fields: try labels.fields(of: record, in: cases),
            counts: Standing.allCases.map { standing in
                StandingCount(standing: standing, count: views.count { $0.standing == standing })
            },
            events: try events.map { try event($0, ofEvent[$0.id] ?? [], labels) },
            judgements: views.filter {
                $0.record.register != Schema.eventRegister || !ids.contains($0.record.id)
            }, discretion: try discretion(ofCase: id))
    }

    /// In the order of time; those whose time is not known last.
    private func events(ofCase id: String) throws -> [Record] {
        let register = try declaration(Schema.eventRegister)
        let query = RecordQuery(
            register: register.id, filters: [.init(Schema.caseField, .equals, .text(id))], limit: Int.max,
            knownAt: knownAt)
        func minutes(_ record: Record) -> Int32 {
            guard case .moment(let at) = register.value(register.happened, of: record) else {
                return Int32.max
            }
            return at.minutes
        }
        return try bureau.store.page(query).sorted { (minutes($0), $0.id) < (minutes($1), $1.id) }
    }

    private func event(
        _ record: Record, _ judgements: [JudgementView], _ labels: RecordLabels
    ) throws -> EventView {
        let register = try declaration(Schema.eventRegister)
        func text(_ field: String) -> String? {
            let text = register.text(of: record, field)
            return text.isEmpty ? nil : text
        }
        func label(_ field: String, _ target: String) throws -> String? {
            try register.value(field, of: record).id.map { try labels.link(target, $0).label }
        }
        return EventView(
            record: labels.link(record), kind: text(Schema.kindField) ?? "事件", at: text(register.happened),
            endedAt: text("endedAt"), place: text("place"), unit: try label("unit", "unit"),
            party: try label("party", "party"), officers: try officers(of: record, in: register, labels),
            papers: text("paper").map { [$0] } ?? [], judgements: judgements)
    }

    /// Those who acted and who led, each once.
    private func officers(
        of record: Record, in register: RegisterDeclaration, _ labels: RecordLabels
    ) throws -> [RecordLink] {
        var ids: [String] = []
        for field in register.fields where field.type == .reference(register: "officer") {
            switch register.value(field.id, of: record) {
            case .list(let values): ids += values.compactMap(\.id)
            case let value: ids += value.id.map { [$0] } ?? []
            }
        }
        var seen: Set<String> = []
        return try ids.filter { seen.insert($0).inserted }.map { try labels.link("officer", $0) }
    }
}
