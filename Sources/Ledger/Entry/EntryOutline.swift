import Glibc

/// Where the members of an entry's JSON stand, found without reading them: what an audit of a million entries needs.
///
/// Believes that the bytes are canonical, which their hash shows; anything else gives `nil` or wrong places, never a
/// read outside the bytes.
package struct EntryOutline {
    private let bytes: UnsafeRawBufferPointer
    package private(set) var register = 0..<0
    package private(set) var record = 0..<0
    package private(set) var revision = 0..<0
    package private(set) var knownAt = 0..<0
    package private(set) var fields = 0..<0

    package init?(_ bytes: UnsafeRawBufferPointer) {
        self.bytes = bytes
        var at = Entry.header.utf8CodeUnitCount
        guard at < bytes.count, bytes[at] == UInt8(ascii: "{") else { return nil }
        repeat {
            at += 1
            let nameStart = at
            guard let nameEnd = end(of: at), nameEnd < bytes.count, bytes[nameEnd] == UInt8(ascii: ":"),
                let valueEnd = end(of: nameEnd + 1)
            else { return nil }
            note(nameStart..<nameEnd, nameEnd + 1..<valueEnd)
            at = valueEnd
        } while at < bytes.count && bytes[at] == UInt8(ascii: ",")
        guard !revision.isEmpty, !fields.isEmpty, !record.isEmpty, !knownAt.isEmpty, !register.isEmpty else {
            return nil
        }
    }

    /// The bytes of a member's value.
    package subscript(place: Range<Int>) -> UnsafeRawBufferPointer {
        UnsafeRawBufferPointer(rebasing: bytes[place])
    }

    /// Whether a member's value is exactly these bytes.
    package func says(_ value: [UInt8], _ place: Range<Int>) -> Bool {
        value.withUnsafeBytes { other in
            guard other.count == place.count, let a = other.baseAddress, let b = self[place].baseAddress
            else {
                return place.isEmpty && other.isEmpty
            }
            return memcmp(a, b, other.count) == 0
        }
    }

    /// The content of a string member, when it holds no escape.
    package func plainText(_ place: Range<Int>) -> UnsafeRawBufferPointer? {
        guard place.count >= 2, bytes[place.lowerBound] == UInt8(ascii: "\"") else { return nil }
        let content = self[place.lowerBound + 1..<place.upperBound - 1]
        return content.contains(UInt8(ascii: "\\")) ? nil : content
    }

    private mutating func note(_ name: Range<Int>, _ value: Range<Int>) {
        if matches(name, "\"fields\"") {
            fields = value
        } else if matches(name, "\"knownAt\"") {
            knownAt = value
        } else if matches(name, "\"record\"") {
            record = value
        } else if matches(name, "\"register\"") {
            register = value
        } else if matches(name, "\"revision\"") {
            revision = value
        }
    }

    private func matches(_ place: Range<Int>, _ text: StaticString) -> Bool {
        place.count == text.utf8CodeUnitCount
            && self[place].elementsEqual(
                UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    /// Where the value that begins here ends.
    private func end(of start: Int) -> Int? {
        guard start < bytes.count else { return nil }
        switch bytes[start] {
        case UInt8(ascii: "\""): return endOfString(start)
        case UInt8(ascii: "{"), UInt8(ascii: "["): return endOfNest(start)
        default:
            return (start..<bytes.count).first {
                bytes[$0] == UInt8(ascii: ",") || bytes[$0] == UInt8(ascii: "}")
            }
        }
    }

    private func endOfString(_ start: Int) -> Int? {
        var at = start + 1
        while at < bytes.count {
            if bytes[at] == UInt8(ascii: "\"") { return at + 1 }
            at += bytes[at] == UInt8(ascii: "\\") ? 2 : 1
        }
        return nil
    }

    private func endOfNest(_ start: Int) -> Int? {
        var (at, depth) = (start, 0)
        while at < bytes.count {
            switch bytes[at] {
            case UInt8(ascii: "\""):
                guard let end = endOfString(at) else { return nil }
                at = end
                continue
            case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                depth -= 1
                if depth == 0 { return at + 1 }
            default: break
            }
            at += 1
        }
        return nil
    }
}
