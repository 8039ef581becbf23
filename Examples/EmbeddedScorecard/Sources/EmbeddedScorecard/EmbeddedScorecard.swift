import CouncilTool

/// Answers the requests that are named, or says what can be asked for.
@main
enum EmbeddedScorecard {
  static func main() throws {
    let service = try Sample.service()
    let requests = CommandLine.arguments.dropFirst()
    for path in requests.isEmpty ? service.paths : [] {
      let response = service.respond(to: path)
      print(response.status, path, response.contentType, "\(response.body.count) bytes")
    }
    for request in requests {
      print(String(decoding: service.respond(to: request).body, as: UTF8.self), terminator: "")
    }
  }
}
