/// Reads one mapping of a pack strictly: every key is asked for, and a key nobody asked for is an error.
///
///     var rule = try PackMapping(node)
///     let id = try rule.required("id").text
///     let until = try rule.optional("until").map { try Day($0) }
///     try rule.finish()
package struct PackMapping {
    package let place: PackPlace
    private var members: [String: PackNode.Member] = [:]
    private var order: [String] = []
    private var asked: [String] = []

    package init(_ node: PackNode) throws(PackError) {
        guard case .mapping(let members) = node.content else {
            throw PackError(.expected("若干“键: 值”", found: node.kindName), at: node.place)
        }
        place = node.place
        for member in members {
            guard self.members.updateValue(member, forKey: member.key) == nil else {
                throw PackError(.duplicateKey(member.key), at: member.keyPlace)
            }
            order.append(member.key)
        }
    }

    /// Returns the value of a key that must be there, with something after its colon.
    package mutating func required(_ key: String) throws(PackError) -> PackNode {
        guard let value = optional(key) else { throw missing(key) }
        if case .scalar("") = value.content {
            throw PackError(.expected("“\(key)”的值", found: "空"), at: members[key]?.keyPlace ?? place)
        }
        return value
    }

    /// A key that looks like a misspelling of the one that is missing is told where it stands.
    private func missing(_ key: String) -> PackError {
        let typo = order.first { !asked.contains($0) && $0.isMisspelling(of: key) }
        guard let typo, let member = members[typo] else { return PackError(.missingKey(key), at: place) }
        return PackError(.unknownKey(typo, allowed: [key]), at: member.keyPlace)
    }

    /// Returns the value of a key that may be left out.
    package mutating func optional(_ key: String) -> PackNode? {
        asked.append(key)
        return members[key]?.value
    }

    /// Whether a key is there; asking this is not asking for its value.
    package func has(_ key: String) -> Bool { members[key] != nil }

    /// Refuses whatever was not asked for. Call it once, after the last key.
    package func finish() throws(PackError) {
        for key in order where !asked.contains(key) {
            let place = members[key]?.keyPlace ?? place
            throw PackError(.unknownKey(key, allowed: asked), at: place)
        }
    }
}

extension String {
    /// Whether one or two slips of the hand lead from one word to the other.
    fileprivate func isMisspelling(of word: String) -> Bool {
        let (own, wanted) = (Array(lowercased()), Array(word.lowercased()))
        guard max(own.count, wanted.count) > 2 else { return false }
        let allowed = max(own.count, wanted.count) > 4 ? 2 : 1
        return wanted.difference(from: own).count <= allowed
    }
}

extension PackNode {
    /// What the node is, in the words of the messages.
    package var kindName: String {
        switch content {
        case .scalar(let text): "“\(text)”"
        case .sequence: "列表"
        case .mapping: "若干“键: 值”"
        }
    }

    /// The text of a scalar.
    package var text: String {
        get throws(PackError) {
            guard case .scalar(let text) = content else {
                throw PackError(.expected("文字", found: kindName), at: place)
            }
            return text
        }
    }

    /// A whole number in ASCII digits.
    package var integer: Int {
        get throws(PackError) {
            let text = try text
            guard let number = Int(text) else {
                throw PackError(.expected("整数", found: "“\(text)”"), at: place)
            }
            return number
        }
    }

    /// A whole number that must lie within bounds.
    package func integer(in range: ClosedRange<Int>) throws(PackError) -> Int {
        let text = try text
        guard let number = Int(text), range.contains(number) else {
            let wanted = "\(range.lowerBound) 至 \(range.upperBound) 的整数"
            throw PackError(.expected(wanted, found: "“\(text)”"), at: place)
        }
        return number
    }

    /// `true` or `false`, and nothing else.
    package var boolean: Bool {
        get throws(PackError) {
            switch try text {
            case "true": true
            case "false": false
            case let other: throw PackError(.notAllowed(other, allowed: ["true", "false"]), at: place)
            }
        }
    }

    /// The elements of a list.
    package var elements: [PackNode] {
        get throws(PackError) {
            guard case .sequence(let elements) = content else {
                throw PackError(.expected("列表", found: kindName), at: place)
            }
            return elements
        }
    }

    /// The elements of a list that must not be empty.
    ///
    /// - Parameter one: What one of them is, with its measure word: `条依据`.
    package func elements(atLeastOne one: String) throws(PackError) -> [PackNode] {
        let elements = try elements
        guard !elements.isEmpty else { throw PackError(.expected("至少一\(one)", found: "空列表"), at: place) }
        return elements
    }

    /// The texts of a list of scalars; a lone scalar counts as a list of one.
    package var texts: [String] {
        get throws(PackError) {
            if case .scalar(let text) = content { return [text] }
            var texts: [String] = []
            for element in try elements { texts.append(try element.text) }
            return texts
        }
    }

    /// One word of a closed set.
    package func word<Word: RawRepresentable & CaseIterable>(
        of _: Word.Type
    ) throws(PackError) -> Word where Word.RawValue == String {
        let text = try text
        guard let word = Word(rawValue: text) else {
            throw PackError(.notAllowed(text, allowed: Word.allCases.map(\.rawValue)), at: place)
        }
        return word
    }
}
