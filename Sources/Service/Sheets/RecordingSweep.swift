import Foundation
import Law
package import Ledger
import Registers
import Storage

/// Recordings held to their files: the register has a digest of each, the files lie elsewhere.
package struct RecordingSweep: Sendable {
    package struct Fault: Hashable, Sendable {
        /// The recording's id.
        package let recording: String
        package let what: String
    }

    /// Recordings whose file is there and is the one registered.
    package let sound: Int
    /// Recordings registered without a digest, or as lost or damaged: nothing to compare.
    package let unknown: Int
    package let faults: [Fault]

    package var lines: [String] {
        ["录音录像：文件与摘要一致 \(sound) 个，没有登记摘要 \(unknown) 个，不符或缺少 \(faults.count) 个。"]
            + faults.prefix(40).map { "  \($0.recording)：\($0.what)" }
    }

    package var json: JSONValue {
        [
            "sound": .number(sound), "unknown": .number(unknown),
            "faults": .array(
                faults.map { ["recording": .string($0.recording), "what": .string($0.what)] }),
        ]
    }
}

extension Bureau {
    static let recordings = "recording"

    /// Hashes the file of each recording again: `FOLDER/ID`, or that with any extension.
    package func sweepRecordings(in folder: String) throws -> RecordingSweep {
        let register = try packs.register(Self.recordings)
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else {
            throw ServiceError(.use, "读不到文件夹 \(folder)。请检查路径和权限。")
        }
        guard let place = register.position(of: "sha256") else {
            throw ServiceError(.data, "台账“\(register.name)”没有文件摘要一栏。")
        }
        let files = Dictionary(
            names.map { (($0 as NSString).deletingPathExtension, $0) },
            uniquingKeysWith: { first, _ in first })
        var (sound, unknown, faults) = (0, 0, [RecordingSweep.Fault]())
        try store.eachRecord(of: register.id, reading: [place], knownAt: nil) { record in
            guard case .text(let digest) = record.values[place] else { return unknown += 1 }
            guard let file = files[record.id] else {
                return faults.append(.init(recording: record.id, what: "文件缺少：登记过摘要，文件夹里没有。"))
            }
            if try FileBytes("\(folder)/\(file)").digest.hex == digest.lowercased() {
                sound += 1
            } else {
                faults.append(.init(recording: record.id, what: "文件 \(file) 与登记时的摘要不符：被替换或剪接过。"))
            }
        }
        return RecordingSweep(sound: sound, unknown: unknown, faults: faults)
    }
}
