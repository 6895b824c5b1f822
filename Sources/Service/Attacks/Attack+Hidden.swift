import Foundation
import Law
import Ledger
import Registers
import Storage

/// Attacks on what stands encrypted beside the ledger.
extension Attack {
    static let onHidden: [Attack] = [
        Attack(
            9, "swap-private", "私密字段", by: .database, "把两条记录的私密内容连同密钥对调，账本和索引都不动",
            notices: "密文只对得上它那一条的承诺值，而承诺值在条目里",
            probes: [
                Probe("ledger verify --data {data}", 3, "与登记时的承诺值不符"),
                Probe("rebuild --check --data {data}", 0, "一致"),
            ]
        ) { scene in
            let owner = try scene.kept
            try scene.tampering().exchangeEnvelopes(of: owner.register, owner.group)
        },
        Attack(
            11, "early-destruction", "保管期限", by: .chief, "保管期限没到就销毁：程序不肯，便绕过程序从数据库里删去",
            notices: "程序拒绝并说明期限；绕过程序的，条目的承诺值还在，而没有销毁记录",
            probes: [
                Probe("ledger verify --data {data}", 3, "而没有销毁记录"),
                Probe(
                    "erase {register} {record} --group {group} --basis X --approver P1 --approver P2 --data {before}",
                    1, "现在不得销毁"),
            ]
        ) { try $0.tampering().dropEnvelope(of: $0.kept) },
        Attack(
            13, "reveal-filer", "干预过问原始记录", by: .machine, "用服务器上的一切，加上其中一家的密钥，查是谁记录的",
            notices: "密封的记录要各机关的密钥一起才能开启，条目不写记录人；两家一起在服务器上开启或导出的，每次都是一条记录。"
                + "密封件导出之后在别处开启几次，账本不知道",
            probes: [
                Probe(
                    "sealed open --entry {sealed} --key {work}/discipline.key --reason X --by P1 --by P2 --data {data}",
                    1, "还需要 inspection 的密钥"),
                Probe(
                    "sealed open --entry {sealed} --key {work}/discipline.key --key {work}/inspection.key --reason X --by P1 --by P2 --data {data}",
                    0, "本次开启记入账本"),
            ]
        ) { try $0.fileSealed() },
        Attack(
            19, "erase-to-hide", "保管期限", by: .chief, "借“依法销毁”毁掉对自己不利的内容：换一个不查期限的程序，批准人也写上两个",
            notices: "销毁本身是一条记录，删不掉；逐件对照期限表就看得出。期限表也改了的，对照上一版规则包",
            probes: [
                Probe("ledger verify --data {data}", 0, "核验一致"),
                Probe("destroy review --data {data}", 1, "不应销毁"),
            ]
        ) { scene in
            let owner = try scene.kept
            try scene.acting { bureau in
                _ = try bureau.store.erase(
                    Erasure(
                        owner: owner, basis: "依法销毁", approvers: ["P1", "P2"], actor: bureau.actor,
                        at: scene.environment.now()))
            }
        },
    ]
}

extension AttackScene {
    /// A private group whose time is not over.
    var kept: PrivateContent.Owner {
        get throws {
            let bureau = try Bureau.open(at: before, environment: environment)
            defer { try? bureau.store.close() }
            guard let owner = try bureau.kept(on: environment.now().day) else {
                throw ServiceError(.use, "账本里没有保管期限未满的私密内容。请先用 zhunsheng demo 生成。")
            }
            return owner
        }
    }

    /// Makes the offices' keys, and files a record that only they together can open.
    fileprivate func fileSealed() throws {
        try acting { bureau in
            for office in ["discipline", "inspection"] {
                _ = try Bureau.makeOfficeKey(office, in: work, environment: environment)
                _ = try bureau.installOfficeKey(from: "\(work)/\(office).pub")
            }
            let sheet = work + "/sealed.csv"
            let rows = "干预记录编号,干预日期,记录人\n干〔2026〕99号,2026-02-03,DY0001\n"
            try OutputFile.write(Array(rows.utf8), to: sheet)
            _ = try bureau.importFile(ImportRequest(register: "interference-original", file: sheet))
            let seq = try bureau.store.records(of: "interference-original", knownAt: nil).last?.seq ?? 0
            try OutputFile.write(Array("\(seq)".utf8), to: work + "/sealed.entry")
        }
    }

    /// The entry of that record.
    var sealedEntry: String {
        (try? String(contentsOfFile: work + "/sealed.entry", encoding: .utf8)) ?? ""
    }
}

extension Bureau {
    /// The first private group of the newest record that the schedule still keeps.
    fileprivate func kept(on day: Day) throws -> PrivateContent.Owner? {
        for register in packs.registers.registers where !register.privateGroups.isEmpty {
            for record in try store.records(of: register.id, knownAt: nil).reversed() {
                guard let seq = record.seq, schedule(of: record, in: register, on: day).obstacle != nil,
                    let group = try store.entry(seq).commitments.first?.group
                else { continue }
                return .init(register: register.id, record: record.id, group: group)
            }
        }
        return nil
    }
}
