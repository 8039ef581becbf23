// swift-tools-version: 6.2
import PackageDescription

// Another council tool that shows a maturity score: the core and the scoring rules, no YAML, no Foundation.
let package = Package(
  name: "EmbeddedScorecard",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "digital-maturity", path: "../..")],
  targets: [
    .executableTarget(
      name: "EmbeddedScorecard",
      dependencies: [
        .product(name: "DigitalMaturity", package: "digital-maturity"),
        .product(name: "MaturityScoringRules", package: "digital-maturity"),
      ],
      swiftSettings: [.swiftLanguageMode(.v6)])
  ]
)
