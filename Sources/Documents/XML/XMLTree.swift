import CExpat

/// Reads a small XML file whole into elements: no document type and so no entities but XML's own five.
package final class XMLTree {
    /// 4 MiB: what a person can still read line by line.
    package static let mostBytes = 4 << 20
    /// Elements inside each other: a DMN file needs a dozen.
    package static let deepest = 64
    /// Elements of one file: five hundred rows of forty cells, with two elements a cell, and as much again.
    package static let mostElements = 100_000

    /// An element that is not closed yet.
    private struct Open {
        let name: String
        let attributes: [(name: String, value: String)]
        let place: XMLPlace
        var children: [XMLElement] = []
        var text = ""
    }

    private let parser: XML_Parser
    private var open: [Open] = []
    private var root: XMLElement?
    private var count = 0
    private var fault: XMLFault?

    /// - Throws: What is not well-formed, a document type, a limit, at its place.
    package static func parse(_ bytes: [UInt8]) throws(XMLFault) -> XMLElement {
        let start = XMLPlace(line: 1, column: 1)
        guard bytes.count <= mostBytes else {
            throw XMLFault(why: "文件有 \(bytes.count) 字节，最多 \(mostBytes) 字节", place: start)
        }
        guard let parser = XML_ParserCreate(nil) else { throw XMLFault(why: "内存不足", place: start) }
        defer { XML_ParserFree(parser) }
        let tree = XMLTree(parser)
        tree.attach()
        let status = bytes.withUnsafeBytes { bytes in
            XML_Parse(parser, bytes.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(bytes.count), 1)
        }
        if let fault = tree.fault { throw fault }
        guard status == XML_STATUS_OK, let root = tree.root else {
            let why = XML_ErrorString(XML_GetErrorCode(parser)).map { String(cString: $0) } ?? "格式错误"
            throw XMLFault(why: why, place: tree.place)
        }
        return root
    }

    private init(_ parser: XML_Parser) { self.parser = parser }

    private var place: XMLPlace {
        XMLPlace(
            line: Int(XML_GetCurrentLineNumber(parser)), column: Int(XML_GetCurrentColumnNumber(parser)) + 1)
    }

    private func attach() {
        XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
        XML_SetElementHandler(
            parser,
            { user, name, attributes in
                guard let name else { return }
                XMLTree.from(user)?.begin(String(cString: name), attributes)
            },
            { user, _ in XMLTree.from(user)?.end() })
        XML_SetCharacterDataHandler(parser) { user, text, count in
            guard let text else { return }
            let bytes = UnsafeRawBufferPointer(start: text, count: Int(count))
            XMLTree.from(user)?.add(String(decoding: bytes, as: UTF8.self))
        }
        XML_SetStartDoctypeDeclHandler(parser) { user, _, _, _, _ in
            XMLTree.from(user)?.stop("含有文档类型声明（DOCTYPE），为安全起见不读；请删去这一段")
        }
    }

    private static func from(_ user: UnsafeMutableRawPointer?) -> XMLTree? {
        user.map { Unmanaged<XMLTree>.fromOpaque($0).takeUnretainedValue() }
    }

    private func begin(
        _ name: String, _ attributes: UnsafeMutablePointer<UnsafePointer<XML_Char>?>?
    ) {
        count += 1
        guard open.count < Self.deepest else { return stop("元素套得太深，最多 \(Self.deepest) 层") }
        guard count <= Self.mostElements else { return stop("元素太多，最多 \(Self.mostElements) 个") }
        var found: [(name: String, value: String)] = []
        var pair = attributes
        while let here = pair, let key = here[0], let value = here[1] {
            found.append((Self.local(String(cString: key)), String(cString: value)))
            pair = here + 2
        }
        open.append(Open(name: Self.local(name), attributes: found, place: place))
    }

    private static func local(_ name: String) -> String {
        name.split(separator: ":", maxSplits: 1).last.map(String.init) ?? name
    }

    private func add(_ text: String) {
        guard fault == nil, !open.isEmpty else { return }
        open[open.count - 1].text += text
    }

    private func end() {
        guard fault == nil, let last = open.popLast() else { return }
        let element = XMLElement(
            name: last.name, attributes: last.attributes, children: last.children,
            rawText: last.text, place: last.place)
        if open.isEmpty { root = element } else { open[open.count - 1].children.append(element) }
    }

    private func stop(_ why: String) {
        fault = fault ?? XMLFault(why: why, place: place)
        XML_StopParser(parser, 0)
    }
}
