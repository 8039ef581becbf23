import ArgumentParser
import DigitalMaturity
import MaturityYAML
import StarterAssessments

/// In which language a command writes, shared by those that show texts.
struct LanguageArguments: ParsableArguments {
  static let languageHelp: ArgumentHelp =
    "The language of texts, as a language tag such as cy; what is missing in it is told."
  static let wordsHelp = ArgumentHelp(
    "A file with the words of reports and forms in the language, where none is built in.", valueName: "file")

  @Option(help: Self.languageHelp) var language: String?

  @Option(help: Self.wordsHelp, completion: .file()) var words: String?

  func validate() throws {
    if let language, !LocalizedText.isLanguageTag(language) {
      throw ValidationError("“\(language)” is not a language tag such as en, cy or en-GB")
    }
  }

  /// Reads an assessment, and tells what of it is missing in the language.
  /// - Parameter questionnaire: The only questionnaire whose texts are shown; the whole assessment when nil.
  func read(_ argument: AssessmentArgument, onlyOf questionnaire: String? = nil) throws -> Assessment {
    let assessment = try argument.read()
    guard let language else { return assessment }
    let shown = try questionnaire.map { try assessment.questionnaire(named: $0) }
    if let sentence = assessment.coverage(in: language, of: shown).sentence { Terminal.note(sentence) }
    return assessment
  }

  /// The words of reports in the language: of the file that is named, else those that are built in, else English. Tells what
  /// is missing of them, and that a draft is one.
  func catalogue(isTold: Bool = true) throws -> MessageCatalogue {
    guard let catalogue = try readCatalogue() else {
      if isTold, let language, !MessageCatalogue.english.serves(language) {
        let name = LanguageCoverage.name(of: language)
        Terminal.note("\(name): the words of reports and forms are English; --words names a file with others")
      }
      return .english
    }
    if isTold, let sentence = catalogue.sentence { Terminal.note(sentence) }
    if isTold, catalogue.isDraft {
      let name = LanguageCoverage.name(of: catalogue.language)
      Terminal.note("\(name): the words of reports and forms are a draft that nobody has reviewed")
    }
    return catalogue
  }

  private func readCatalogue() throws -> MessageCatalogue? {
    if let words {
      let slash = words.lastIndex(of: "/")
      let folder = slash.map { String(words[..<$0]) } ?? "."
      return try read(
        slash.map { String(words[words.index(after: $0)...]) } ?? words,
        from: FolderSource(path: folder.isEmpty ? "/" : folder), folder: slash == nil ? "" : folder)
    }
    guard let language, let starter = StarterCatalogue.forLanguage(language) else { return nil }
    return try read(starter.path, from: starter.source, folder: "words")
  }

  private func read(_ file: String, from source: any DocumentSource, folder: String) throws -> MessageCatalogue {
    do throws(DocumentError) {
      let catalogue = try Vocabulary.all.readCatalogue(from: source, path: file)
      if !catalogue.warnings.isEmpty {
        Terminal.message(DiagnosticPrinter(source: source, folder: folder).text(catalogue.warnings))
      }
      return catalogue
    } catch {
      Terminal.message(DiagnosticPrinter(source: source, folder: folder).text(error.diagnostics))
      throw ExitCode.of(error)
    }
  }
}
