public import DigitalMaturity
import MaturityTables

/// An empty response file: the header that ``ResponseReader`` understands, for keying answers in.
public enum ResponseForm {
  /// One row of CSV: `respondent`, the attributes, the questions.
  public static func csv(_ questionnaire: Questionnaire) -> ByteOutput {
    var writer = CSVWriter()
    writer.text("respondent")
    for attribute in questionnaire.attributes { writer.text(attribute.id.rawValue) }
    for question in questionnaire.questions { writer.text(question.id.rawValue) }
    writer.endRow()
    var output = ByteOutput()
    output.write(bytes: writer.bytes)
    return output
  }
}
