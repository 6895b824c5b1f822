import Law
import Ledger
import Storage

/// Attacks on private and sealed content.
extension Attack {
    private static func erase(_ session: String, _ says: String) -> Probe {
        Probe(
            "erase study-session \(session) --group people --basis 某号决定 --approver P0001 --approver P0002"
                + " --data {data}", 1, says)
    }

    private static let review = "destroy review --data {data}"

    static let onHidden: [Attack] = [
        Attack(
            9, "swap-private", "私密内容", by: .machine, "决定之后把一条记录的私密内容换成别的，用偷来的密钥重新加密",
            notices: "内容与登记时留在条目里的承诺值不符；连承诺值也改，就是第 1、3、4 种",
            probes: [
                Probe("ledger verify --data {data}", 3, "与登记时的承诺值不符"),
                Probe("export study-session {work}/out.csv --private --data {data}", 3, "私密内容打不开"),
            ]
        ) { scene in
            try scene.acting { bureau in
                for name in ["甲", "乙"] {
                    try bureau.file(session: "swap-\(name)", on: scene.environment.now().day)
                }
                guard try bureau.store.swapPrivate("people", of: Bureau.session) else {
                    throw ServiceError(.use, "副本里没有两条不同的私密内容。")
                }
            }
        },
        Attack(
            11, "early-destruction", "私密内容", by: .chief, "保管期限未满就销毁：绕开命令，或先把发生日期改早",
            notices: "命令拒绝；绕开命令、改早日期的，由账本逐件核对得出。销毁是条目，写着批准人。文件未登记摘要的音视频，见第 10 种",
            probes: [
                erase("early-kept", "保管期限未满"),
                Probe(
                    "destroy approve --as-of 2999-01-01 --approver P1 --approver P2 --data {data}", 2, "还没有到"),
                Probe(review, 1, "early-unasked people，依据“某号决定”，批准人 P0001、P0002。不应销毁——保管期限未满"),
                Probe(review, 1, "early-redated people，依据“某号决定”，批准人 P0001、P0002。不应销毁——按更正前的第"),
                Probe("ledger verify --data {data}", 0, "核验一致"),
            ]
        ) { scene in
            let today = scene.environment.now().day
            try scene.acting { bureau in
                for id in ["early-kept", "early-unasked", "early-redated"] {
                    try bureau.file(session: id, on: today)
                }
                try bureau.destroyUnasked(session: "early-unasked")
                try bureau.file(session: "early-redated", on: today.adding(days: -3650))
                _ = try bureau.erase(
                    register: Bureau.session, record: "early-redated", group: "people", basis: "某号决定",
                    approvers: ["P0001", "P0002"])
            }
        },
        Attack(
            13, "reveal-filer", "干预过问记录", by: .machine, "查出是谁记录的：复制密封件强行打开，或把自己的公钥装成两机关的，等人登记",
            notices: "服务器上没有能打开密封件的密钥，一家的密钥也不够；装过别的公钥，机关用自己的公钥核对即知。登记那一刻盯着机器、留下表格的，没有任何东西能发现",
            probes: [
                Probe("sealed open --item {work}/copied --key {work}/offices/discipline.key", 1, "还需要"),
                Probe("sealed keys check {work}/offices/discipline.pub --data {data}", 1, "不是这里给出的"),
                Probe(
                    "sealed open --item {work}/caught --key {work}/offices/discipline.key"
                        + " --key {work}/offices/inspection.key", 1, "discipline"),
                Probe("ledger verify --data {data}", 0, "核验一致"),
            ]
        ) { scene in
            let today = scene.environment.now().day
            try scene.acting { bureau in
                try bureau.installOfficeKeys(from: scene.work + "/offices")
                try bureau.file(sealed: "honest", on: today, by: "P0001")
                try bureau.installOfficeKeys(from: scene.work + "/insider")
                try bureau.file(sealed: "trapped", on: today, by: "P0001")
                for (id, copy) in [("honest", "copied"), ("trapped", "caught")] {
                    let (item, _) = try bureau.store.sealedItem(Bureau.sealedOriginals, id)
                    try OutputFile.write(item.bytes, to: "\(scene.work)/\(copy)")
                }
                // What was meant for the offices, without a word in the ledger.
                _ = try Bureau.openSealedItem(
                    at: scene.work + "/caught",
                    keys: ["discipline", "inspection"].map { "\(scene.work)/insider/\($0).key" })
                for office in ["discipline", "inspection"] {
                    _ = try bureau.installOfficeKey(from: "\(scene.work)/offices/\(office).pub")
                }
            }
        },
        Attack(
            19, "erase-to-hide", "销毁", by: .chief, "以“依法销毁”掩盖问题：调查期间销毁，或不声不响地删去密钥和密文",
            notices: "暂缓的命令拒绝，绕开命令的审查得出，没有销毁记录的核验得出；永久保管的密封记录没有销毁的命令。两名批准人串通、期满后照章销毁的，只留下条目和他们的警号",
            probes: [
                erase("hide-kept", "暂缓销毁：调查期间"),
                Probe(review, 1, "hide-unasked people，依据“某号决定”，批准人 P0001、P0002。不应销毁——当时正在暂缓销毁：调查期间"),
                Probe("ledger verify --data {data}", 3, "不在了，而没有销毁记录"),
            ]
        ) { scene in
            let past = scene.environment.now().day.adding(days: -3650)
            try scene.acting { bureau in
                for id in ["hide-kept", "hide-unasked", "hide-silent"] {
                    try bureau.file(session: id, on: past)
                    _ = try bureau.setHold(
                        register: Bureau.session, record: id, reason: "调查期间", isActive: true)
                }
                try bureau.destroyUnasked(session: "hide-unasked")
                try bureau.store.destroySilently(Bureau.lecturer(of: "hide-silent"))
            }
        },
    ]
}
