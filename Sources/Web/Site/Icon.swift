/// The site's icon, a plumb line: 16 × 16 pixels of one bit, in the Windows icon format that every browser reads.
enum Icon {
    static let bytes: [UInt8] = header + palette + image + mask

    /// From the top row down; a `#` is white on the site's blue.
    private static let picture = [
        "................",
        "...##########...",
        ".......##.......",
        ".......##.......",
        ".......##.......",
        ".......##.......",
        ".......##.......",
        ".......##.......",
        ".....######.....",
        "....########....",
        "....########....",
        ".....######.....",
        "......####......",
        ".......##.......",
        ".......##.......",
        "................",
    ]

    /// One image of 16 × 16, one bit a pixel, 176 bytes after these 22; then its BITMAPINFOHEADER, whose height counts
    /// the picture and its mask.
    private static let header: [UInt8] =
        [0, 0, 1, 0, 1, 0] + [16, 16, 2, 0, 1, 0, 1, 0, 176, 0, 0, 0, 22, 0, 0, 0]
        + [40, 0, 0, 0, 16, 0, 0, 0, 32, 0, 0, 0, 1, 0, 1, 0] + [UInt8](repeating: 0, count: 24)

    /// Blue, green, red, nothing: the site's blue and white.
    private static let palette: [UInt8] = [0x5A, 0x3D, 0x1C, 0, 0xFF, 0xFF, 0xFF, 0]

    /// From the bottom row up, each row filled to four bytes.
    private static let image: [UInt8] = picture.reversed().flatMap { row -> [UInt8] in
        let bits = row.utf8.reduce(UInt16(0)) { $0 << 1 | ($1 == UInt8(ascii: "#") ? 1 : 0) }
        return [UInt8(bits >> 8), UInt8(bits & 0xFF), 0, 0]
    }

    /// Nothing is transparent.
    private static let mask = [UInt8](repeating: 0, count: 64)
}
