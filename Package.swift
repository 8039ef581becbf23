// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "digital-maturity",
  platforms: [.macOS(.v15)],
  products: [
    .library(name: "DigitalMaturity", targets: ["DigitalMaturity"]),
    .library(name: "MaturityStatistics", targets: ["MaturityStatistics"]),
    .library(name: "MaturityTables", targets: ["MaturityTables"]),
    .library(name: "MaturityScoringRules", targets: ["MaturityScoringRules"]),
    .library(name: "MaturityQuestionnaires", targets: ["MaturityQuestionnaires"]),
    .library(name: "MaturitySkills", targets: ["MaturitySkills"]),
    .library(name: "MaturityPlanning", targets: ["MaturityPlanning"]),
    .library(name: "MaturityYAML", targets: ["MaturityYAML"]),
    .library(name: "MaturityReports", targets: ["MaturityReports"]),
    .library(name: "MaturityOffice", targets: ["MaturityOffice"]),
    .library(name: "StarterAssessments", targets: ["StarterAssessments"]),
    .library(name: "MaturityTesting", targets: ["MaturityTesting"]),
  ],
  dependencies: [
    // Used by the example command line alone, which is no product: whoever embeds a library fetches nothing.
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0")
  ],
  targets: [
    .target(name: "DigitalMaturity", dependencies: ["MaturityStatistics"]),
    .target(name: "MaturityStatistics"),
    .target(name: "CByteMasks"),
    .target(name: "MaturityTables", dependencies: ["CByteMasks"]),
    .target(name: "MaturityScoringRules", dependencies: ["DigitalMaturity"]),
    .target(name: "MaturityQuestionnaires", dependencies: ["DigitalMaturity", "MaturityTables"]),
    .target(name: "MaturitySkills", dependencies: ["DigitalMaturity", "MaturityStatistics", "MaturityTables"]),
    .target(name: "MaturityPlanning", dependencies: ["DigitalMaturity"]),
    .systemLibrary(
      name: "CLibYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"]), .brew(["libyaml"])]),
    .target(name: "MaturityYAML", dependencies: ["DigitalMaturity", "CLibYAML"]),
    .target(name: "MaturityReports", dependencies: ["DigitalMaturity", "MaturityTables"]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(name: "CExpat", pkgConfig: "expat", providers: [.apt(["libexpat1-dev"]), .brew(["expat"])]),
    .target(name: "MaturityOffice", dependencies: ["DigitalMaturity", "MaturityTables", "CZlib", "CExpat"]),
    .target(name: "CStarterAssessments"),
    .target(name: "StarterAssessments", dependencies: ["DigitalMaturity", "CStarterAssessments"]),
    .target(name: "MaturityTesting", dependencies: ["DigitalMaturity"]),
    .executableTarget(
      name: "maturity",
      dependencies: [
        "DigitalMaturity", "MaturityTables", "MaturityScoringRules", "MaturityQuestionnaires", "MaturitySkills",
        "MaturityPlanning", "MaturityYAML", "MaturityReports", "MaturityOffice", "StarterAssessments",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      path: "Examples/maturity",
      // One file that needs no library of the system: it starts soonest, and runs wherever its processor does.
      linkerSettings: Context.environment["MATURITY_STATIC"] == nil
        ? [] : [.unsafeFlags(["-static-executable", "-use-ld=lld"], .when(platforms: [.linux]))]),
    .testTarget(
      name: "DigitalMaturityTests",
      dependencies: [
        "DigitalMaturity", "MaturityScoringRules", "MaturityQuestionnaires", "MaturitySkills", "MaturityTesting",
        "MaturityYAML",
      ]),
    .testTarget(name: "MaturityStatisticsTests", dependencies: ["MaturityStatistics"], exclude: ["Fixtures"]),
    .testTarget(name: "MaturityTablesTests", dependencies: ["MaturityTables"]),
    .testTarget(
      name: "MaturityQuestionnairesTests",
      dependencies: [
        "DigitalMaturity", "MaturityQuestionnaires", "MaturityScoringRules", "MaturityTables", "MaturityTesting",
        "MaturityYAML",
      ]),
    .testTarget(
      name: "MaturityScoringRulesTests",
      dependencies: [
        "DigitalMaturity", "MaturityQuestionnaires", "MaturityScoringRules", "MaturityTesting", "MaturityYAML",
      ], exclude: ["PublishedModels"]),
    .testTarget(
      name: "MaturitySkillsTests",
      dependencies: [
        "DigitalMaturity", "MaturityQuestionnaires", "MaturityReports", "MaturityScoringRules", "MaturitySkills",
        "MaturityTables", "MaturityYAML",
      ]),
    .testTarget(
      name: "MaturityPlanningTests",
      dependencies: [
        "DigitalMaturity", "MaturityPlanning", "MaturityQuestionnaires", "MaturityScoringRules", "MaturityYAML",
      ]),
    .testTarget(
      name: "StarterAssessmentsTests",
      dependencies: [
        "DigitalMaturity", "MaturityOffice", "MaturityPlanning", "MaturityQuestionnaires", "MaturityReports",
        "MaturityScoringRules", "MaturitySkills", "MaturityYAML", "StarterAssessments",
      ]),
    .testTarget(
      name: "MaturityTestingTests",
      dependencies: ["DigitalMaturity", "MaturityQuestionnaires", "MaturityScoringRules", "MaturityTesting"]),
    .testTarget(name: "MaturityYAMLTests", dependencies: ["DigitalMaturity", "MaturityYAML"]),
    .testTarget(
      name: "MaturityReportsTests",
      dependencies: ["DigitalMaturity", "MaturityReports", "MaturityTables", "MaturityTesting", "MaturityYAML"],
      exclude: ["Snapshots"]),
    .testTarget(
      name: "MaturityOfficeTests",
      dependencies: ["DigitalMaturity", "MaturityOffice", "MaturityTables", "MaturityYAML"]),
    .testTarget(
      name: "DocumentationTests",
      dependencies: [
        "DigitalMaturity", "MaturityTables", "MaturityScoringRules", "MaturityQuestionnaires", "MaturitySkills",
        "MaturityYAML", "MaturityReports", "MaturityTesting",
      ]),
    .testTarget(
      name: "maturityTests", dependencies: ["maturity", "DigitalMaturity", "MaturityOffice", "MaturityTables"],
      exclude: ["Fixtures"]),
  ]
)

// One set of strict settings for every Swift target; warnings are errors where CI says so.
for target in package.targets where target.type != .system && target.name != "CStarterAssessments" {
  var settings: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .strictMemorySafety(),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
  ]
  if Context.environment["CI"] != nil { settings.append(.treatAllWarnings(as: .error)) }
  target.swiftSettings = settings
}
