import Law
import Pack
import Registers

/// The closed kinds of claims.
enum ClaimForm: Sendable {
    /// Of every record the condition holds.
    case every(EveryClaim)
    /// Every record's time is covered without a gap by other records.
    case coverage(CoverageClaim)
    /// Every series is numbered from 1 without a gap or a double.
    case numbering(NumberingClaim)
    /// Every row of somebody else's list is in the own register.
    case reconcile(ReconcileClaim)
    /// Of no record the condition holds.
    case none(EveryClaim)

    enum Word: String, CaseIterable {
        case every
        case coverage
        case numbering
        case reconcile
        case none
    }

    init(_ mapping: inout PackMapping, declarations: RegisterSet) throws(PackError) {
        switch try mapping.required("form").word(of: Word.self) {
        case .every: self = .every(try EveryClaim(&mapping, declarations: declarations))
        case .none: self = .none(try EveryClaim(&mapping, declarations: declarations))
        case .coverage: self = .coverage(try CoverageClaim(&mapping, declarations: declarations))
        case .numbering: self = .numbering(try NumberingClaim(&mapping, declarations: declarations))
        case .reconcile: self = .reconcile(try ReconcileClaim(&mapping, declarations: declarations))
        }
    }

    /// - Parameter label: What a record is called among the exceptions.
    func tally(in context: RecordContext, label: FieldPath) -> ClaimTally {
        func name(_ record: Record) -> String { context.snapshot.value(label, of: record).description }
        return switch self {
        case .every(let claim): claim.tally(in: context, wanted: true, name: name)
        case .none(let claim): claim.tally(in: context, wanted: false, name: name)
        case .coverage(let claim): claim.tally(in: context, name: name)
        case .numbering(let claim): claim.tally(in: context)
        case .reconcile(let claim): claim.tally(in: context, name: name)
        }
    }

    /// The register whose records are the universe.
    var universe: RegisterDeclaration {
        switch self {
        case .every(let claim), .none(let claim): claim.scope.register
        case .coverage(let claim): claim.scope.register
        case .numbering(let claim): claim.scope.register
        case .reconcile(let claim): claim.theirs.register
        }
    }

    var register: String { universe.id }

    var needs: RecordNeeds {
        switch self {
        case .every(let claim), .none(let claim): claim.needs
        case .coverage(let claim): claim.needs
        case .numbering(let claim): claim.needs
        case .reconcile(let claim): claim.needs
        }
    }
}
