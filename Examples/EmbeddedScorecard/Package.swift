// swift-tools-version: 6.2
import PackageDescription

// A council's own tool around the library: two assessments, a question kind and a report format of its own, and results as
// JSON by path. No YAML, no files, no Foundation.
let library: (String) -> Target.Dependency = { .product(name: $0, package: "digital-maturity") }
let package = Package(
  name: "EmbeddedScorecard",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "digital-maturity", path: "../..")],
  targets: [
    .target(
      name: "CouncilTool",
      dependencies: [
        library("DigitalMaturity"), library("MaturityScoringRules"), library("MaturityQuestionnaires"),
        library("MaturityTables"), library("MaturityPlanning"), library("MaturityReports"),
      ],
      swiftSettings: [.swiftLanguageMode(.v6), .enableUpcomingFeature("InternalImportsByDefault")]),
    .executableTarget(
      name: "EmbeddedScorecard", dependencies: ["CouncilTool"], swiftSettings: [.swiftLanguageMode(.v6)]),
    .testTarget(
      name: "CouncilToolTests",
      dependencies: [
        "CouncilTool", library("DigitalMaturity"), library("MaturityQuestionnaires"),
        library("MaturityScoringRules"), library("MaturityTesting"),
      ],
      swiftSettings: [.swiftLanguageMode(.v6)]),
  ]
)
