import DigitalMaturity
import MaturityReports

extension TextTable {
  /// A table of a label and numbers.
  /// - Parameter readableName: How much of the labels stays where numbers can go into a further part.
  init(label: String, numbers: [String], readableName: Int = 20) {
    self.init(
      [Column(heading: label, isNumber: false)] + numbers.map { Column(heading: $0, isNumber: true) },
      readableName: readableName)
  }
}
