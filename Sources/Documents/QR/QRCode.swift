import CQREncode

/// A QR code (ISO/IEC 18004) of bytes, for forms that travel on paper.
package struct QRCode: Hashable, Sendable {
    /// Modules on a side.
    package let width: Int
    /// Row by row; `true` is dark.
    package let modules: [Bool]

    /// - Returns: `nil` for more bytes than a QR code holds at error correction M: 2,331.
    package init?(_ bytes: [UInt8]) {
        guard let code = QRcode_encodeData(Int32(bytes.count), bytes, 0, QR_ECLEVEL_M) else { return nil }
        defer { QRcode_free(code) }
        let width = Int(code.pointee.width)
        self.width = width
        // The library's lowest bit is the colour; the others say what a module is for.
        modules = (0..<(width * width)).map { code.pointee.data[$0] & 1 == 1 }
    }

    /// Light modules that the standard demands on each side.
    private static let quietZone = 4

    /// The code as an SVG element.
    ///
    /// - Parameter millimetres: Its side on paper, the quiet zone included.
    package func svg(millimetres: Int) -> Markup {
        let side = width + 2 * Self.quietZone
        return .element(
            "svg",
            [
                "xmlns": "http://www.w3.org/2000/svg", "viewBox": "0 0 \(side) \(side)",
                "width": "\(millimetres)mm", "height": "\(millimetres)mm", "shape-rendering": "crispEdges",
                "role": "img", "aria-label": "二维码",
            ],
            .void("rect", ["width": "\(side)", "height": "\(side)", "fill": "#fff"]),
            .void("path", ["d": path, "fill": "#000"]))
    }

    /// Each run of dark modules in a row is one rectangle.
    private var path: String {
        var path = ""
        for y in 0..<width {
            var x = 0
            while x < width {
                let start = x
                while x < width, modules[y * width + x] { x += 1 }
                if x > start {
                    path += "M\(start + Self.quietZone) \(y + Self.quietZone)h\(x - start)v1h-\(x - start)z"
                }
                x += 1
            }
        }
        return path
    }
}
