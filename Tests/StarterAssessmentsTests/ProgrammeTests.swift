import DigitalMaturity
import StarterAssessments
import Testing

@Suite("The programme of 2019") struct ProgrammeTests {
  private static func programme() throws -> Assessment {
    try Starter.read("digital-first", path: "programme-2019.yaml")
  }

  @Test("fifteen projects, three a workstream, from April 2019 to June 2020")
  func fifteenProjects() throws {
    let programme = try Self.programme()
    #expect(programme.warnings == [])
    #expect(programme.projects.count == 15)
    for workstream in programme.workstreams {
      #expect(programme.projects.count { $0.workstream == workstream.id } == 3, "\(workstream.id)")
    }
    let times = programme.projects.compactMap(\.timeframe)
    #expect(times.count == 15)
    #expect(times.map(\.from).min()?.description == "2019-04")
    #expect(times.map(\.to).max()?.description == "2020-06")
    #expect(programme.projects.allSatisfy { $0.description != nil })
  }

  @Test("workstreams and bodies are those of the assessment, and say what they do and decide")
  func sameWords() throws {
    let programme = try Self.programme()
    let assessment = try Starter.read("digital-first")
    #expect(programme.workstreams == assessment.workstreams)
    #expect(programme.governance == assessment.governance)
    #expect(programme.governance.count == 5 && programme.governance.allSatisfy { $0.decides != nil })
  }

  @Test("it says which of it is a reading of ours")
  func source() throws {
    let source = try #require(try Self.programme().source).text
    #expect(source.contains("own reading") && source.contains("stand-ins"))
  }
}
