public import DigitalMaturity
import MaturityPlanning

/// The tool's results by path, as a web server would give them: put it behind the one that you have.
///
/// It holds what may be shown and nothing else, so no request can ask for more.
public struct Service: Sendable {
  /// What a request is answered with.
  public struct Response: Sendable, Hashable {
    /// As in HTTP: 200, 400 or 404.
    public let status: Int
    /// What the body is.
    public let contentType: String
    /// The body.
    public let body: [UInt8]

    init(_ body: ByteOutput, status: Int = 200, as contentType: String = "application/json") {
      (self.status, self.contentType, self.body) = (status, contentType, body.bytes)
    }
  }

  private let surveys: [(survey: Survey, vocabulary: Vocabulary)]

  /// Serves surveys, each with the vocabulary whose report formats it can be asked for in.
  public init(_ surveys: [(survey: Survey, vocabulary: Vocabulary)]) { self.surveys = surveys }

  /// What can be asked for.
  public var paths: [String] {
    surveys.flatMap { survey, vocabulary in
      let pages = ["priorities", "roadmap"] + (survey.rounds.count > 1 ? ["changes"] : [])
      return (vocabulary.reportFormats.map(\.name) + pages).map { "/\(survey.assessment.id)/\($0)" }
    }
  }

  /// Answers a request such as `/digital-services/priorities?budget=60`.
  public func respond(to request: String) -> Response {
    let parts = request.split(separator: "?", maxSplits: 1)
    let path = (parts.first ?? "").split(separator: "/").map(String.init)
    var budget: Double?
    if let query = parts.dropFirst().first {
      guard query.hasPrefix("budget="), let days = Double(query.dropFirst(7)), days.isFinite, days > 0 else {
        return Self.refuse(400, "the only question is budget=, a number of officer-days above 0")
      }
      budget = days
    }
    guard path.count == 2, let found = surveys.first(where: { $0.survey.assessment.id.rawValue == path[0] }) else {
      return Self.refuse(404, "there is no such path; there are \(paths.joined(separator: ", "))")
    }
    return respond(to: path[1], budget: budget, found.survey, found.vocabulary)
  }

  private func respond(to page: String, budget: Double?, _ survey: Survey, _ vocabulary: Vocabulary) -> Response {
    switch page {
    case "priorities":
      let (priorities, selection) = survey.priorities(budget: budget)
      return Response(priorities.json(selection: selection))
    case "roadmap": return Response(survey.roadmap(budget: budget).json())
    case "changes":
      do throws(DocumentError) {
        if let changes = try survey.changes() { return Response(changes.json()) }
        return Self.refuse(404, "there has been one round: nothing can have changed yet")
      } catch { return Self.refuse(400, error.description) }
    default:
      guard let format = vocabulary.reportFormat(page) else {
        return Self.refuse(404, "\(survey.assessment.id) has no “\(page)”; there are \(paths.joined(separator: ", "))")
      }
      var body = ByteOutput()
      let context = ReportContext(assessment: survey.assessment, scorecards: Array(survey.rounds.suffix(1)))
      format.write(context, to: &body)
      return Response(body, as: Self.contentTypes[format.fileExtension] ?? "text/plain; charset=utf-8")
    }
  }

  private static let contentTypes = ["json": "application/json", "html": "text/html; charset=utf-8"]

  private static func refuse(_ status: Int, _ reason: String) -> Response {
    var writer = JSONWriter()
    writer.object { $0.member("error", reason) }
    return Response(writer.finish(), status: status)
  }
}
