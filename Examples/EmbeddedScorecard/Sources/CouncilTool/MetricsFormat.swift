import DigitalMaturity

/// A report format of the tool's own: scores as gauges, in the text format that monitoring systems collect.
///
/// What is withheld or undefined has no line: a gauge without a value is absent, never 0.
struct MetricsFormat: ReportFormat {
  let name = "metrics"
  let fileExtension = "prom"

  init() {}

  func write(_ context: ReportContext, to output: inout ByteOutput) {
    output.write("# HELP council_area_score Score of an area, on the scale of its assessment's levels.\n")
    output.write("# TYPE council_area_score gauge\n")
    for scorecard in context.scorecards {
      for group in scorecard.groups {
        for area in group.areas {
          guard let score = area.score.value else { continue }
          output.write("council_area_score{assessment=\"\(Self.escaped(scorecard.assessment.id.rawValue))\"")
          output.write(",area=\"\(Self.escaped(area.name))\"")
          for part in group.key {
            output.write(",\(Self.label(part.attribute.rawValue))=\"\(Self.escaped(part.value?.rawValue ?? ""))\"")
          }
          output.write("} ")
          output.write(exact: score)
          output.write("\n")
        }
      }
    }
  }

  /// A label's name holds no hyphen, and does not begin with a digit.
  private static func label(_ id: String) -> String { "by_" + String(id.map { $0 == "-" ? "_" : $0 }) }

  private static func escaped(_ text: String) -> String {
    text.reduce(into: "") { escaped, character in
      switch character {
      case "\\": escaped += "\\\\"
      case "\"": escaped += "\\\""
      case "\n", "\r\n": escaped += "\\n"
      default: escaped.append(character)
      }
    }
  }
}
