// swift-tools-version: 6.3
import PackageDescription

// Warnings are errors, and every target is in the Swift 6 language mode.
let settings: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
]

let package = Package(
  name: "claimlint",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "claimlint", targets: ["claimlint"])
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    // MARK: - System libraries
    .systemLibrary(
      name: "CLibXML2", pkgConfig: "libxml-2.0",
      providers: [.apt(["libxml2-dev"]), .brew(["libxml2"])]),
    .systemLibrary(
      name: "CMD4C", pkgConfig: "md4c",
      providers: [.apt(["libmd4c-dev"]), .brew(["md4c"])]),

    // MARK: - Rooms, in the order in which data flows through them
    .target(name: "SourceText", swiftSettings: settings),
    .target(
      name: "RuleFormat",
      dependencies: ["SourceText", .product(name: "Yams", package: "Yams")],
      swiftSettings: settings),
    .target(
      name: "RuleCatalog", dependencies: ["RuleFormat"], path: "Rules",
      swiftSettings: settings, plugins: ["EmbedRules"]),
    .target(
      name: "Documents", dependencies: ["SourceText", "CLibXML2", "CMD4C"],
      swiftSettings: settings),
    .target(
      name: "Language", dependencies: ["Documents", "RuleCatalog", "RuleFormat"], swiftSettings: settings),
    .target(name: "Claims", dependencies: ["Language", "RuleFormat"], swiftSettings: settings),
    .target(
      name: "Facts",
      dependencies: ["Claims", "RuleCatalog", .product(name: "Yams", package: "Yams")],
      swiftSettings: settings),
    .target(name: "Comparison", dependencies: ["Claims", "Facts", "RuleFormat"], swiftSettings: settings),
    .target(
      name: "Findings",
      dependencies: ["Comparison", "Claims", "Documents", "Language", "RuleFormat", "SourceText"],
      swiftSettings: settings),
    .target(
      name: "Workspace",
      dependencies: [
        "Findings", "Comparison", "Facts", "Claims", "Documents", "Language", "RuleCatalog", "RuleFormat",
        "SourceText",
      ],
      swiftSettings: settings),
    .target(
      name: "Reports",
      dependencies: [
        "Findings", "Comparison", "Claims", "Documents", "Language", "RuleFormat", "SourceText",
      ],
      swiftSettings: settings),
    .executableTarget(
      name: "claimlint",
      dependencies: [
        "Workspace", "Reports", "Findings", "Comparison", "Facts", "Claims", "Documents", "Language",
        "RuleCatalog", "RuleFormat", "SourceText",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: settings),

    // MARK: - Tests
    .testTarget(name: "SourceTextTests", dependencies: ["SourceText"], swiftSettings: settings),
    .testTarget(name: "DocumentsTests", dependencies: ["Documents"], swiftSettings: settings),
    .testTarget(
      name: "LanguageTests", dependencies: ["Language", "Documents", "RuleCatalog", "RuleFormat"],
      swiftSettings: settings),
    .testTarget(
      name: "ClaimsTests", dependencies: ["Claims", "Language", "Documents", "RuleCatalog"],
      swiftSettings: settings),
    .testTarget(name: "FactsTests", dependencies: ["Facts"], swiftSettings: settings),
    .testTarget(name: "FindingsTests", dependencies: ["Findings", "RuleCatalog"], swiftSettings: settings),
    .testTarget(name: "WorkspaceTests", dependencies: ["Workspace"], swiftSettings: settings),
    .testTarget(
      name: "ReportsTests", dependencies: ["Reports"], exclude: ["Golden"], swiftSettings: settings),
    .testTarget(name: "CommandLineTests", dependencies: ["claimlint"], swiftSettings: settings),
    .testTarget(
      name: "FixtureTests", dependencies: ["Workspace", "Comparison", "Findings", "Facts", "RuleFormat"],
      swiftSettings: settings),
    .testTarget(
      name: "DressTests", dependencies: ["Workspace", "Findings", "Documents"], swiftSettings: settings),
    .testTarget(
      name: "HardNegativeTests", dependencies: ["Workspace", "Findings", "Facts", "RuleCatalog"],
      swiftSettings: settings),

    // MARK: - Rules/ → tables in the binary
    .executableTarget(
      name: "RuleCompiler", dependencies: ["RuleFormat"], swiftSettings: settings),
    .plugin(
      name: "EmbedRules", capability: .buildTool(), dependencies: ["RuleCompiler"],
      path: "Sources/EmbedRules"),
  ]
)
