import Law
import Registers

extension CaseDraft {
    /// The case's records in the order an office would file them: the case, its parties, steps, recordings, visits.
    func records(_ writer: RecordWriter) -> [Record] {
        let filed = discoveredAt ?? actAt ?? Moment(City.founded)
        var records: [Record] = []
        records.reserveCapacity(1 + parties.count + events.count + recordings.count + visits.count)
        records.append(caseRecord(writer, knownAt: filed))
        for party in parties { records.append(record(of: party, writer)) }
        var known = filed
        for index in events.indices where !events[index].isMissing {
            let entered = events[index].knownAt
            known = max(known, entered ?? known)
            records.append(record(of: events[index], writer, knownAt: entered ?? known))
        }
        for (index, recording) in recordings.enumerated() {
            records.append(record(of: recording, file: id(ofRecording: index), writer))
        }
        for visit in visits { records.append(record(of: visit, writer)) }
        for exhibit in exhibits { records.append(record(of: exhibit, writer)) }
        return records
    }

    func id(of ref: EventRef) -> String {
        "\(number)/\(events[ref.index].kind.rawValue)/\(events[ref.index].ordinal)"
    }

    func id(of ref: PartyRef) -> String {
        "\(number)/\(parties[ref.index].role.rawValue)/\(parties[ref.index].ordinal)"
    }

    func id(ofRecording index: Int) -> String { "\(number)-\(index + 1)" }

    func id(of visit: VisitDraft) -> String { "\(number)/\(visit.enteredAt)" }

    func id(of exhibit: ExhibitDraft) -> String { "\(number)物\(exhibit.ordinal)" }

    private func caseRecord(_ writer: RecordWriter, knownAt: Moment) -> Record {
        writer.record(
            "case", id: number, knownAt: knownAt,
            [
                "number": .text(number), "title": .text(title), "category": .of(category),
                "source": .of(source),
                "unit": .text(unit.name), "handlers": .of(handlers), "frame": .of(frame),
                "actAt": .of(actAt), "actEndedAt": .of(actEndedAt), "discoveredAt": .of(discoveredAt),
                "complainedInTime": .of(complainedInTime), "safetyHarmed": .of(safetyHarmed),
                "ownJurisdiction": .of(ownJurisdiction),
                "jurisdiction": .text("act-place"),
                "complex": .of(complex), "manyPersons": .of(manyPersons),
                "identityUnknown": .of(identityUnknown), "detentionPossible": .of(detentionPossible),
                "minorHarmed": .boolean(minorHarmed),
                "publicInterest": .of(publicInterest), "severalRelations": .of(severalRelations),
                "evidenceBesidesStatement": .of(evidenceBesidesStatement), "inCaseVenue": .of(inCaseVenue),
                "hasVictim": .boolean(hasVictim), "foreign": .boolean(false),
            ])
    }

    private func record(of party: PartyDraft, _ writer: RecordWriter) -> Record {
        writer.record(
            "party", id: "\(number)/\(party.role.rawValue)/\(party.ordinal)", knownAt: party.recordedAt,
            [
                "case": .text(number), "ordinal": .of(party.ordinal), "role": .of(party.role),
                "kind": .text(party.isPerson ? "person" : "unit"), "ageBand": .of(party.ageBand),
                "recordedAt": .moment(party.recordedAt),
            ])
    }

