import Foundation
import Ledger
import Storage

/// Attacks on any register: on the ledger itself.
extension Attack {
    static let onLedger: [Attack] = [
        Attack(
            1, "edit", "任何台账", by: .database, "在数据库里直接改动一条已入账的记录",
            notices: "条目的字节与登记时的哈希不符，逐条指出",
            probes: [
                Probe("ledger verify --data {data}", 3, "内容与登记时的哈希不符"),
                Probe("rebuild --check --data {data}", 3, "与条目不一致"),
            ]
        ) { try $0.tampering().edit(20) },
        Attack(
            2, "truncate", "任何台账", by: .database, "删去最后 5 条，哈希和索引都重算",
            notices: "数据库外的签名头：账本比签署过的短",
            probes: [
                Probe("ledger status --data {data}", 3, "最后签署的检查点有"),
                Probe("ledger verify --data {data}", 3, "末尾的条目被删除，或数据来自旧备份"),
            ]
        ) { try $0.tampering().rewrite { $0.removeLast(5) } },
        Attack(
            3, "rewrite", "任何台账", by: .database, "把中间一条抽出来放到末尾，其后重新编号，哈希、树和索引全部重算",
            notices: "重算出的根与签署过的检查点不符",
            probes: [
                Probe("ledger verify --data {data}", 3, "根与已签署的检查点不符"),
                Probe("ledger status --data {data}", 3, "检查点"),
            ]
        ) {
            try $0.tampering().rewrite { entries in
                let moved = entries.remove(at: 20)
                entries.append(moved)
            }
        },
        Attack(
            4, "fork", "任何台账", by: .machine, "改写一条之后，用账本的密钥把所有检查点重新签一遍",
            notices: "内部核验无从发现；先前导出的副本、见证人见过的检查点与它不一致",
            probes: [
                Probe("ledger verify --data {data}", 0, "核验一致"),
                .witness, Probe("ledger export --out {work}/mirror --data {data}", 3, "账本被改写过"),
                Probe(
                    "--key {key} --against {work}/now.checkpoint {work}/receipt.tlog-proof", 3, "未通过",
                    tool: .verifier),
            ]
        ) { scene in
            let tampering = scene.tampering()
            try tampering.rewrite { try Tampering.changeDigit(&$0[20], 20) }
            try tampering.signAnew()
            try scene.show()
        },
        Attack(
            5, "rollback", "任何台账", by: .chief, "称“磁盘坏了”，把上周的备份恢复到今天的账本上",
            notices: "恢复时与签名头比较，拒绝；直接替换数据库，启动时拒绝",
            probes: [
                Probe("restore {work}/week --data {before}", 3, "拒绝恢复"),
                Probe("ledger status --data {data}", 3, "可能来自旧备份"), .witness,
            ]
        ) { scene in
            // Last week's state, with its head as it was then; today's has more.
            let week = scene.work + "/old"
            try Tampering.copy(scene.before, to: week)
            let old = scene.tampering(with: week)
            try old.rewrite { $0.removeLast(10) }
            try old.signAnew()
            // Even with the head replaced too, the witness has seen more.
            try scene.show(week)
            _ = try Bureau.backUp(week, to: scene.work + "/week", keys: false, environment: scene.environment)
            try FileManager.default.removeItem(atPath: scene.data + "/ledger.sqlite")
            try FileManager.default.copyItem(
                atPath: scene.work + "/week/ledger.sqlite", toPath: scene.data + "/ledger.sqlite")
        },
        Attack(
            6, "split-view", "任何台账", by: .chief, "给检查的人看另一个数据库，真的那个照常使用",
            notices: "两个数据库各自核验都通过；与外面保存的检查点、副本比较才看得出",
            probes: [
                Probe("ledger verify --data {work}/shown", 0, "核验一致"),
                Probe("ledger verify --data {data}", 0, "核验一致"),
                .witness, Probe("ledger export --out {work}/mirror --data {work}/shown", 3, "没有写入"),
            ]
        ) { scene in
            let shown = scene.work + "/shown"
            try Tampering.copy(scene.data, to: shown)
            let tampering = scene.tampering(with: shown)
            try tampering.rewrite { $0.remove(at: 20) }
            try tampering.signAnew()
            try scene.show(shown)
        },
        Attack(
            7, "projection", "任何台账", by: .database, "不动条目，只改页面所读的索引表",
            notices: "索引与条目不一致，指出台账和条目",
            probes: [
                Probe("rebuild --check --data {data}", 3, "的索引与条目不一致"),
                Probe("ledger verify --data {data}", 3, "第"),
            ]
        ) { try $0.tampering().hideNewest(of: "event") },
        Attack(
            20, "clock", "服务器时钟", by: .machine, "把时钟拨回 400 天再入账，好让新记录看起来是旧的",
            notices: "账本时间只进不退：新条目的时间不早于前一条；见证人的时钟不归服务器管",
            probes: [
                Probe("ledger verify --data {data}", 0, "核验一致"),
                Probe("ledger times --from {size} --days 30 --data {data}", 1, "才入账"),
            ]
        ) { scene in
            var late = scene.environment
            let clock = late.milliseconds
            late.milliseconds = { clock() - 400 * 86_400_000 }
            try scene.acting(at: late) { try $0.redate("case", by: -30) }
        },
        Attack(
            21, "copied-key", "密钥", by: .machine, "复制签名密钥带走",
            notices: "没有任何东西能发现复制本身；用它做的事就是第 4、6 种。请把密钥放进密码设备，定期更换",
            isNoticed: false,
            probes: [Probe("ledger verify --data {data}", 0, "核验一致")]
        ) { scene in
            try FileManager.default.copyItem(
                atPath: scene.data + "/keys/ledger.key", toPath: scene.work + "/stolen.key")
        },
        Attack(
            22, "lying-build", "程序", by: .chief, "换上一个说假话的程序：改了条目，却报告“核验一致”并照常导出",
            notices: "另一种语言写的独立核验程序由导出的条目重新计算",
            probes: [
                Probe("Benchmarks/Reliability/static_log.py {work}/mirror {key}", 1, "root", tool: .python)
            ]
        ) { scene in
            let bundle = scene.work + "/mirror/tile/entries/000"
            guard var bytes = FileManager.default.contents(atPath: bundle).map(Array.init) else {
                throw ServiceError(.use, "副本里没有条目。")
            }
            bytes[bytes.count - 40] ^= 1
            try Data(bytes).write(to: URL(fileURLWithPath: bundle))
        },
    ]
}
