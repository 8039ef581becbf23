import DigitalMaturity
import MaturityQuestionnaires
import MaturityTables
import Testing

struct CodingFrameTests {
  static let text = """
    code,label,words
    talk,Wants to talk,talk;speak to;person;face to face
    hard,Hard to use,form;crash*;did not work;log in
    unaware,Did not know,did not know;didn't know;nobody told
    """

  static func read(_ text: String = text) throws(DocumentError) -> CodingFrame {
    try CodingFrame.read(.bytes(Array(text.utf8)), file: "coding.csv")
  }

  @Test(
    "a comment's reasons, the one with the most hints first",
    arguments: [
      ("I want to TALK.", ["talk"]),
      ("The form crashed.", ["hard"]),
      ("Crashes, and it did  not\nwork!", ["hard"]),
      ("I didn’t know", ["unaware"]),
      ("I did not. Know what I mean?", ["unaware"]),
      ("The form crashed, so I came to talk", ["hard", "talk"]),
      ("Talk about the form", ["talk", "hard"]),
      ("Small talkers", []),
      ("A formal thing", []),
      ("", []),
      ("🙂 …", []),
    ])
  func suggestions(_ comment: String, _ codes: [String]) throws {
    let frame = try Self.read()
    #expect(frame.suggestion(for: comment).reasons.map { frame.reasons[$0].code } == codes)
  }

  @Test func hintsAreToldAsTheyStandInTheFrame() throws {
    #expect(try Self.read().suggestion(for: "It crashed and did not work").hints == ["crash*", "did not work"])
  }

  @Test func otherIsAlwaysThere() throws {
    let frame = try Self.read()
    #expect(frame.reasons.map(\.code) == ["talk", "hard", "unaware", "other"])
    #expect(try Self.read("code,label,words\nother,Something else,\n").reasons.map(\.label) == ["Something else"])
    #expect(frame.position(of: " Wants to Talk") == 0)
    #expect(frame.position(of: "none") == nil)
  }

  @Test(arguments: [
    ("", ["1:1 empty-document"]),
    ("code,label\n", ["1:1 missing-key"]),
    ("code,lable,code,words\n", ["1:3 duplicate-id", "1:1 missing-key"]),
    ("code,label,words\n", ["1:1 empty-document"]),
    ("code,label,words\nA b,X,x\nnone,Y,y\n", ["2:1 invalid-value", "3:1 invalid-value"]),
    ("code,label,words\na,X,x\na,Y,y\n", ["3:1 duplicate-id"]),
    ("code,label,words\na,X,x;…\nb,Y,X\n", ["2:1 invalid-value", "3:1 invalid-value"]),
    ("code,label,words\na,X,x; x\n", ["2:1 invalid-value"]),
  ])
  func whatIsWrongIsSaidWithItsPlace(_ text: String, _ places: [String]) {
    let error = #expect(throws: DocumentError.self) { try Self.read(text) }
    #expect(
      error?.diagnostics.map { "\($0.location?.line ?? 0):\($0.location?.column ?? 0) \($0.code.rawValue)" } == places)
  }
}
