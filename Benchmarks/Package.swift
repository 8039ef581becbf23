// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .strictMemorySafety(),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
  name: "Benchmarks",
  platforms: [.macOS(.v15)],
  dependencies: [
    .package(name: "digital-maturity", path: ".."),
    .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
  ],
  targets: [
    .systemLibrary(
      name: "CLibYAMLSystem", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"]), .brew(["libyaml"])]),
    .target(name: "CEventLoop", dependencies: ["CLibYAMLSystem"]),
    .target(name: "ReadingSample", swiftSettings: settings),
    .executableTarget(
      name: "reading",
      dependencies: [
        "CEventLoop", "ReadingSample",
        .product(name: "DigitalMaturity", package: "digital-maturity"),
        .product(name: "MaturityQuestionnaires", package: "digital-maturity"),
        .product(name: "MaturityScoringRules", package: "digital-maturity"),
        .product(name: "MaturityYAML", package: "digital-maturity"),
      ],
      swiftSettings: settings),
    .executableTarget(
      name: "scoring",
      dependencies: [
        .product(name: "DigitalMaturity", package: "digital-maturity"),
        .product(name: "MaturityQuestionnaires", package: "digital-maturity"),
        .product(name: "MaturityScoringRules", package: "digital-maturity"),
        .product(name: "MaturityTables", package: "digital-maturity"),
      ],
      swiftSettings: settings),
    .executableTarget(
      name: "office",
      dependencies: [
        .product(name: "MaturityOffice", package: "digital-maturity"),
        .product(name: "MaturityTables", package: "digital-maturity"),
      ],
      swiftSettings: settings),
    .executableTarget(
      name: "reports",
      dependencies: [
        .product(name: "DigitalMaturity", package: "digital-maturity"),
        .product(name: "MaturityQuestionnaires", package: "digital-maturity"),
        .product(name: "MaturityReports", package: "digital-maturity"),
        .product(name: "MaturityScoringRules", package: "digital-maturity"),
        .product(name: "MaturitySkills", package: "digital-maturity"),
        .product(name: "MaturityYAML", package: "digital-maturity"),
        .product(name: "StarterAssessments", package: "digital-maturity"),
      ],
      swiftSettings: settings),
    .executableTarget(
      name: "skills",
      dependencies: [
        .product(name: "DigitalMaturity", package: "digital-maturity"),
        .product(name: "MaturitySkills", package: "digital-maturity"),
        .product(name: "MaturityTables", package: "digital-maturity"),
        .product(name: "MaturityYAML", package: "digital-maturity"),
        .product(name: "StarterAssessments", package: "digital-maturity"),
      ],
      swiftSettings: settings),
    .executableTarget(name: "json-decoder", swiftSettings: settings),
    // Yams carries a libyaml of its own, which would take the place of the system's in one program.
    .executableTarget(
      name: "reading-yams", dependencies: ["ReadingSample", .product(name: "Yams", package: "Yams")],
      swiftSettings: settings),
  ])
