/// A way of showing results: an HTML page, a table, a file for another program.
public protocol ReportFormat: Sendable {
  /// The format's name on a command line, such as `html`.
  var name: String { get }
  /// The file name ending, without the dot.
  var fileExtension: String { get }
  /// Writes the results. Takes only what may be shown.
  func write(_ context: ReportContext, to output: inout ByteOutput)
}

/// What a report is made of.
public struct ReportContext: Sendable {
  /// The assessment that was scored.
  public let assessment: Assessment
  /// The results: one for each questionnaire, side by side and never pooled.
  public let scorecards: [PublishableScorecard]
  /// How the report is worded and laid out.
  public let options: ReportOptions
  /// How many people there are in each group, whether they answered or not, for the response rates of a questionnaire.
  public let headcounts: [Identifier<Questionnaire>: Headcounts]

  /// What groups wrote beside answers that they agreed; of a questionnaire that people answer one by one there is nothing.
  public let agreedTexts: [AgreedTexts]

  /// Makes a context.
  public init(
    assessment: Assessment, scorecards: [PublishableScorecard], agreedTexts: [AgreedTexts] = [],
    options: ReportOptions = ReportOptions(), headcounts: [Identifier<Questionnaire>: Headcounts] = [:]
  ) {
    self.assessment = assessment
    self.scorecards = scorecards
    self.agreedTexts = agreedTexts
    self.options = options
    self.headcounts = headcounts
  }
}

/// How a report is worded and laid out.
public struct ReportOptions: Sendable, Hashable {
  /// The language tag of the texts of the assessment; its own language when not set.
  public var language: String?
  /// The words of the report itself.
  public var words: MessageCatalogue
  /// A sentence shown at the top, such as that the data are synthetic.
  public var note: String?
  /// How many characters a line of a text table may have; no limit when not set.
  public var width: Int?

  /// Makes options.
  public init(
    language: String? = nil, words: MessageCatalogue = .english, note: String? = nil, width: Int? = nil
  ) {
    self.language = language
    self.words = words
    self.note = note
    self.width = width
  }
}

/// Results as the JSON that programs read, and that ``PublishableScorecard/read(_:file:limits:)`` reads back.
public struct JSONReportFormat: ReportFormat {
  /// `json`.
  public let name = "json"
  /// `json`.
  public let fileExtension = "json"

  /// Makes the format.
  public init() {}

  /// Writes the scorecards.
  public func write(_ context: ReportContext, to output: inout ByteOutput) {
    let pooled = context.pooledScores
    let json = PublishableScorecard.json(context.scorecards) { writer in
      guard !pooled.isEmpty else { return }
      writer.key("pooled")
      writer.array { writer in
        for score in pooled { score.write(to: &writer) }
      }
    }
    output.write(bytes: json.bytes)
  }
}
