/// Why an entry cannot be written, or bytes are not an entry.
package enum EntryError: Error, Hashable, Sendable {
    case tooLong(size: Int)
    case noHeader
    case notJSON(JSONError)
    /// The JSON is well formed, yet not in the one form RFC 8785 gives it.
    case notCanonical
    case missing(member: String)
    case invalid(member: String)
    case unknown(member: String)
    /// Only tab, line feed and carriage return may stand in a text.
    case controlCharacter
}

extension EntryError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .tooLong(let size):
            "条目有 \(size) 字节，超过上限 \(Entry.largest) 字节，未写入账本。请把长文本作为附件登记。"
        case .noHeader: "首行不是 zhunsheng/entry/v1，不是账本条目，或由更新的版本写成。"
        case .notJSON(let error): "条目的 JSON 读不出：\(error)"
        case .notCanonical: "条目的 JSON 不是规范写法（RFC 8785），不会是本账本写出的。"
        case .missing(let member): "条目缺少成员 \(member)。"
        case .invalid(let member): "条目的成员 \(member) 写法不对。"
        case .unknown(let member): "条目有本版本不认识的成员 \(member)。"
        case .controlCharacter: "文本中有控制字符（制表符和换行除外），可能由错误的导出造成；请清除后再登记。"
        }
    }
}

extension Entry {
    package func encoded() throws(EntryError) -> [UInt8] {
        var writer = JSONWriter(capacity: 1024)
        try encode(into: &writer)
        return writer.bytes
    }

    /// Replaces what the writer holds with the bytes of this entry.
    ///
    /// Members stand in canonical order and optional ones are left out, so nothing need be sorted here.
    package func encode(into writer: inout JSONWriter) throws(EntryError) {
        if let member = invalidMember { throw .invalid(member: member) }
        writer.clear()
        writer.write(raw: Self.header)
        writer.write(raw: #"{"actor":"#)
        writer.write(actor)
        if !attachments.isEmpty { writer.write(attachments) }
        writer.write(name: #","basis":"#, basis)
        if !commitments.isEmpty { writer.write(commitments) }
        writer.write(name: #","event":"#, event)
        writer.write(raw: #","fields":"#)
        writer.write(raw: fields.bytes)
        if let happenedAt {
            writer.write(raw: #","happenedAt":"#)
            writer.write(happenedAt)
        }
        writer.write(raw: #","knownAt":"#)
        writer.write(knownAt)
        writer.write(name: #","previous":"#, previous)
        writer.write(name: #","record":"#, record)
        writer.write(raw: #","recordedAt":"#)
        writer.write(recordedAt)
        writer.write(name: #","register":"#, register)
        writer.write(name: #","retention":"#, retention)
        writer.write(name: #","revision":"#, revision)
        if let signature { writer.write(signature) }
        writer.write(raw: "}\n")
        try Self.check(writer.bytes)
    }

    /// The member, if any, that a reader would refuse.
    private var invalidMember: String? {
        if !isKebabCase(register) { return "register" }
        if !isKebabCase(event) { return "event" }
        if record.isEmpty { return "record" }
        if actor.id.isEmpty || actor.role.isEmpty || actor.unit?.isEmpty == true { return "actor" }
        if basis?.isEmpty == true { return "basis" }
        if retention?.isEmpty == true { return "retention" }
        if revision < 1 || (revision == 1) != (previous == nil) { return "previous" }
        return knownAt.minuteOfDay == nil ? "knownAt" : nil
    }

    /// The limits that hold for every entry, written or read.
    static func check(_ bytes: [UInt8]) throws(EntryError) {
        guard bytes.count <= largest else { throw .tooLong(size: bytes.count) }
        guard !hasControlCharacter(bytes) else { throw .controlCharacter }
    }

    /// In canonical JSON such a character can only stand as `\b`, `\f` or `\u00xx`.
    private static func hasControlCharacter(_ bytes: [UInt8]) -> Bool {
        var index = 0
        while let backslash = bytes[index...].firstIndex(of: UInt8(ascii: "\\")), backslash + 1 < bytes.count
        {
            let letter = bytes[backslash + 1]
            if letter == UInt8(ascii: "u") || letter == UInt8(ascii: "b") || letter == UInt8(ascii: "f") {
                return true
            }
            index = backslash + 2
        }
        return false
    }
}

extension JSONWriter {
    fileprivate mutating func write(name: StaticString, _ text: String?) {
        guard let text else { return }
        write(raw: name)
        write(text)
    }

    fileprivate mutating func write(name: StaticString, _ number: Int?) {
        guard let number else { return }
        write(raw: name)
        write(Int64(number))
    }

    fileprivate mutating func write(_ actor: Entry.Actor) {
        write(raw: #"{"id":"#)
        write(actor.id)
        write(name: #","role":"#, actor.role)
        write(name: #","unit":"#, actor.unit)
        write(byte: UInt8(ascii: "}"))
    }

    fileprivate mutating func write(_ attachments: [Entry.Attachment]) {
        write(raw: #","attachments":["#)
        for (index, attachment) in attachments.enumerated() {
            if index > 0 { write(byte: UInt8(ascii: ",")) }
            write(raw: #"{"sha256":"#)
            write(attachment.sha256.hex)
            write(name: #","size":"#, attachment.size)
            write(name: #","sm3":"#, attachment.sm3?.hex)
            write(byte: UInt8(ascii: "}"))
        }
        write(byte: UInt8(ascii: "]"))
    }

    fileprivate mutating func write(_ commitments: [Commitment]) {
        write(raw: #","commitments":"#)
        write(canonical: .object(commitments.map { JSONMember($0.group, .string($0.hmac.hex)) }))
    }

    fileprivate mutating func write(_ signature: Entry.Signature) {
        write(raw: #","signature":{"key":"#)
        write(signature.key.hex)
        write(name: #","scheme":"#, signature.scheme)
        write(name: #","value":"#, Base64.encode(signature.bytes))
        write(byte: UInt8(ascii: "}"))
    }
}
