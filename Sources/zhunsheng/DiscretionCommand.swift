import ArgumentParser
import Law
import Ledger
import Service

struct DiscretionCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "discretion", abstract: "裁量：区间逐步得出，决定落在哪里，同类案件，偏离，草案试算。",
        subcommands: [Show.self, Like.self, Departures.self, WhatIf.self, Import.self])

    /// A data folder, or a folder of NDJSON.
    struct Source: ParsableArguments {
        @Option(help: ArgumentHelp("用一个文件夹里的 NDJSON，不需要数据文件夹", valueName: "DIR"))
        var from: String?
        @Option(name: .customLong("known-at"), help: ArgumentHelp("只用当时已知的记录", valueName: "T"))
        var knownAt: MomentArgument?
        @OptionGroup var data: DataOption
        @OptionGroup var packs: PackOption

        func open() throws -> (BureauPacks, DiscretionActs) {
            if let from {
                let packs = try packs.load()
                return (packs, try DiscretionActs(packs, folder: from, knownAt: knownAt?.moment))
            }
            let bureau = try data.open()
            return (
                bureau.packs, DiscretionActs(bureau.packs, source: bureau.store, knownAt: knownAt?.moment)
            )
        }
    }

    struct Show: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "一件案件的各个处罚决定：区间怎样逐步得出，决定落在哪里。")
        @Argument(help: ArgumentHelp("案件", valueName: "CASE"))
        var caseID: String
        @OptionGroup var source: Source
        @OptionGroup var json: JSONFlag

        func run() throws {
            let found = try source.open().1.show(case: caseID, withLike: false)
            if json.isOn {
                return Terminal.print(["case": .string(caseID), "decisions": .array(found.map(\.json))])
            }
            found.flatMap(\.lines).forEach { print($0) }
        }
    }

    struct Like: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "同一基准、同一行为、同一阶次的决定，按单位看差距；没有当事人的信息。")
        @Argument(help: ArgumentHelp("案件", valueName: "CASE"))
        var caseID: String
        @OptionGroup var source: Source
        @OptionGroup var json: JSONFlag

        func run() throws {
            let found = try source.open().1.show(case: caseID, withLike: true)
            if json.isOn {
                let like = found.map {
                    ["decision": .string($0.id), "like": $0.like?.json ?? .null] as JSONValue
                }
                return Terminal.print(["case": .string(caseID), "decisions": .array(like)])
            }
            for one in found {
                print("决定 \(one.id)")
                (one.like?.lines ?? ["  没有确定阶次，没有同类可比；原因见 zhunsheng discretion show \(caseID)"]).forEach {
                    print($0)
                }
            }
        }
    }

    struct Departures: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "一段期间里不在区间之内的决定：有没有理由，有没有批准。")
        @Option(help: ArgumentHelp("期间：2026、2026-Q1、2026-03、2026-01-01..2026-06-30", valueName: "P"))
        var period: String
        @OptionGroup var source: Source
        @OptionGroup var json: JSONFlag

        func run() throws {
            let found = try source.open().1.departures(in: period)
            if json.isOn { Terminal.print(found.json) } else { found.report.forEach { print($0) } }
        }
    }

    struct WhatIf: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "what-if", abstract: "用裁量基准的草案试算已经办结的案件，列出哪些决定会落到区间之外。")
        @Argument(help: ArgumentHelp("草案（YAML，写法见 Docs/formats/benchmarks.md）", valueName: "DRAFT"))
        var draft: String
        @Option(help: ArgumentHelp("只试算这段期间的决定", valueName: "P"))
        var period: String?
        @OptionGroup var source: Source
        @OptionGroup var json: JSONFlag

        func run() throws {
            let (packs, acts) = try source.open()
            let found = try acts.whatIf(draft: packs.benchmarkDraft(draft), period: period)
            if json.isOn { Terminal.print(found.json) } else { found.report.forEach { print($0) } }
        }
    }
}
