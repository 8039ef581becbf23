import DigitalMaturity

/// The words of a report in its language, and numbers as the language writes them. Each number is rounded here, once.
///
/// Called as a function with a phrase and what is put in: `words(.gapBelow, ["gap": "0.4"])`.
final class ReportWords: Sendable {
  let catalogue: MessageCatalogue
  /// What stands before and behind the number of a share, found once: tables are full of shares.
  private let share: (before: String, after: String)

  init(catalogue: MessageCatalogue) {
    self.catalogue = catalogue
    var (before, after, isBehind) = ("", "", false)
    for piece in catalogue.pieces(CommonMessage.percent, ["number": 0]) {
      switch piece {
      case .words(let words): if isBehind { after += words } else { before += words }
      case .argument: isBehind = true
      }
    }
    share = (before, after)
  }

  /// The language tag of the words.
  var language: String { catalogue.language }

  /// A phrase of reports.
  func callAsFunction(
    _ message: ReportMessage, _ arguments: KeyValuePairs<String, any MessageArgument> = [:]
  ) -> Phrase {
    phrase(message, arguments)
  }

  /// A phrase of every part of the interface.
  func callAsFunction(
    _ message: CommonMessage, _ arguments: KeyValuePairs<String, any MessageArgument> = [:]
  ) -> Phrase {
    phrase(message, arguments)
  }

  /// A phrase of a session's pages.
  func callAsFunction(
    _ message: SessionMessage, _ arguments: KeyValuePairs<String, any MessageArgument> = [:]
  ) -> Phrase {
    phrase(message, arguments)
  }

  /// A phrase of papers.
  func callAsFunction(
    _ message: PaperMessage, _ arguments: KeyValuePairs<String, any MessageArgument> = [:]
  ) -> Phrase {
    phrase(message, arguments)
  }

  /// A phrase of forms.
  func callAsFunction(
    _ message: FormMessage, _ arguments: KeyValuePairs<String, any MessageArgument> = [:]
  ) -> Phrase {
    phrase(message, arguments)
  }

  /// A text quoted within a sentence, which has a full stop of its own.
  func quoted(_ text: Content) -> Phrase {
    let isSentence = text.text.hasSuffix(".") && !text.text.hasSuffix("..")
    return self(.quoted, ["text": isSentence ? Content(String(text.text.dropLast()), language: text.language) : text])
  }

  /// A phrase as it is written with plain text.
  func text(_ message: ReportMessage, _ arguments: KeyValuePairs<String, any MessageArgument> = [:]) -> String {
    phrase(message, arguments).plain
  }

  /// A phrase of charts, as it is written with plain text.
  func text(_ message: ChartMessage, _ arguments: KeyValuePairs<String, any MessageArgument> = [:]) -> String {
    phrase(message, arguments).plain
  }

  /// A phrase of tables, as it is written with plain text.
  func text(_ message: TableMessage) -> String { phrase(message, [:]).plain }

  /// A phrase with what is put in set apart; one that the catalogue lacks is English, and marked so.
  private func phrase(
    _ message: some CatalogueMessage, _ arguments: KeyValuePairs<String, any MessageArgument>
  ) -> Phrase {
    let isOwn = catalogue.has(message)
    func words(_ text: String) -> Phrase.Part {
      isOwn ? .words(text) : .foreign(text, language: MessageCatalogue.english.language)
    }
    var phrase = Phrase("")
    for piece in catalogue.pieces(message, arguments) {
      switch piece {
      case .words(let text): phrase.append(words(text))
      case .argument(let content as Content): phrase.append(.content(content))
      case .argument(let inner as Phrase): for part in inner.parts { phrase.append(part) }
      case .argument(let argument): phrase.append(words(argument.messageText))
      }
    }
    return phrase
  }

  /// What a reader must know of words that nobody has checked, in their language and in English; empty for others.
  var draftNote: [Phrase] {
    catalogue.draftNote.map { note in
      note.language == language
        ? Phrase(note.text) : Phrase(part: .foreign(note.text, language: note.language))
    }
  }

