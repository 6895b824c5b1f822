import Law
import Ledger
package import Registers

/// An entry that says only that the ledger was alive: a register of the store's own.
///
/// A checkpoint of the same entries would be the same text with the same signature, whenever it is signed; only an
/// entry carries a time that outsiders can hold the ledger to.
package enum Heartbeat {
    /// Milliseconds after which the last signed entry is too old.
    package static let interval: Int64 = 3_600_000

    package static let declaration = RegisterDeclaration(
        id: "heartbeat", name: "账本心跳", about: "一小时没有新记录时写入的一条，使账本的沉默看得出来。", key: ["at"], happened: "at",
        fields: [FieldDeclaration(id: "at", label: "时间", type: .datetime, isRequired: true)])

    static func filing(_ time: UTCTime, actor: Entry.Actor) -> Filing {
        let moment = Moment(minutes: Int32((time.milliseconds / 1000 + 8 * 3600) / 60))
        return Filing(
            register: declaration.id, id: time.description, values: [.moment(moment)], knownAt: moment,
            actor: actor)
    }
}
