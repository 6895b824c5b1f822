import CExpat
import Glibc

/// What goes through one XML part: elements by local name, text in pieces.
protocol XMLVisitor: AnyObject {
    func open(_ name: XMLName, _ attributes: XMLAttributes) throws(SheetError)
    func close(_ name: XMLName) throws(SheetError)
    func text(_ bytes: UnsafeRawBufferPointer) throws(SheetError)
    var readsText: Bool { get }
    /// The rest of the part need not be read.
    var isDone: Bool { get }
}

extension XMLVisitor {
    func close(_: XMLName) {}
    func text(_: UnsafeRawBufferPointer) {}
    var readsText: Bool { true }
    var isDone: Bool { false }
}

/// An element's or attribute's name without its prefix, where expat keeps it.
struct XMLName {
    private let start: UnsafePointer<CChar>

    init(_ qualified: UnsafePointer<CChar>) {
        start = strchr(qualified, Int32(UInt8(ascii: ":"))).map { UnsafePointer($0 + 1) } ?? qualified
    }

    static func ~= (wanted: StaticString, name: XMLName) -> Bool {
        let wanted = UnsafeRawPointer(wanted.utf8Start).assumingMemoryBound(to: CChar.self)
        // Most names differ in their first letter, and a call costs more than looking at it.
        return wanted.pointee == name.start.pointee && strcmp(wanted, name.start) == 0
    }
}

/// The attributes of one element, valid only while it is being opened.
struct XMLAttributes {
    fileprivate let list: UnsafeMutablePointer<UnsafePointer<XML_Char>?>?

    /// The value of the attribute of that local name.
    subscript(_ wanted: StaticString) -> UnsafePointer<CChar>? {
        guard var pair = list else { return nil }
        while let name = pair.pointee {
            if wanted ~= XMLName(name) { return pair[1] }
            pair += 2
        }
        return nil
    }

    func text(_ wanted: StaticString) -> String? { self[wanted].map { String(cString: $0) } }

    func integer(_ wanted: StaticString) -> Int? { text(wanted).flatMap { Int($0) } }
}

/// Expat over one part: no document type, so no entities; depth limited.
final class XMLStream {
    private let part: String
    private let limits: SheetLimits
    private let visitor: any XMLVisitor
    private var parser: XML_Parser?
    private var depth = 0
    private var fault: SheetError?

    private init(part: String, visitor: any XMLVisitor, limits: SheetLimits) {
        self.part = part
        self.visitor = visitor
        self.limits = limits
    }

    /// Takes a visitor through a part from beginning to end, or until it is done.
    static func read(
        _ part: String, of archive: ZipArchive, limits: SheetLimits, _ visitor: any XMLVisitor
    ) throws(SheetError) {
        let stream = XMLStream(part: part, visitor: visitor, limits: limits)
        guard let parser = XML_ParserCreate(nil) else { throw .damaged(part: part, why: "内存不足") }
        defer { XML_ParserFree(parser) }
        stream.parser = parser
        stream.attach(to: parser)
        try archive.inflate(part) { (bytes) throws(SheetError) in try stream.feed(bytes, to: parser) }
    }

    private func feed(_ bytes: UnsafeRawBufferPointer, to parser: XML_Parser) throws(SheetError) -> Bool {
        let text = bytes.baseAddress?.assumingMemoryBound(to: CChar.self)
        let status = XML_Parse(parser, text, Int32(bytes.count), bytes.isEmpty ? 1 : 0)
        if let fault { throw fault }
        if visitor.isDone { return false }
        guard status == XML_STATUS_OK else {
            let why = XML_ErrorString(XML_GetErrorCode(parser)).map { String(cString: $0) } ?? "格式错误"
            throw .damaged(part: part, why: "第\(XML_GetCurrentLineNumber(parser))行 \(why)")
        }
        return true
    }

    private func attach(to parser: XML_Parser) {
        XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
        XML_SetElementHandler(
            parser,
            { user, name, attributes in
                guard let stream = XMLStream.from(user), let name else { return }
                stream.open(XMLName(name), XMLAttributes(list: attributes))
            },
            { user, name in
                guard let stream = XMLStream.from(user), let name else { return }
                stream.depth -= 1
                stream.attempt { (visitor) throws(SheetError) in try visitor.close(XMLName(name)) }
            })
        XML_SetStartDoctypeDeclHandler(parser) { user, _, _, _, _ in
            guard let stream = XMLStream.from(user) else { return }
            stream.stop(.documentType(part: stream.part))
        }
        guard visitor.readsText else { return }
        XML_SetCharacterDataHandler(parser) { user, text, count in
            guard let stream = XMLStream.from(user), let text else { return }
            let bytes = UnsafeRawBufferPointer(start: text, count: Int(count))
            stream.attempt { (visitor) throws(SheetError) in try visitor.text(bytes) }
        }
    }

    private static func from(_ user: UnsafeMutableRawPointer?) -> XMLStream? {
        user.map { Unmanaged<XMLStream>.fromOpaque($0).takeUnretainedValue() }
    }

    private func open(_ name: XMLName, _ attributes: XMLAttributes) {
        depth += 1
        guard depth <= limits.depth else {
            stop(.overLimit(what: "\(part) 的嵌套深度", limit: limits.depth, unit: "层"))
            return
        }
        attempt { (visitor) throws(SheetError) in try visitor.open(name, attributes) }
    }

    @inline(__always)
    private func attempt(_ step: (any XMLVisitor) throws(SheetError) -> Void) {
        guard fault == nil, !visitor.isDone else { return }
        do {
            try step(visitor)
            if visitor.isDone { XML_StopParser(parser, 0) }
        } catch {
            stop(error)
        }
    }

    private func stop(_ error: SheetError) {
        fault = fault ?? error
        XML_StopParser(parser, 0)
    }
}
