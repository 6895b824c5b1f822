import Pack

extension TableType {
    private enum Word: String, CaseIterable {
        case number, integer, text, code, boolean, day, moment, duration, months, any
    }

    /// Reads `type` and, of a code, `values`.
    init(_ mapping: inout PackMapping) throws(PackError) {
        let word = try mapping.required("type").word(of: Word.self)
        switch word {
        case .number: self = .of(.number)
        case .integer: self = .whole
        case .text: self = .of(.text)
        case .boolean: self = .of(.boolean)
        case .day: self = .of(.day)
        case .moment: self = .of(.moment)
        case .duration: self = .of(.duration)
        case .months: self = .of(.months)
        case .any: self = .any
        case .code:
            let values = try mapping.required("values")
            let words = try values.elements(atLeastOne: "个代码")
            var codes: [String] = []
            for word in words { codes.append(try word.text) }
            self = .of(.code(codes))
        }
    }
}

extension PackNode {
    /// Constants with commas between.
    var constants: [Value] {
        get throws(PackError) {
            var values: [Value] = []
            let tests = try unaryTests(.none)
            for test in tests.tests ?? [] {
                guard case .value(let constant) = test, constant.names.isEmpty, !tests.isNegated else {
                    throw PackError(.badValue(try text, why: "此处写常数，中间用逗号隔开"), at: place)
                }
                values.append(constant.evaluate { _ in .null })
            }
            return values
        }
    }
}
