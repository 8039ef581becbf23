public import ArgumentParser

/// An argument that is one of several words. The parser's own lists of the words go by key paths, which are made anew in each
/// run; they say the same.
extension ExpressibleByArgument where Self: CaseIterable, Self: RawRepresentable, RawValue == String {
  /// The words, for help and completion.
  public static var allValueStrings: [String] { allCases.map { $0.rawValue } }
  /// Nothing: a word says what it is.
  public static var allValueDescriptions: [String: String] { [:] }
}
