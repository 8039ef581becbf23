// swift-tools-version: 6.2
import PackageDescription

// A third party's scoring rule: a library, a program that uses it from YAML, and a test by the contract.
let package = Package(
  name: "CustomScoringRule",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "digital-maturity", path: "../..")],
  targets: [
    .target(
      name: "StageChain", dependencies: [.product(name: "DigitalMaturity", package: "digital-maturity")],
      swiftSettings: [.swiftLanguageMode(.v6), .enableUpcomingFeature("InternalImportsByDefault")]),
    .executableTarget(
      name: "custom-rule",
      dependencies: [
        "StageChain",
        .product(name: "DigitalMaturity", package: "digital-maturity"),
        .product(name: "MaturityQuestionnaires", package: "digital-maturity"),
        .product(name: "MaturityScoringRules", package: "digital-maturity"),
        .product(name: "MaturityYAML", package: "digital-maturity"),
      ],
      swiftSettings: [.swiftLanguageMode(.v6)]),
    .testTarget(
      name: "StageChainTests",
      dependencies: [
        "StageChain",
        .product(name: "DigitalMaturity", package: "digital-maturity"),
        .product(name: "MaturityQuestionnaires", package: "digital-maturity"),
        .product(name: "MaturityScoringRules", package: "digital-maturity"),
        .product(name: "MaturityYAML", package: "digital-maturity"),
        .product(name: "MaturityTesting", package: "digital-maturity"),
      ],
      swiftSettings: [.swiftLanguageMode(.v6)]),
  ]
)
