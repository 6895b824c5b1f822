import Pack

/// Numbers in registers: narrow while they are whole and small, wide otherwise.
extension Binder {
    /// The greatest whole number that stays in a narrow register when it is computed.
    private static let mostNarrow = 2 * FieldSchema.mostWhole

    /// A number in a wide register; `nil` of anything else.
    func wideRegister(_ operand: Operand, _ program: inout Program) -> Int? {
        switch operand {
        case .number(let register): register
        case .whole(let register, _): program.register(for: .widen(register))
        case .constant(let number): program.register(for: .constantWide(number.ticks))
        case .narrow, .fixed, .truth, .length, .fixedLength, .list, .null: nil
        }
    }

    /// A day, a moment, a code or a whole number in a narrow register; `nil` of anything else.
    func narrowRegister(_ operand: Operand, _ program: inout Program) -> Int? {
        switch operand {
        case .narrow(let register, _), .whole(let register, _): register
        case .fixed(let value, _): program.register(for: .constant(value))
        case .constant(let number): small(number).map { program.register(for: .constant(Int32($0))) }
        case .number, .truth, .length, .fixedLength, .list, .null: nil
        }
    }

    /// What is the same for every row, in a register.
    func loaded(_ operand: Operand, _ program: inout Program) -> Operand {
        guard case .fixed(let value, let kind) = operand else { return operand }
        return .narrow(program.register(for: .constant(value)), kind)
    }

    /// A constant that a narrow register holds.
    func small(_ number: Number) -> Int? {
        number.whole.flatMap { abs($0) <= Self.mostNarrow ? $0 : nil }
    }

    /// A whole number, with the least and the greatest it can be.
    func wholeRegister(_ operand: Operand, _ program: inout Program) -> (
        register: Int, range: ClosedRange<Int>
    )? {
        switch operand {
        case .whole(let register, let range): (register, range)
        case .constant(let number):
            small(number).map { (program.register(for: .constant(Int32($0))), $0...$0) }
        case .narrow, .fixed, .truth, .number, .length, .fixedLength, .list, .null: nil
        }
    }

    /// Arithmetic in narrow registers, where no result can be too great for them.
    func whole(
        _ operation: Expression.Arithmetic, _ x: Operand, _ y: Operand, _ program: inout Program
    ) -> Operand? {
        guard let (a, one) = range(x), let (b, other) = range(y) else { return nil }
        let bounds: [Int]
        switch operation {
        case .plus: bounds = [one.lowerBound + other.lowerBound, one.upperBound + other.upperBound]
        case .minus: bounds = [one.lowerBound - other.upperBound, one.upperBound - other.lowerBound]
        case .times:
            bounds = [one.lowerBound, one.upperBound].flatMap { low in
                [low * other.lowerBound, low * other.upperBound]
            }
        case .divided, .power: return nil
        }
        guard let least = bounds.min(), let most = bounds.max(), least >= -Self.mostNarrow,
            most <= Self.mostNarrow, let first = wholeRegister(a, &program)?.register,
            let second = wholeRegister(b, &program)?.register
        else { return nil }
        return .whole(program.register(for: .computeWhole(operation, first, second)), least...most)
    }

    private func range(_ operand: Operand) -> (Operand, ClosedRange<Int>)? {
        switch operand {
        case .whole(_, let range): (operand, range)
        case .constant(let number): small(number).map { (operand, $0...$0) }
        case .narrow, .fixed, .truth, .number, .length, .fixedLength, .list, .null: nil
        }
    }
}
