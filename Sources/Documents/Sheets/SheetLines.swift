extension SheetBytes {
    /// Bytes of one line of a text file; the longest record has forty fields of a few hundred.
    package static let longestLine = 1 << 20

    /// Hands over the lines without their ends, numbered from 1, until the body returns `false`.
    package func lines(
        limits: SheetLimits = SheetLimits(), _ body: (Int, [UInt8]) -> Bool
    ) throws(SheetError) {
        guard try size() <= limits.fileBytes else {
            throw .overLimit(what: "文件大小", limit: limits.fileBytes >> 20, unit: "MB")
        }
        var line: [UInt8] = []
        var number = 1
        var goesOn = true
        try chunks { (piece) throws(SheetError) in
            for byte in piece where goesOn {
                if byte == 0x0A {
                    goesOn = body(number, line)
                    line.removeAll(keepingCapacity: true)
                    number += 1
                } else {
                    guard line.count < Self.longestLine else {
                        throw .overLimit(what: "第\(number)行的长度", limit: Self.longestLine, unit: "字节")
                    }
                    line.append(byte)
                }
            }
            return goesOn
        }
        if goesOn, !line.isEmpty { _ = body(number, line) }
    }
}
