import Documents
import Foundation
import Law
import Ledger
import Pack
import Registers
import Reporting
import Storage

extension ServiceError {
    /// Any error in which an act can end: its words, and whose fault it is. The only place that decides this.
    ///
    /// - Returns: `nil` for what no module of this project throws.
    package init?(wording error: any Error) {
        switch error {
        case let error as ServiceError: self = error
        case let error as StorageError: self.init(error.blame, "\(error)")
        case let error as BackupError: self.init(error.blame, "\(error)")
        case let error as ExportError: self.init(error.blame, "\(error)")
        case let error as WitnessFault: self.init(error.blame, "\(error)")
        case let error as WitnessRefusal: self.init(error)
        case let error as PolicyError: self.init(.data, "\(error)")
        case let error as HiddenError: self.init(error.blame, "\(error)")
        case let error as SealedError: self.init(.data, "\(error)")
        case let error as PackErrors: self.init(.data, "规则包读不进来，没有做任何事：\n\(error)")
        case let error as PackError: self.init(.data, "规则包读不进来，没有做任何事：\n\(error)")
        case let error as SheetError: self.init(.data, "\(error)。")
        case let error as ImportError: self.init(.data, "\(error)。")
        case let error as JSONError: self.init(.data, "读到的 JSON 有误，没有采用：\(error)")
        case let error as RecordCodingError:
            self.init(.data, "账本里的一条记录与现在的台账定义对不上：\(error)。请核对数据文件夹 packs/ 里的台账。")
        case let error as IndicatorError: self.init(.use, "\(error)。")
        case let error as SFEELError: self.init(.use, "条件写得不对：\(error)")
        case let error as EntryError: self.init(.ledger, "账本里的一条读不出：\(error)请运行 zhunsheng ledger verify。")
        case let error as NoteError: self.init(.ledger, "检查点读不出：\(error)请运行 zhunsheng ledger verify。")
        case let error as ProofError: self.init(.ledger, "证明不成立：\(error)")
        case let error as CocoaError:
            self.init(.use, "\(error.filePath ?? error.url?.path ?? "文件")：\(OutputFile.reason(error))。")
        default:
            guard let error = StorageError(database: error) else { return nil }
            self.init(error.blame, "\(error)")
        }
    }
}

extension WitnessFault {
    fileprivate var blame: ServiceError.Kind {
        switch self {
        case .notWitness, .alreadyWitness, .badName, .notLogKey, .pinnedAlready, .otherKey, .noPolicy: .use
        case .noQuorum, .otherLog, .ownWitness, .nobodySigned: .data
        case .badKey, .memoryLost, .damaged, .unknownCheckpoint: .ledger
        }
    }
}

extension HiddenError {
    fileprivate var blame: ServiceError.Kind {
        switch self {
        case .keyUnreadable, .keyMissing, .openPermissions, .busyDestroying, .nothingToErase, .notSealed,
            .officeKeyMissing:
            .use
        case .alreadyErased, .alreadySealed, .nothingToSeal: .data
        case .envelopeDamaged, .journalBroken, .sealedMissing, .officeKeyChanged: .ledger
        }
    }
}

extension StorageError {
    /// Whose fault it is that the store refused.
    fileprivate var blame: ServiceError.Kind {
        switch self {
        case .alreadyExists, .notAStore, .openPermissions, .file, .unknownRegister, .unknownField, .noEntry,
            .notSigned, .headMoved, .noSM2Key, .hasSM2Key, .hasSM3Tree:
            .use
        case .entry, .coding: .data
        case .badKey, .badVerifierKeys, .notDurable, .headMissing, .headUnreadable, .behindHead,
            .forkedFromHead, .damaged,
            .damagedTree:
            .ledger
        case .database(let trouble):
            switch trouble {
            case .diskFull, .readOnly, .busy, .cannotOpen: .use
            case .device, .stopped, .other: .data
            case .notDatabase, .damaged, .otherTables: .ledger
            }
        }
    }
}

extension BackupError {
    fileprivate var blame: ServiceError.Kind {
        switch self {
        case .exists, .wrongKind, .noKeys, .inUse: .use
        case .notABackup, .changed: .data
        case .unsound, .older, .forked, .headUnknown, .notItsCheckpoint: .ledger
        }
    }
}

extension ExportError {
    fileprivate var blame: ServiceError.Kind {
        switch self {
        case .occupied: .use
        case .notALog, .badFile: .data
        case .forked, .behind: .ledger
        }
    }
}
