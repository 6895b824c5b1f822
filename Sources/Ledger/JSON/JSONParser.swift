/// Bounds on what is read, so a hostile file cannot exhaust memory or the stack.
package struct JSONLimits: Sendable {
    /// Bytes of the whole text.
    package let size: Int
    /// Arrays and objects within each other.
    package let depth: Int

    package init(size: Int = 64 << 20, depth: Int = 64) {
        self.size = size
        self.depth = depth
    }
}

extension JSONValue {
    /// Reads exactly one value: no repeated names, no fractions, no half characters, nothing after it.
    package init(parsing bytes: some Collection<UInt8>, limits: JSONLimits = JSONLimits()) throws(JSONError) {
        let read =
            bytes.withContiguousStorageIfAvailable { Self.parse($0, limits) }
            ?? Array(bytes).withUnsafeBufferPointer { Self.parse($0, limits) }
        self = try read.get()
    }

    package init(parsing text: String, limits: JSONLimits = JSONLimits()) throws(JSONError) {
        try self.init(parsing: Array(text.utf8), limits: limits)
    }

    private static func parse(
        _ bytes: UnsafeBufferPointer<UInt8>, _ limits: JSONLimits
    ) -> Result<JSONValue, JSONError> {
        var parser = JSONParser(bytes: bytes, limits: limits)
        return Result { () throws(JSONError) in try parser.document() }
    }
}

/// A recursive-descent reader over bytes in memory.
struct JSONParser {
    let bytes: UnsafeBufferPointer<UInt8>
    let limits: JSONLimits
    var at = 0
    private var depth = 0

    init(bytes: UnsafeBufferPointer<UInt8>, limits: JSONLimits) {
        self.bytes = bytes
        self.limits = limits
    }

    mutating func document() throws(JSONError) -> JSONValue {
        guard bytes.count <= limits.size else { throw error(.tooLong(limit: limits.size), at: limits.size) }
        let value = try value()
        skipSpace()
        guard at == bytes.count else { throw error(.trailingBytes) }
        return value
    }

    private mutating func value() throws(JSONError) -> JSONValue {
        skipSpace()
        guard at < bytes.count else { throw error(.unexpectedEnd) }
        switch bytes[at] {
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "{"): return try nested { parser throws(JSONError) in try parser.object() }
        case UInt8(ascii: "["): return try nested { parser throws(JSONError) in try parser.array() }
        case UInt8(ascii: "t"): return try word("true", .boolean(true))
        case UInt8(ascii: "f"): return try word("false", .boolean(false))
        case UInt8(ascii: "n"): return try word("null", .null)
        default: return .integer(try integer())
        }
    }

    private mutating func nested(
        _ read: (inout Self) throws(JSONError) -> JSONValue
    ) throws(JSONError) -> JSONValue {
        depth += 1
        guard depth <= limits.depth else { throw error(.tooDeep(limit: limits.depth)) }
        at += 1
        let value = try read(&self)
        depth -= 1
        return value
    }

    private mutating func array() throws(JSONError) -> JSONValue {
        var elements: [JSONValue] = []
        if take(UInt8(ascii: "]")) { return .array([]) }
        repeat { elements.append(try value()) } while take(UInt8(ascii: ","))
        try expect(UInt8(ascii: "]"))
        return .array(elements)
    }

    private mutating func object() throws(JSONError) -> JSONValue {
        var members: [JSONMember] = []
        var names: Set<String> = []
        if take(UInt8(ascii: "}")) { return .object([]) }
        repeat {
            skipSpace()
            let start = at
            let name = try string()
            // A few names are compared one by one; a set pays only beyond that.
            if members.count == 16 { names = Set(members.map(\.name)) }
            let repeated =
                members.count < 16 ? members.contains { $0.name == name } : !names.insert(name).inserted
            if repeated { throw error(.repeatedName(name), at: start) }
            try expect(UInt8(ascii: ":"))
            members.append(JSONMember(name, try value()))
        } while take(UInt8(ascii: ","))
        try expect(UInt8(ascii: "}"))
        return .object(members)
    }

    private mutating func word(_ text: StaticString, _ value: JSONValue) throws(JSONError) -> JSONValue {
        for index in 0..<text.utf8CodeUnitCount {
            guard at < bytes.count else { throw error(.unexpectedEnd) }
            guard bytes[at] == text.utf8Start[index] else { throw error(.unexpectedByte) }
            at += 1
        }
        return value
    }

    private mutating func integer() throws(JSONError) -> Int64 {
        let start = at
        let isNegative = bytes[at] == UInt8(ascii: "-")
        if isNegative { at += 1 }
        let first = at
        var magnitude: Int64 = 0
        while at < bytes.count, bytes[at] >= UInt8(ascii: "0"), bytes[at] <= UInt8(ascii: "9") {
            magnitude = magnitude * 10 + Int64(bytes[at] - UInt8(ascii: "0"))
            guard magnitude <= JSONValue.largestInteger else { throw error(.numberTooLarge, at: start) }
            at += 1
        }
        guard at > first else { throw error(at < bytes.count ? .unexpectedByte : .unexpectedEnd) }
        guard bytes[first] != UInt8(ascii: "0") || (at == first + 1 && !isNegative) else {
            throw error(.leadingZero, at: start)
        }
        if at < bytes.count, [UInt8(ascii: "."), UInt8(ascii: "e"), UInt8(ascii: "E")].contains(bytes[at]) {
            throw error(.fraction, at: start)
        }
        return isNegative ? -magnitude : magnitude
    }

    private mutating func skipSpace() {
        while at < bytes.count {
            switch bytes[at] {
            case 0x20, 0x09, 0x0A, 0x0D: at += 1
            default: return
            }
        }
    }

    private mutating func take(_ byte: UInt8) -> Bool {
        skipSpace()
        guard at < bytes.count, bytes[at] == byte else { return false }
        at += 1
        return true
    }

    private mutating func expect(_ byte: UInt8) throws(JSONError) {
        guard take(byte) else { throw error(at < bytes.count ? .unexpectedByte : .unexpectedEnd) }
    }

    func error(_ reason: JSONError.Reason, at offset: Int? = nil) -> JSONError {
        JSONError(offset: offset ?? at, reason: reason)
    }
}
