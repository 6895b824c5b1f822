import Glibc

/// libFuzzer's own loop.
@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
    _ argc: UnsafeMutablePointer<CInt>,
    _ argv: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
    _ callback: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

/// Which parser, by the environment variable `FUZZ`: libFuzzer keeps the command line to itself.
private let parser: FuzzTarget = {
    guard let name = getenv("FUZZ"), let target = FuzzTarget(rawValue: String(cString: name)) else {
        print("FUZZ=\(FuzzTarget.allCases.map(\.rawValue).joined(separator: "|")) Fuzz [CORPUS] [-flags]")
        exit(2)
    }
    return target
}()

// SwiftPM points `main` at the target's own entry, so libFuzzer's main never runs; it still has to link, and asks for
// this symbol.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOne(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    parser.run(Array(UnsafeBufferPointer(start: bytes, count: count)))
    return 0
}

@main
struct Fuzz {
    static func main() {
        if let name = getenv("FUZZ"), String(cString: name) == "seeds", CommandLine.argc == 2 {
            return Seeds.write(to: CommandLine.arguments[1])
        }
        var argc = CommandLine.argc
        var argv = CommandLine.unsafeArgv
        _ = parser
        exit(runDriver(&argc, &argv) { fuzzOne($0, $1) })
    }
}
