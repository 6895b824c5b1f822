// swift-tools-version: 6.2
import PackageDescription

// libFuzzer over the ledger's parsers. A package of its own, because unsafe flags are for root packages only, and with the
// ledger's sources linked in, because what is fuzzed has `package` access.
let sanitize: [SwiftSetting] = [.unsafeFlags(["-sanitize=fuzzer,address"])]

let package = Package(
    name: "fuzz",
    targets: [
        .systemLibrary(name: "COpenSSL", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
        .target(name: "Ledger", dependencies: ["COpenSSL"], swiftSettings: sanitize),
        .executableTarget(
            name: "Fuzz", dependencies: ["Ledger"], swiftSettings: sanitize,
            linkerSettings: [.unsafeFlags(["-sanitize=fuzzer,address", "-use-ld=lld"])]),
    ],
    swiftLanguageModes: [.v6]
)

for target in package.targets where target.type != .system {
    target.swiftSettings = (target.swiftSettings ?? []) + [
        .enableUpcomingFeature("ExistentialAny"), .enableUpcomingFeature("InternalImportsByDefault"),
        .enableUpcomingFeature("MemberImportVisibility"),
    ]
}
