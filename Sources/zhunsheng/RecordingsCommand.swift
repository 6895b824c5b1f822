import ArgumentParser
import Service

struct RecordingsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "recordings", abstract: "录音录像：逐个核对文件与登记的摘要。", subcommands: [Sweep.self])

    struct Sweep: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "重新计算文件夹里每个录音录像的摘要，与台账比较；缺少或不符时退出码为 1。",
            discussion: "文件名为台账里的文件编号，扩展名不限。")
        @Argument(help: "存放录音录像的文件夹")
        var folder: String
        @OptionGroup var data: DataOption
        @OptionGroup var json: JSONFlag

        func run() throws {
            let sweep = try data.open().sweepRecordings(in: folder)
            if json.isOn { Terminal.print(sweep.json) } else { sweep.lines.forEach { print($0) } }
            if !sweep.faults.isEmpty { throw ExitStatus.wrongData }
        }
    }
}
