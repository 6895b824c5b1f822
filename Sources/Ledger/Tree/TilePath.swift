/// Where the parts of a static log lie (C2SP tlog-tiles 0.1).
package enum TilePath {
    package static let checkpoint = "checkpoint"

    /// - Parameter width: Hashes in the tile; below 256 it is a partial one.
    package static func tile(level: Int, index: Int, width: Int) -> String {
        "tile/\(level)/" + number(index, width)
    }

    /// The bundle of the entries whose hashes are in a tile of level 0.
    package static func entries(index: Int, width: Int) -> String { "tile/entries/" + number(index, width) }

    /// "The tile index is encoded into path elements of three digits, all but the last with an x before them":
    /// 1234067 is `x001/x234/067`.
    private static func number(_ index: Int, _ width: Int) -> String {
        precondition(index >= 0 && (1...Tile.width).contains(width))
        var path = threeDigits(index % 1000)
        var rest = index / 1000
        while rest > 0 {
            path = "x\(threeDigits(rest % 1000))/\(path)"
            rest /= 1000
        }
        return width == Tile.width ? path : "\(path).p/\(width)"
    }

    private static func threeDigits(_ number: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: 3 - digits.count) + digits
    }
}
