import Foundation
import Glibc

/// The program's pages, served on a free port of this machine for as long as a test runs.
struct Pages {
    /// `http://127.0.0.1:40123`
    let address: String
    private let process: Process

    init(_ program: Program, data: String, asOf: String) throws {
        let port = try Self.freePort()
        address = "http://127.0.0.1:\(port)"
        process = try program.start(["serve", "--data", data, "--port", "\(port)", "--as-of", asOf]).process
        // The pages are there when somebody answers; a program that ended never will.
        while process.isRunning, (try? Self.connect(to: port)) == nil { usleep(50_000) }
    }

    func stop() {
        process.terminate()
        process.waitUntilExit()
    }

    private static func freePort() throws -> UInt16 {
        try withSocket { socket in
            var address = loopback(port: 0)
            try check(withPointer(to: &address) { bind(socket, $0, $1) })
            var length = socklen_t(MemoryLayout<sockaddr_in>.size)
            try check(withPointer(to: &address) { pointer, _ in getsockname(socket, pointer, &length) })
            return UInt16(bigEndian: address.sin_port)
        }
    }

    private static func connect(to port: UInt16) throws {
        try withSocket { socket in
            var address = loopback(port: port)
            try check(withPointer(to: &address) { Glibc.connect(socket, $0, $1) })
        }
    }

    private static func withSocket<Found>(_ body: (Int32) throws -> Found) throws -> Found {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        try check(descriptor)
        defer { close(descriptor) }
        return try body(descriptor)
    }

    private static func loopback(port: UInt16) -> sockaddr_in {
        sockaddr_in(
            sin_family: sa_family_t(AF_INET), sin_port: port.bigEndian,
            sin_addr: in_addr(s_addr: UInt32(0x7F00_0001).bigEndian), sin_zero: (0, 0, 0, 0, 0, 0, 0, 0))
    }

    private static func withPointer(
        to address: inout sockaddr_in, _ body: (UnsafeMutablePointer<sockaddr>, socklen_t) -> Int32
    ) -> Int32 {
        withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                body($0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
    }

    private static func check(_ result: Int32) throws {
        if result < 0 { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
    }
}
