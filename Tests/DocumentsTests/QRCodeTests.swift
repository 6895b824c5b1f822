import Testing

@testable import Documents

@Suite("QR codes")
struct QRCodeTests {
    /// ISO/IEC 18004, 6.3.3: dark 7 × 7, light 5 × 5, dark 3 × 3, around which one row is light.
    private static func finder(_ code: QRCode, _ x: Int, _ y: Int) -> Bool {
        (0..<7).allSatisfy { row in
            (0..<7).allSatisfy { column in
                let ring = max(abs(row - 3), abs(column - 3))
                return code.modules[(y + row) * code.width + x + column] == (ring != 2)
            }
        }
    }

    @Test("A code has the width of a version and a finder in three corners", arguments: [1, 300, 2331])
    func shape(count: Int) throws {
        let code = try #require(QRCode([UInt8](repeating: 7, count: count)))
        #expect((code.width - 17) % 4 == 0 && (21...177).contains(code.width))
        #expect(code.modules.count == code.width * code.width)
        let far = code.width - 7
        #expect(Self.finder(code, 0, 0) && Self.finder(code, far, 0) && Self.finder(code, 0, far))
        #expect(!Self.finder(code, far, far))
    }

    @Test("More than a code holds is refused; the drawing shows each dark module once, inside a quiet zone")
    func drawing() throws {
        #expect(QRCode([UInt8](repeating: 1, count: 2332)) == nil)
        let code = try #require(QRCode(Array("example.test/ledger\n1\n".utf8)))
        let source = code.svg(millimetres: 40).source
        var drawn = [Bool](repeating: false, count: code.modules.count)
        for run in source.matches(of: /M(\d+) (\d+)h(\d+)v1h-(\d+)z/) {
            let (x, y) = (try #require(Int(run.1)) - 4, try #require(Int(run.2)) - 4)
            for column in 0..<(try #require(Int(run.3))) { drawn[y * code.width + x + column] = true }
            #expect(run.3 == run.4)
        }
        #expect(drawn == code.modules)
        #expect(source.contains("viewBox=\"0 0 \(code.width + 8) \(code.width + 8)\""))
    }
}
