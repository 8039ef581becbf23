import Foundation
import Testing

@Suite("maturity check") struct CheckTests {
  static let valid = """
    format: 1
    id: small
    version: 1.0.0
    title: Small
    levels:
      - {id: low, value: 1, name: Low}
      - {id: high, value: 5, name: High}
    areas:
      - {id: work, name: Work, target: 4}
    scoring:
      areas: {rule: weighted-mean}
    questionnaires:
      - include: staff.yaml
    """
  static let staff = """
    id: staff
    title: Staff
    sections:
      - id: work
        questions:
          - {id: q1, kind: yes-no, text: Does it work?, measures: {areas: [work]}}
    """

  @Test(
    "a starter, its folder and its file are the same assessment",
    arguments: [
      "digital-first", "Assessments/digital-first", "Assessments/digital-first/",
      "Assessments/digital-first/assessment.yaml",
    ])
  func starter(_ argument: String) throws {
    let run = try CommandLineRun("check", argument)
    #expect(run.status == 0)
    #expect(run.output == "digital-first 1.0.0 is valid: 9 areas, 5 questionnaires, 153 questions\n")
    #expect(run.errors == "")
  }

  @Test("all problems at once, each with place, source line and caret; exit 65")
  func problems() throws {
    let folder = try TemporaryFolder()
    let broken = Self.valid.replacingOccurrences(of: "target: 4", with: "traget: 4")
      .replacingOccurrences(of: "weighted-mean", with: "weigthed-mean")
    try folder.write(broken, to: "assessment.yaml")
    try folder.write(Self.staff.replacingOccurrences(of: "yes-no", with: "yesno"), to: "staff.yaml")
    let run = try CommandLineRun("check", folder.url.path)
    #expect(run.status == 65)
    #expect(run.output == "")
    let path = folder.url.path
    #expect(
      run.errors.contains(
        "\(path)/assessment.yaml:9:28: error: unknown key “traget”; did you mean “target”? [unknown-key]"))
    #expect(run.errors.contains("  - {id: work, name: Work, traget: 4}\n                             ^\n"))
    #expect(
      run.errors.contains(
        "\(path)/assessment.yaml:11:17: error: there is no scoring rule “weigthed-mean”; did you mean “weighted-mean”?")
    )
    #expect(
      run.errors.contains(
        "\(path)/staff.yaml:6:24: error: there is no kind of question “yesno”; did you mean “yes-no”?"))
    #expect(run.errors.hasSuffix("3 errors\n"))
  }

  @Test("a repeated key does not hide the other problems, in the main file and in an included one")
  func repeatedKeys() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      Self.valid.replacingOccurrences(of: "version: 1.0.0", with: "version: one\nid: again"), to: "assessment.yaml")
    try folder.write(
      Self.staff.replacingOccurrences(of: "title: Staff", with: "title: Staff\ntitle: Staff\nmood: good"),
      to: "staff.yaml")
    let run = try CommandLineRun("check", folder.url.path)
    #expect(run.status == 65)
    for part in [
      "assessment.yaml:3:10: error: “one” is not a version",
      "assessment.yaml:4:1: error: the key “id” stands here again",
      "staff.yaml:3:1: error: the key “title” stands here again", "staff.yaml:4:1: error: unknown key “mood”",
      "4 errors",
    ] { #expect(run.errors.contains(part), "\(part)\n\(run.errors)") }
  }

  @Test("an assessment that is nowhere exits 66 and names the nearest")
  func missing() throws {
    let run = try CommandLineRun("check", "digital-frist")
    #expect(run.status == 66)
    #expect(run.errors.contains("did you mean “digital-first”?"))
  }

  @Test("a folder without an assessment exits 66")
  func emptyFolder() throws {
    let folder = try TemporaryFolder()
    #expect(try CommandLineRun("check", folder.url.path).status == 66)
  }

  @Test("wrong usage exits 64")
  func usage() throws {
    #expect(try CommandLineRun("check").status == 64)
    #expect(try CommandLineRun("chekc", "digital-first").status == 64)
    #expect(try CommandLineRun("check", "digital-first", "--nonsense").status == 64)
  }

  @Test("an include outside the folder, a circle and a link are refused with their places")
  func includes() throws {
    let folder = try TemporaryFolder()
    try folder.write("[]", to: "outside.yaml")
    let inner = folder.url.appendingPathComponent("inner")
    let text = Self.valid.replacingOccurrences(
      of: "  - include: staff.yaml",
      with: """
          - include: ../outside.yaml
          - include: circle.yaml
          - include: link.yaml
          - include: missing.yaml
        """)
    try folder.write(text, to: "inner/assessment.yaml")
    try folder.write("include: circle.yaml", to: "inner/circle.yaml")
    try FileManager.default.createSymbolicLink(
      at: inner.appendingPathComponent("link.yaml"),
      withDestinationURL: folder.url.appendingPathComponent("outside.yaml"))
    let run = try CommandLineRun("check", inner.path)
    #expect(run.status == 65)
    #expect(run.errors.contains("leaves the assessment's folder"))
    #expect(run.errors.contains("in a circle"))
    #expect(run.errors.contains("through a link"))
    #expect(run.errors.contains("missing.yaml"))
  }

  @Test(
    "hostile files fail with a place",
    arguments: [
      ("", "empty-document"), ("a: 1\n---\nb: 2\n", "several-documents"),
      (String(repeating: "[", count: 100_000), "limit"), ("\u{0}", "encoding"),
      (
        "a: &a [x,x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b,*b]\n"
          + "d: &d [*c,*c,*c,*c,*c,*c,*c,*c,*c,*c]\ne: &e [*d,*d,*d,*d,*d,*d,*d,*d,*d,*d]\n"
          + "f: &f [*e,*e,*e,*e,*e,*e,*e,*e,*e,*e]\ng: [*f,*f,*f,*f,*f,*f,*f,*f,*f,*f]\n", "limit"
      ),
    ])
  func hostile(_ text: String, _ code: String) throws {
    let folder = try TemporaryFolder()
    try folder.write(text, to: "assessment.yaml")
    let run = try CommandLineRun("check", folder.url.path)
    #expect(run.status == 65)
    #expect(run.errors.contains("[\(code)]"), "\(run.errors)")
    #expect(run.errors.contains("assessment.yaml:"))
  }
}
