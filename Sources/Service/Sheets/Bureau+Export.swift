import Documents
package import Law
import Ledger
import Registers
import Storage

extension Bureau {
    /// Writes a register to a file, in the columns that import reads.
    ///
    /// - Parameters:
    ///   - condition: S-FEEL over the register's fields; `nil` takes all.
    ///   - showsPrivate: Whether private fields are written too; such a look is itself an entry, made before the file.
    /// - Returns: How many records were written.
    package func exportRegister(
        _ id: String, to path: String, where condition: String? = nil, knownAt: Moment? = nil,
        showsPrivate: Bool = false
    ) throws -> Int {
        let register = try packs.register(id)
        try requireKnownFormat(path)
        try OutputFile.requireWritable(path)
        var records = try select(register, where: condition, knownAt: knownAt)
        if showsPrivate {
            try recordLook(at: register, records: records.count)
        }
        if showsPrivate || register.sealing != nil { records = try records.map(store.revealed) }
        let export = RegisterExport(register, showsPrivate: showsPrivate)
        if path.lowercased().hasSuffix(".ndjson") {
            let lines = try records.map { try export.line($0) + "\n" }
            try OutputFile.write(Array(lines.joined().utf8), to: path)
        } else {
            do throws(SheetError) {
                try export.table.write(records.lazy.map(export.row), to: path)
            } catch {
                throw ServiceError(.use, "写不到 \(path)：\(error)。请检查磁盘空间和权限。")
            }
        }
        return records.count
    }

    private func requireKnownFormat(_ path: String) throws {
        let known = [".xlsx", ".csv", ".ndjson"]
        guard known.contains(where: path.lowercased().hasSuffix) else {
            throw ServiceError(.use, "\(path) 的扩展名看不出要什么格式，没有导出。可用：\(known.joined(separator: "、"))。")
        }
    }

    func select(
        _ register: RegisterDeclaration, where condition: String?, knownAt: Moment?
    ) throws -> [Record] {
        let records = try store.records(of: register.id, knownAt: knownAt)
        guard let condition else { return records }
        let expression: Law.Expression
        do throws(SFEELError) {
            expression = try Law.Expression.parse(condition)
        } catch {
            throw ServiceError(.use, "--where 条件写得不对：\(error)")
        }
        let unknown = expression.names.filter { register.openPosition(of: $0) == nil }
        guard unknown.isEmpty else {
            throw ServiceError(
                .use,
                "台账“\(register.name)”没有可作条件的字段 \(unknown.joined(separator: "、"))；可用：\(register.openFields.map(\.id).joined(separator: "、"))。"
            )
        }
        return records.filter { record in
            expression.evaluate { name in register.position(of: name).map { record.values[$0] } ?? .null }
                == .boolean(true)
        }
    }
}
