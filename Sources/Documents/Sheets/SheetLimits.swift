/// How much of a sheet somebody hands in is read before it is refused. Every limit stands here and nowhere else.
///
/// The largest honest file is a year of one register: a million rows of about twenty columns.
package struct SheetLimits: Hashable, Sendable {
    /// The file as uploaded, bytes. A million rows of ten columns take 60 MB as XLSX, 150 MB as CSV.
    package var fileBytes = 256 << 20
    /// Parts of the zip. Excel writes a dozen and one for each sheet.
    package var parts = 2_000
    /// All parts together as the zip's directory declares them, bytes; no part may exceed its declaration.
    package var unpackedBytes = 1 << 30
    /// Unpacked : packed, looked at once `ratioFrom` bytes came out. Honest sheets reach about 30.
    package var inflationRatio = 100
    package var ratioFrom = 1 << 20
    /// XLSX's own limit.
    package var rows = 1_048_576
    /// The widest register has 40 fields; refusal sheets double that.
    package var columns = 200
    /// Cells with content in one sheet: a million rows of twenty.
    package var cells = 20 << 20
    /// One cell, bytes of UTF-8: XLSX's own limit of 32,767 characters at four bytes.
    package var cellBytes = 32_767 * 4
    /// The shared strings, which alone stay in memory while rows stream.
    package var sharedStringBytes = 64 << 20
    /// Merged ranges; a paper form has a few hundred.
    package var merges = 100_000
    /// Nesting of XML elements; a worksheet needs seven.
    package var depth = 64

    package init() {}
}
