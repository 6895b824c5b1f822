@testable import Ledger

/// RFC 6962 section 2.1 word for word, slow and plain: what the tree in use is compared with.
enum PlainTree {
    static func root(_ leaves: ArraySlice<Digest>) -> Digest {
        guard let first = leaves.first else { return .sha256([]) }
        if leaves.count == 1 { return first }
        let middle = leaves.startIndex + split(leaves.count)
        return node(root(leaves[..<middle]), root(leaves[middle...]))
    }

    static func path(_ index: Int, _ leaves: ArraySlice<Digest>) -> [Digest] {
        guard leaves.count > 1 else { return [] }
        let (count, start) = (split(leaves.count), leaves.startIndex)
        return index < count
            ? path(index, leaves[..<(start + count)]) + [root(leaves[(start + count)...])]
            : path(index - count, leaves[(start + count)...]) + [root(leaves[..<(start + count)])]
    }

    static func consistency(_ old: Int, _ leaves: ArraySlice<Digest>, isWhole: Bool = true) -> [Digest] {
        if old == leaves.count { return isWhole ? [] : [root(leaves)] }
        let (count, start) = (split(leaves.count), leaves.startIndex)
        return old <= count
            ? consistency(old, leaves[..<(start + count)], isWhole: isWhole) + [
                root(leaves[(start + count)...])
            ]
            : consistency(old - count, leaves[(start + count)...], isWhole: false) + [
                root(leaves[..<(start + count)])
            ]
    }

    private static func split(_ count: Int) -> Int {
        var power = 1
        while power * 2 < count { power *= 2 }
        return power
    }

    static func node(_ left: Digest, _ right: Digest) -> Digest { .sha256([1] + left.bytes + right.bytes) }
}

func leafHash(_ bytes: [UInt8]) -> Digest { .sha256([0] + bytes) }

func grown(_ leaves: [Digest]) -> TreeTail {
    var tail = TreeTail()
    let hasher = Hasher256()
    for leaf in leaves { tail.append(leaf, hasher: hasher) { _ in } }
    return tail
}

extension Digest {
    func flipping(bit: Int) -> Digest {
        var changed = bytes
        changed[bit / 8] ^= 1 << UInt8(bit % 8)
        return Digest(changed) ?? self
    }
}

// A hasher cannot be copied, and so not captured by an expectation.
extension TreeTail { var rootNow: Digest { root(hasher: Hasher256()) } }

func resumed(_ size: Int, _ partial: [[Digest]]) -> TreeTail? {
    TreeTail(size: size, partial: partial, hasher: Hasher256())
}
