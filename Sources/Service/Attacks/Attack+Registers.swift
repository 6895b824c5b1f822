import Foundation
import Ledger
import Storage

/// Attacks on what the registers say.
extension Attack {
    /// What a version filed afterwards looks like to whoever asks the ledger for its times.
    private static let times = Probe("ledger times --from {size} --days 30 --data {data}", 1, "才入账")

    static let onRegisters: [Attack] = [
        Attack(
            8, "backdate", "案件", by: .user, "事后更正，把受理时间改早 30 天，并称当时就已知悉",
            notices: "入账时间由账本决定；旧版本还在；先前的检查点不含新版本",
            probes: [times, Probe("ledger times --from {size} --days 30 --data {data}", 1, "发生时间由")]
        ) { try $0.acting { try $0.redate("case", by: -30) } },
        Attack(
            10, "replace-recording", "执法音视频索引", by: .machine, "录像登记之后，把文件换成剪接过的",
            notices: "文件的摘要与登记的不符；删掉的报缺少。从未登记摘要的无从核对",
            probes: [
                Probe("ledger verify --data {data}", 0, "核验一致"),
                Probe("recordings sweep {work}/videos --data {data}", 1, "与登记时的摘要不符"),
            ]
        ) { scene in
            let videos = scene.work + "/videos"
            try FileManager.default.createDirectory(atPath: videos, withIntermediateDirectories: true)
            let video = Array("as recorded".utf8)
            try scene.acting { bureau in
                let id = try bureau.register(recording: .sha256(video))
                try OutputFile.write(Array("as cut".utf8), to: "\(videos)/\(id).mp4")
            }
        },
        Attack(
            12, "drop-interference", "干预过问记录", by: .chief, "记录入账后又抽掉，重算并重签整本账",
            notices: "登记人手里的回执与账本现在的检查点矛盾，一个文件就能证明；见证人、副本也看得出。从未入账的，只有外部对账能发现",
            probes: [
                Probe("ledger verify --data {data}", 0, "核验一致"),
                Probe(
                    "--key {key} --against {work}/now.checkpoint {work}/receipt.tlog-proof", 3, "未通过",
                    tool: .verifier),
                .witness, Probe("ledger export --out {work}/mirror --data {data}", 3, "没有写入"),
            ]
        ) { scene in
            let tampering = scene.tampering()
            try tampering.rewrite { $0.removeLast() }
            try tampering.signAnew()
            // Another entry in its place, so that the number of entries gives nothing away.
            try scene.acting { try $0.redate("case", by: 1) }
            try scene.show()
        },
        Attack(
            14, "late-discussion", "重大行政决策", by: .user, "决定之后补一次“集体讨论”，写成决定之前的日期",
            notices: "入账时间晚于所称的知悉时间；旧版本还在",
            probes: [times]
        ) { try $0.acting { try $0.redate("major-decision", field: "discussedAt", by: -1) } },
        Attack(
            15, "redate-finding", "监督文书", by: .user, "问题结了之后，把整改的日期改成期限之内",
            notices: "每次更正是一个新版本，账本时间不能倒填；现在没有账户，谁改的只知道是本机操作人",
            probes: [times]
        ) { try $0.acting { try $0.redate("supervision-paper", by: -10) } },
        Attack(
            16, "formula", "统计", by: .chief, "改动定稿报告里的一个数字",
            notices: "清单的摘要在账本里；验证程序由条目重算。改公式则是另一个规则包，证据包里写着所用规则包的摘要和每个数字的定义",
            probes: [
                Probe("--key {key} {work}/report.evidence", 3, "未通过", tool: .verifier),
                Probe("report verify {work}/report.evidence", 3, "未通过"),
            ]
        ) { scene in
            let path = scene.work + "/report.evidence"
            try scene.acting {
                _ = try $0.freeze(ReportQuestion(template: "annual", period: "2025"), to: path)
            }
            guard var text = FileManager.default.contents(atPath: path) else { return }
            let value = Data(#""value":""#.utf8)
            guard let place = text.range(of: value)?.upperBound else { return }
            text[place] = text[place] == UInt8(ascii: "9") ? UInt8(ascii: "8") : text[place] + 1
            try text.write(to: URL(fileURLWithPath: path))
        },
        Attack(
            17, "grant", "账户", by: .database, "造一个影子管理员，或改自己的角色",
            notices: "现在没有账户：能登录这台机器的人都能入账，账本只记“本机操作人”。没有任何东西能发现",
            isNoticed: false,
            probes: [Probe("ledger verify --data {data}", 0, "核验一致")]
        ) { try $0.acting { try $0.redate("event", by: 0) } },
        Attack(
            18, "silence", "审计日志", by: .machine, "关掉日志，或清空六个月内的日志",
            notices: "现在没有登录和查询的日志可清。入账本身就是日志：停止入账看不出，删去条目见第 2、3 种",
            isNoticed: false,
            probes: [Probe("ledger verify --data {data}", 0, "核验一致")]
        ) { _ in },
    ]

    package static let all = (onLedger + onRegisters + onHidden).sorted { $0.number < $1.number }
}
