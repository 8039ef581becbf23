public import DigitalMaturity

/// The words of reports and forms in a language that comes with the library: a file of `Assessments/words/`, built in.
public struct StarterCatalogue: Sendable {
  /// The language tag: the file's name.
  public let language: String
  /// The file, to be read with `Vocabulary.readCatalogue(from:path:limits:)`.
  public let source: MemorySource

  /// The file's path in the source.
  public var path: String { "\(language).yaml" }

  /// All that are built in, sorted by their language.
  public static let all: [StarterCatalogue] = StarterAssessment.files(of: "words")
    .sorted { $0.key < $1.key }.compactMap { path, bytes in
      guard path.hasSuffix(".yaml") else { return nil }
      return StarterCatalogue(language: String(path.dropLast(5)), source: MemorySource([path: bytes]))
    }

  /// The words for a language, by the lookup of RFC 4647: `cy` serves `cy-GB`.
  public static func forLanguage(_ language: String) -> StarterCatalogue? {
    LocalizedText.lookup(language, in: all.map(\.language)).flatMap { found in all.first { $0.language == found } }
  }
}
