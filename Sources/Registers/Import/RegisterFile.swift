package import Documents

/// A file that holds records of one register: a sheet, or one JSON object a line.
package enum RegisterFile {
    case sheet(any SheetSource)
    case lines(SheetBytes)

    /// Opens a file; its name only says whether it holds JSON, everything else its first bytes do.
    package static func open(
        _ bytes: SheetBytes, named name: String, sheet: String? = nil, limits: SheetLimits = SheetLimits()
    ) throws(ImportError) -> RegisterFile {
        let name = name.lowercased()
        if name.hasSuffix(".ndjson") || name.hasSuffix(".jsonl") { return .lines(bytes) }
        do throws(SheetError) { return .sheet(try bytes.open(sheet: sheet, limits: limits)) } catch {
            throw .sheet(error)
        }
    }
}