  /// Why a figure has no value, in a sentence.
  func reason(_ reason: Undefined) -> Phrase {
    if let sentence = catalogue.sentence(of: reason) { return Phrase(sentence) }
    if language == MessageCatalogue.english.language { return Phrase(reason.sentence) }
    return Phrase(part: .foreign(reason.sentence, language: MessageCatalogue.english.language))
  }

  /// Phrases with commas between them and “and” before the last: `a, b and c`.
  func list(_ phrases: [Phrase]) -> Phrase { list(phrases, last: .listAnd) }

  /// Phrases with commas between them and “or” before the last.
  func listOr(_ phrases: [Phrase]) -> Phrase { list(phrases, last: .listOr) }

  private func list(_ phrases: [Phrase], last: CommonMessage) -> Phrase {
    var list = phrases.first ?? ""
    for (index, phrase) in phrases.enumerated().dropFirst() {
      list =
        index == phrases.count - 1
        ? self(last, ["list": list, "last": phrase]) : self(.listNext, ["list": list, "next": phrase])
    }
    return list
  }

  // MARK: Numbers

  /// Whether decimals stand behind a point, as they do in ``ByteOutput``.
  var hasDecimalPoint: Bool { catalogue.decimalSeparator == "." }

  /// A number with so many decimals.
  func rounded(_ number: Double, decimals: Int) -> String {
    catalogue.decimal(DecimalText.rounded(number, decimals: decimals))
  }

  /// A figure, or the dash or the marker.
  func figure(_ figure: Figure<Double>, decimals: Int) -> String {
    switch figure {
    case .value(let value): rounded(value, decimals: decimals)
    case .undefined(let reason): reason.code == .withheld ? NumberWords.withheld : NumberWords.none
    }
  }

  /// A number as its author wrote it: `4`, `3.5`.
  func exact(_ number: Double) -> String { catalogue.decimal(NumberWords.exact(number)) }

  /// Days for a sentence, which may have a form of its own for one.
  func days(_ number: Double) -> any MessageArgument { Int(exactly: number) ?? exact(number) }

  /// A share of 0 to 1 in whole percent, with a space that does not break.
  func percent(_ share: Double) -> String { percent(of: DecimalText.rounded(share * 100, decimals: 0)) }

  /// A share of 0 to 1 in percent as its author wrote it.
  func exactPercent(_ share: Double) -> String { percent(of: exact(share * 100)) }

  private func percent(of number: String) -> String { share.before + number + share.after }

  /// A share in whole percent, or the dash or the marker.
  func percent(_ share: Figure<Double>) -> String {
    switch share {
    case .value(let value): percent(value)
    case .undefined(let reason): reason.code == .withheld ? NumberWords.withheld : NumberWords.none
    }
  }

  /// What a score is made of: `one question`, `3 areas`.
  func basis(_ provenance: Provenance) -> Phrase {
    self(provenance.source == .areas ? .basisAreas : .basisQuestions, ["count": provenance.items.count])
  }

  /// A timeframe in words: `January to March 2027`.
  func timeframe(_ timeframe: Timeframe) -> Phrase {
    let (from, to) = (timeframe.from, timeframe.to)
    if from == to { return monthOfYear(from) }
    return from.year == to.year
      ? self(.monthsOfYear, ["from": month(from), "to": month(to), "year": to.year])
      : self(.monthsOfYears, ["from": monthOfYear(from), "to": monthOfYear(to)])
  }

  /// A month in words: `January 2027`.
  func monthOfYear(_ month: Month) -> Phrase {
    self(.monthOfYear, ["month": self.month(month), "year": month.year])
  }

  private func month(_ month: Month) -> Phrase {
    CommonMessage.month(month.month).map { self($0) } ?? Phrase(month.description)
  }
}

extension Phrase: MessageArgument {
  /// The words alone.
  var messageText: String { plain }
}

extension Content: MessageArgument {
  /// The text as it came.
  var messageText: String { text }
}
