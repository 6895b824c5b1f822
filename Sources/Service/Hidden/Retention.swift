package import Law
import Ledger
package import Registers
import Storage

/// Whether the private content of a record may be destroyed.
package enum Retention: Hashable, Sendable {
    /// - Parameter since: The first day on which it might be; `nil` where the register has no class.
    case expired(since: Day?)
    case held(reason: String)
    case permanent(RetentionClass)
    case running(RetentionClass, until: Day)
    /// Nobody knows when it happened, so nobody knows that the time is over.
    case undated(RetentionClass)

    /// Why it must be kept; `nil` when it need not.
    var obstacle: String? {
        switch self {
        case .expired: nil
        case .held(let reason): "暂缓销毁：\(reason)"
        case .permanent(let kept): "保管期限为永久（\(kept.name)，\(kept.basis)）"
        case .running(let kept, let until): "保管期限未满（\(kept.name)，到 \(until) 为止，\(kept.basis)）"
        case .undated(let kept): "发生日期未记载，不能断定保管期限（\(kept.name)）已满"
        }
    }
}

extension Bureau {
    /// What the schedule and the holds say of a record on a day. A hold beats the schedule.
    func retention(of record: Record, in register: RegisterDeclaration, on day: Day) throws -> Retention {
        if let reason = try store.hold(on: register.id, record.id) { return .held(reason: reason) }
        return schedule(of: record, in: register, on: day)
    }

    /// What the schedule alone says of a record on a day.
    func schedule(of record: Record, in register: RegisterDeclaration, on day: Day) -> Retention {
        guard let kept = register.retention.flatMap({ packs.retention[$0] }) else {
            return .expired(since: nil)
        }
        if kept.term == .permanent { return .permanent(kept) }
        let happened: Day? =
            switch register.position(of: register.happened).map({ record.values[$0] }) {
            case .day(let day): day
            case .moment(let moment): moment.day
            default: nil
            }
        guard let expiry = happened.flatMap(kept.expiry) else { return .undated(kept) }
        return expiry <= day ? .expired(since: expiry) : .running(kept, until: expiry)
    }

    /// - Throws: Unless the record is there.
    func existing(_ register: RegisterDeclaration, id: String) throws -> Record {
        guard let record = try store.record(register.id, id) else {
            throw ServiceError(.use, "台账“\(register.name)”没有记录“\(id)”。")
        }
        return record
    }

    /// Keeps a record's private content whatever the schedule says, or no longer.
    ///
    /// - Returns: The entry that records it.
    package func setHold(
        register id: String, record: String, reason: String, isActive: Bool
    ) throws -> Int {
        let register = try packs.register(id)
        _ = try existing(register, id: record)
        let reason = try Approval.reason(reason)
        let isHeld = try store.hold(on: id, record) != nil
        guard isHeld != isActive else {
            throw ServiceError(.use, isHeld ? "记录“\(record)”已在暂缓销毁，没有重复登记。" : "记录“\(record)”没有暂缓销毁，无从解除。")
        }
        let receipt = try store.record(
            LegalHold(
                register: id, record: record, reason: reason, isActive: isActive, actor: actor,
                at: environment.now()))
        _ = try store.checkpoint()
        return receipt.seq
    }
}
