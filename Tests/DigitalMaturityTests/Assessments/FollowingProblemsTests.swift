import DigitalMaturity
import Testing

@Suite("What follows from another problem is not reported") struct FollowingProblemsTests {
  static let questions = """
    id: staff
    title: Staff
    sections:
      - id: all
        title: All
        questions:
          - {id: now, snapshot: work, text: Which is closest?}
          - {id: soon, snapshot: rest, text: And this?}
    """

  private func problems(_ areas: String) -> [String] {
    SmallAssessment.diagnostics([
      "assessment.yaml": """
      format: 1
      id: small
      version: 1.0.0
      title: Small
      levels:
        - {id: low, value: 1, name: Low}
        - {id: high, value: 2, name: High}
      areas: {include: areas.yaml}
      scoring:
        areas: {rule: weighted-mean}
      questionnaires:
        - include: staff.yaml
      """,
      "areas.yaml": areas, "staff.yaml": Self.questions,
    ]).map { "\($0.location?.file ?? ""):\($0.location?.line ?? 0) \($0.code.rawValue)" }
  }

  @Test func aMisspeltLevelIsReportedWhereItStands() {
    #expect(
      problems(
        """
        - {id: work, name: Work, levels: {low: Weak., hihg: Strong.}}
        - {id: rest, name: Rest, levels: {low: Weak., high: Strong.}}
        """) == ["areas.yaml:1 unknown-reference"])
  }

  @Test func aLevelThatIsNotDescribedIsStillReported() {
    #expect(
      problems(
        """
        - {id: work, name: Work, levels: {low: Weak., hihg: Strong.}}
        - {id: rest, name: Rest, levels: {low: Weak.}}
        """) == ["areas.yaml:1 unknown-reference", "staff.yaml:8 missing-key"])
  }
}
