import Foundation
import Law
package import Ledger
import Pack
import Registers

extension BureauPacks {
    package var lines: [String] {
        folders.map { "\($0.name)：\($0.files) 个文件，摘要 \($0.hash.hex.prefix(16))…" } + [
            "台账 \(registers.registers.count) 本，规则 \(rules.rules.count) 条，指标 \(indicators.count) 个，"
                + "断言 \(claims.count) 个，报告模板 \(templates.count) 个。读入无误。"
        ]
    }

    package var json: JSONValue {
        [
            "ok": true, "hash": .string(hash.hex),
            "packs": .array(
                folders.map {
                    [
                        "name": .string($0.name), "files": .number($0.files),
                        "hash": .string($0.hash.hex),
                    ]
                }),
            "registers": .number(registers.registers.count),
            "rules": .number(rules.rules.count),
            "indicators": .number(indicators.count), "claims": .number(claims.count),
            "templates": .number(templates.count),
        ]
    }

    /// The folders to load in order to check some of them: a lone one is checked with the shipped others.
    package static func folders(checking folders: [String]) throws -> [String] {
        guard folders.count == 1, let folder = folders.first else {
            return folders.isEmpty ? try shippedFolders() : folders
        }
        let name = URL(fileURLWithPath: folder).standardizedFileURL.lastPathComponent
        let shipped = try shippedFolders()
        let others = shipped.filter { URL(fileURLWithPath: $0).lastPathComponent != name }
        return others.count == shipped.count
            ? shipped + [folder]
            : [others, [folder]].flatMap(\.self).sorted {
                // The national pack is read first, whichever of the two is being checked.
                let isNational = [$0, $1].map { URL(fileURLWithPath: $0).lastPathComponent == "national" }
                return isNational[0] && !isNational[1]
            }
    }
}

extension PackErrors {
    package var json: JSONValue {
        [
            "ok": false,
            "errors": .array(
                errors.map {
                    [
                        "file": .string($0.place.file), "line": .number($0.place.line),
                        "column": .number($0.place.column), "message": .string($0.description),
                    ]
                }),
        ]
    }
}