    private func record(of event: EventDraft, _ writer: RecordWriter, knownAt: Moment) -> Record {
        writer.record(
            "event", id: "\(number)/\(event.kind.rawValue)/\(event.ordinal)", knownAt: knownAt,
            [
                "case": .text(number), "ordinal": .of(event.ordinal), "kind": .of(event.kind),
                "at": .of(event.at), "endedAt": .of(event.endedAt),
                "relatesTo": .of(event.relatesTo.map { id(of: $0) }),
                "party": .of(event.party.map { id(of: $0) }),
                "officers": .of(event.officers), "actor": .of(event.actor), "unit": .of(event.unit),
                "place": .of(event.place), "paper": .of(event.paper), "approvedAt": .of(event.approvedAt),
                "approverLevel": .of(event.approverLevel), "procedure": .of(event.procedure),
                "urgent": .of(event.urgent), "undisputed": .of(event.undisputed),
                "present": .of(event.present), "passed": .of(event.passed),
                "penaltyKinds": .of(event.penaltyKinds.map(\.rawValue)), "fine": .of(event.fine),
                "detentionDays": .of(event.detentionDays),
                "mergedDetentionDays": .of(event.mergedDetentionDays), "tier": .of(event.tier),
                "mitigated": .of(event.mitigated), "reason": .of(event.reason), "ground": .of(event.ground),
                "circumstances": .of(event.circumstances.map(\.rawValue)),
                "weighing": .of(event.weighing.map(\.rawValue)), "appliedLaw": .of(event.appliedLaw),
                "benchmark": .of(event.discretion.benchmark), "amount": .of(event.discretion.amount),
                "lastedMinutes": .of(event.discretion.lastedMinutes), "injury": .of(event.discretion.injury),
                "departureReason": .of(event.discretion.departureReason),
                "departureApprover": .of(event.discretion.departureApprover),
                "departureApprovedAt": .of(event.discretion.departureApprovedAt),
                "basisLevels": .of(event.basisLevels.map(\.rawValue)),
                "reviewPoints": .of(event.reviewPoints.map(\.rawValue)),
                "openToPublic": .of(event.openToPublic),
                "foils": .of(event.foils), "foilKind": .of(event.foilKind),
                "mealRestNoted": .of(event.mealRestNoted),
                "noted": .of(event.noted.map(\.rawValue)), "language": .of(event.language),
                "belongs": .of(event.belongs),
                "method": .of(event.execution.method), "executionBar": .of(event.execution.bar),
                "remedySought": .of(event.execution.remedySought),
                "noDanger": .of(event.execution.noDanger),
                "guarantees": .of(event.execution.guarantees.map(\.rawValue)),
                "deposit": .of(event.execution.deposit),
                "guarantorVerified": .of(event.execution.guarantorVerified.map(\.rawValue)),
            ])
    }

    private func record(of recording: RecordingDraft, file: String, _ writer: RecordWriter) -> Record {
        writer.record(
            "recording", id: file, knownAt: recording.uploadedAt,
            [
                "file": .text(file), "event": .text(id(of: recording.event)), "from": .moment(recording.from),
                "to": .moment(recording.to), "uploadedAt": .moment(recording.uploadedAt),
                "state": .of(recording.state),
            ])
    }

    private func record(of visit: VisitDraft, _ writer: RecordWriter) -> Record {
        writer.record(
            "venue-visit", id: id(of: visit), knownAt: visit.leftAt ?? visit.enteredAt,
            [
                "case": .text(number), "event": .text(id(of: visit.event)), "venue": .text(visit.venue),
                "enteredAt": .moment(visit.enteredAt), "leftAt": .of(visit.leftAt),
                "safetyChecked": .of(visit.safetyChecked),
                "belongingsListed": .of(visit.belongingsListed), "guards": .of(visit.guards),
                "separated": .boolean(true),
            ])
    }

    private func record(of exhibit: ExhibitDraft, _ writer: RecordWriter) -> Record {
        writer.record(
            "exhibit", id: id(of: exhibit), knownAt: exhibit.disposedAt ?? exhibit.receivedAt,
            [
                "number": .text(id(of: exhibit)), "case": .text(number),
                "event": .text(id(of: exhibit.event)),
                "receivedAt": .moment(exhibit.receivedAt), "source": .text("seized"),
                "state": .text(exhibit.disposedAt == nil ? "kept" : "out"), "place": .of(exhibit.place),
                "custodian": .text(unit.custodian),
                "disposal": exhibit.disposedAt == nil ? .null : .text("returned"),
                "disposedAt": .of(exhibit.disposedAt),
            ])
    }
}

extension EventDraft {
    /// A step is entered when it ends; seizures run for weeks and are entered when they begin.
    fileprivate var knownAt: Moment? {
        switch kind {
        case .seizure, .preservation, .appraisal, .detention: at
        default: endedAt ?? at
        }
    }
}
