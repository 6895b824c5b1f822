import ArgumentParser
import Foundation
import Ledger
import Service

extension LedgerCommand {
    /// For developers and for whoever audits the product: every attack of SECURITY.md, carried out and noticed, or not.
    struct Attack: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "在一份副本上演示一种内部攻击，并运行应当发现它的命令；结果与所述不同时退出码为 1。",
            discussion: "只动自己复制的副本（系统临时文件夹），绝不动 --data。攻击一览：zhunsheng ledger attack --list")

        @Argument(help: "攻击的名称或编号")
        var name: String?
        @Flag(help: "列出全部攻击：谁、做什么、什么发现它")
        var list = false
        @Flag(help: "留下副本")
        var keep = false
        @OptionGroup var data: DataOption
        @OptionGroup var json: JSONFlag

        func run() throws {
            if list { return show() }
            guard let name else { throw ServiceError(.use, "请写明攻击的名称，或用 --list 列出。") }
            let attack = try Service.Attack.named(name)
            let work = FileManager.default.temporaryDirectory.appending(path: "zhunsheng-attack-\(UUID())")
                .path
            defer { if !keep { try? FileManager.default.removeItem(atPath: work) } }
            let scene = try AttackScene(copying: data.folder, to: work, environment: .system)
            try attack.perform(on: scene)
            let answers = try attack.probes.map { try ProbeAnswer(of: $0, on: scene) }
            if json.isOn {
                Terminal.print(Self.json(attack, answers))
            } else {
                print("第 \(attack.number) 种攻击：\(attack.what)（\(attack.by.rawValue)）")
                for answer in answers { answer.lines.forEach { print($0) } }
                print(attack.isNoticed ? "发现：\(attack.notices)" : "没有发现：\(attack.notices)")
                if keep { print("副本在 \(work)") }
            }
            if !answers.allSatisfy(\.isAsSaid) { throw ExitStatus.wrongData }
        }

        private func show() {
            if json.isOn { return Terminal.print(.array(Service.Attack.all.map(\.json))) }
            for attack in Service.Attack.all {
                print(
                    "\(attack.number)  \(attack.name)  〔\(attack.register)〕\(attack.what)（\(attack.by.rawValue)）"
                )
                print("    \(attack.isNoticed ? "发现" : "没有发现")：\(attack.notices)")
            }
        }

        private static func json(_ attack: Service.Attack, _ answers: [ProbeAnswer]) -> JSONValue {
            [
                "attack": attack.json, "holds": .boolean(answers.allSatisfy(\.isAsSaid)),
                "answers": .array(answers.map(\.json)),
            ]
        }
    }
}

/// What a command answered after an attack.
private struct ProbeAnswer {
    let probe: Service.Attack.Probe
    let command: String
    let status: Int32
    let said: String

    /// Runs this very program, or the verifier beside it.
    init(of probe: Service.Attack.Probe, on scene: AttackScene) throws {
        self.probe = probe
        let arguments = try probe.arguments.map(scene.filled)
        let own = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
        let process = Process()
        switch probe.tool {
        case .zhunsheng: (process.executableURL, process.arguments) = (own, arguments)
        case .verifier:
            process.executableURL = own.deletingLastPathComponent().appending(path: probe.tool.rawValue)
            process.arguments = arguments
        case .python:
            process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
            process.arguments = [probe.tool.rawValue] + arguments
        }
        let pipe = Pipe()
        (process.standardOutput, process.standardError) = (pipe, pipe)
        do { try process.run() } catch {
            throw ServiceError(.use, "运行不了 \(probe.tool.rawValue)：\(error.localizedDescription)。")
        }
        let bytes = try pipe.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        command = ([probe.tool.rawValue] + arguments).joined(separator: " ")
        status = process.terminationStatus
        said = String(decoding: bytes, as: UTF8.self)
    }

    var isAsSaid: Bool { status == probe.status && said.contains(probe.says) }

    var lines: [String] {
        ["$ \(command)", "  退出码 \(status)\(isAsSaid ? "" : "，应为 \(probe.status) 并说“\(probe.says)”")"]
            + said.split(separator: "\n").prefix(6).map { "  \($0)" }
    }

    var json: JSONValue {
        [
            "command": .string(command), "status": .integer(Int64(status)), "said": .string(said),
            "asSaid": .boolean(isAsSaid),
        ]
    }
}
