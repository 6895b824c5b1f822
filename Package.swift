// swift-tools-version: 6.2
import PackageDescription

// The arrows of Docs/architecture.md: a target may import only what stands to its right.
// `Tests/ArchitectureTests` holds the source files to the same list.
let package = Package(
    name: "zhunsheng",
    products: [
        .executable(name: "zhunsheng", targets: ["zhunsheng"]),
        .executable(name: "zhunsheng-verify", targets: ["zhunsheng-verify"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    ],
    targets: [
        .systemLibrary(name: "CExpat", pkgConfig: "expat", providers: [.apt(["libexpat1-dev"])]),
        .systemLibrary(name: "COpenSSL", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
        .systemLibrary(
            name: "CQREncode", pkgConfig: "libqrencode", providers: [.apt(["libqrencode-dev"])]),
        .systemLibrary(
            name: "CXlsxWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),
        .systemLibrary(name: "CZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),

        .target(name: "Pack"),
        .target(name: "PackFiles", dependencies: ["Pack", .product(name: "Yams", package: "Yams")]),
        .target(name: "Law", dependencies: ["Pack"]),
        .target(name: "Ledger", dependencies: ["COpenSSL"]),
        .target(name: "Documents", dependencies: ["CExpat", "CQREncode", "CXlsxWriter", "CZip"]),
        .target(name: "Registers", dependencies: ["Documents", "Law", "Ledger", "Pack"]),
        .target(name: "Supervision", dependencies: ["Law", "Pack", "Registers"]),
        .target(name: "Reporting", dependencies: ["Documents", "Law", "Pack", "Registers"]),
        .target(name: "Demo", dependencies: ["Law", "Registers"]),
        .target(
            name: "Storage",
            dependencies: ["Law", "Ledger", "Registers", .product(name: "GRDB", package: "GRDB.swift")]
        ),
        .target(
            name: "Service",
            dependencies: [
                "Demo", "Documents", "Law", "Ledger", "Pack", "PackFiles", "Registers", "Reporting",
                "Storage", "Supervision",
            ]
        ),
        .target(
            name: "Web",
            dependencies: ["Service", .product(name: "Hummingbird", package: "hummingbird")]
        ),
        .executableTarget(
            name: "zhunsheng",
            dependencies: [
                "Service", "Web", .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]
        ),
        .executableTarget(name: "zhunsheng-verify", dependencies: ["Ledger"]),
        // No product: what Benchmarks/reliability kills and starves.
        .executableTarget(
            name: "ledger-drill", dependencies: ["Law", "Ledger", "Registers", "Storage"],
            path: "Benchmarks/Drill"),
        .executableTarget(
            name: "zhunsheng-bench",
            dependencies: [
                "Demo", "Law", "Registers", "Service", "Supervision",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]
        ),

        .testTarget(name: "ArchitectureTests", dependencies: ["Pack", "PackFiles", "Registers"]),
        .testTarget(
            name: "PackTests", dependencies: ["Law", "Pack", "PackFiles", "Registers", "Reporting"],
            exclude: ["Fixtures"]),
        .testTarget(name: "LawTests", dependencies: ["Law", "Pack", "PackFiles"]),
        .testTarget(name: "LedgerTests", dependencies: ["Ledger"]),
        .testTarget(name: "DocumentsTests", dependencies: ["CXlsxWriter", "CZip", "Documents"]),
        .testTarget(
            name: "RegistersTests",
            dependencies: ["CXlsxWriter", "Documents", "Law", "Pack", "PackFiles", "Registers"]),
        .testTarget(
            name: "SupervisionTests", dependencies: ["Law", "Pack", "PackFiles", "Registers", "Supervision"]),
        .testTarget(
            name: "ReportingTests",
            dependencies: ["Documents", "Law", "Pack", "PackFiles", "Registers", "Reporting"]),
        .testTarget(
            name: "DemoTests",
            dependencies: ["Demo", "Law", "Pack", "PackFiles", "Registers", "Reporting", "Supervision"]),
        .testTarget(
            name: "StorageTests",
            dependencies: [
                "Law", "Ledger", "Registers", "Storage", .product(name: "GRDB", package: "GRDB.swift"),
            ]),
        .testTarget(
            name: "ServiceTests",
            dependencies: ["Law", "Ledger", "Pack", "Registers", "Service", "Storage", "Supervision"]),
        .testTarget(name: "WebTests", dependencies: ["Service", "Web"]),
        .testTarget(
            name: "ProgramTests",
            dependencies: ["CXlsxWriter", "Ledger", "ledger-drill", "zhunsheng", "zhunsheng-verify"]),
    ],
    swiftLanguageModes: [.v6]
)

for target in package.targets where target.type != .system {
    target.swiftSettings = [
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("InternalImportsByDefault"),
        .enableUpcomingFeature("MemberImportVisibility"),
        .treatAllWarnings(as: .error),
    ]
}
