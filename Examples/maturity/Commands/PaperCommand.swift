import ArgumentParser
import DigitalMaturity
import MaturityReports

struct PaperCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "paper", _superCommandName: "maturity",
    abstract: "Write a paper made of results: for those who took part, or likely questions of a board.",
    discussion: """
      you-said is one side of A4 for those who took part: what they said, what is being done, what happens next. questions \
      are five that a board may ask, each with the figures and where they stand: the five that the figures tell most of; with \
      --base one is what changed. With --budget both tell of the actions that are chosen within so many officer-days; else of \
      what results recommend.
      """)

  enum Kind: String, ExpressibleByArgument, CaseIterable {
    case youSaid = "you-said"
    case questions
  }

  @Argument(help: "you-said or questions.")
  var kind: Kind

  @OptionGroup var results: ResultArguments

  @Option(help: "What happens next, in a sentence, for you-said; may repeat.")
  var next: [String] = []

  @Option(help: "Whom those who took part can ask, for you-said.")
  var contact: String?

  @Option(help: "A sentence for the top, such as that the data are synthetic.")
  var note: String?

  @OptionGroup var paper: PaperArguments

  mutating func validate() throws {
    if results.now == nil {
      throw ValidationError("name the results that the paper is made of with --now, such as --now results.json")
    }
  }

  func run() throws {
    let format = try paper.resolvedFormat()
    let (now, base) = try results.contexts(note: note)
    let made =
      switch kind {
      case .youSaid: YouSaidPaper(next: next, contact: contact).paper(now, programme: results.programme(now))
      case .questions: LikelyQuestionsPaper.paper(now, base: base, programme: results.programme(now))
      }
    try OutputFile.write(format.bytes(of: made, words: now.options.words), to: paper.output, force: paper.force)
  }
}
