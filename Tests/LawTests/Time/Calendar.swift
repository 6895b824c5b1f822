import Foundation
import Law
import Pack
import PackFiles

/// The calendar of the national pack, read once.
let china: WorkCalendar = {
    do {
        return try WorkCalendar(
            YAMLFile.parse(repositoryFile("Packs/national/calendar.yaml"), file: "calendar.yaml"))
    } catch {
        fatalError("\(error)")
    }
}()

/// The root of the repository, from where this file stands.
let repository = URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
    .deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

func repositoryFile(_ path: String) throws -> String {
    try String(contentsOf: repository.appending(path: path), encoding: .utf8)
}

func day(_ text: String) -> Day {
    guard let day = Day(text) else { fatalError("no day: \(text)") }
    return day
}

func moment(_ text: String) -> Moment {
    guard let moment = Moment(text) else { fatalError("no moment: \(text)") }
    return moment
}

func length(_ text: String) -> Length {
    guard let length = Length(text) else { fatalError("no length: \(text)") }
    return length
}

func span(_ from: String, _ until: String) -> Span {
    guard let span = Span(moment(from), moment(until)) else { fatalError("no span: \(from) \(until)") }
    return span
}

/// A generator that gives the same numbers for the same seed, so that a failure can be replayed.
struct SplitMix64: RandomNumberGenerator {
    var state: UInt64

    init(seed: Int) { state = UInt64(truncatingIfNeeded: seed) }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
