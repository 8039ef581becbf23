import DigitalMaturity

/// The phrases of the page of indicators, in English. Catalogues of other languages have them under `indicators`. What a
/// spreadsheet gets has headings for programs, which are the same in every language.
enum IndicatorMessage: String, CatalogueMessage {
  static let group = "indicators"

  case knownOn = "As known on {day}."
  case whereWeAre = "Where we are"
  case sources = "Where the figures come from"
  case indicator = "Indicator"
  case baseline = "Baseline"
  case latest = "Latest"
  case of = "Of"
  case target = "Target"
  case done = "Done"
  case score = "Score"
  case level = "Level"
  case figure = "Figure"
  case value = "Value"
  case asPrinted = "As printed"
  case source = "Source"
  case doneNote =
    "Done is how much of the way from the baseline to the target is behind us; without a baseline there is no figure. Figures of different things are never one trend."
}
