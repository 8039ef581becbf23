import CStarterAssessments
public import DigitalMaturity

/// An assessment to begin with: a folder that is whole and small, whose every file names the schema that editors check it
/// with.
public struct NewAssessment: Sendable {
  /// The id.
  public let id: Identifier<Assessment>
  /// The title.
  public let title: String

  /// Makes an assessment of a name, such as that of its folder: the id is the name in small letters, digits and hyphens.
  /// - Returns: Nil when the name has no letter or digit that an id can have.
  public init?(named name: String) {
    var slug = ""
    for scalar in name.lowercased().unicodeScalars {
      switch scalar {
      case "a"..."z", "0"..."9": slug.unicodeScalars.append(scalar)
      default: if !slug.isEmpty, slug.last != "-" { slug += "-" }
      }
    }
    while slug.last == "-" { slug.removeLast() }
    if slug.isEmpty { return nil }
    id = Identifier(slug)
    let words = slug.replacing("-", with: " ")
    title = words.prefix(1).uppercased() + words.dropFirst()
  }

  /// The files by their path in the folder, in the order in which to read them.
  public var files: [(path: String, bytes: [UInt8])] {
    [
      ("assessment.yaml", main), ("areas.yaml", Self.areas), ("questionnaires/staff.yaml", Self.staff),
      ("actions.yaml", Self.actions),
    ].map { ($0.0, Array($0.1.utf8)) } + Self.schemas.map { ("schema/\($0.name)", $0.bytes) }
  }

  /// The schemas of documents, by name.
  static let schemas: [(name: String, bytes: [UInt8])] = (0..<document_schema_count()).map { index in
    // The C side holds constant arrays: pointers stay valid, and `size` is theirs.
    let file = unsafe document_schema_at(index)
    let bytes = unsafe Array(UnsafeBufferPointer(start: file.bytes, count: Int(file.size)))
    return unsafe (String(cString: file.path), bytes)
  }

  private var main: String {
    """
    # yaml-language-server: $schema=schema/assessment.schema.json
    format: 1
    id: "\(id)"
    version: 0.1.0
    language: en
    title: "\(title)"
    summary: Say here what the assessment is for, and whom it asks.
    source: Say here where its content comes from.

    # From the lowest to the highest. A score has the last level whose value it reaches.
    levels:
      - id: starting
        value: 1
        name: Starting
        summary: It depends on one or two people.
      - id: growing
        value: 2
        name: Growing
        summary: Some teams do it, each in its own way.
      - id: steady
        value: 3
        name: Steady
        summary: There is an agreed way, and most teams follow it.
      - id: leading
        value: 4
        name: Leading
        summary: It is checked, and gets better each year.

    areas:
      include: areas.yaml

    # “maturity rules” lists the rules with their options.
    scoring:
      areas: {rule: weighted-mean, minimum-answered: 0.5}

    questionnaires:
      - include: questionnaires/staff.yaml

    workstreams:
      - id: engage
        name: Engage
        summary: Listens to people and tells them what is changing.

    actions:
      include: actions.yaml

    """
  }

  private static let areas = """
    # yaml-language-server: $schema=schema/areas.schema.json
    # What is scored. Each level says what you would see, so that people can choose what is true today.
    - id: support
      name: Support for staff
      summary: People get help with digital tools when they need it.
      target: 3
      levels:
        starting: People find their own way.
        growing: Some teams know whom to ask.
        steady: Most teams know whom to ask, and get an answer the same day.
        leading: Help comes before people ask, and each question makes it better.
    - id: online
      name: Online services
      summary: Residents can do more and more for themselves.
      target: 3
      levels:
        starting: Residents telephone or come in.
        growing: Some things can be asked for online, and then staff type them in again.
        steady: Most things can be done online from start to end.
        leading: Nearly all can be done online, and residents say what should be better.

    """

  private static let staff = """
    # yaml-language-server: $schema=../schema/questionnaire.schema.json
    id: staff
    title: How we work today
    audience: employees
    introduction: There are no right answers. Choose what is true today where you work.

    attributes:
      - id: team
        text: Where do you work?
        values:
          - id: front-office
            label: Front office
          - id: back-office
            label: Back office

    sections:
      - id: support
        title: Support for staff
        questions:
          # A snapshot's options are the area's own levels.
          - id: support-now
            snapshot: support
            text: Which is closest to the help you get today?
            allow: [dont-know]
          - id: support-time
            kind: level
            text: You cannot get on with a digital task. How soon does somebody help?
            options:
              - {id: a, score: 1, label: I never found anybody who could.}
              - {id: b, score: 2, label: After some days.}
              - {id: c, score: 3, label: The same day.}
              - {id: d, score: 4, label: "Within the hour, and they ask later whether it worked."}
            measures: {areas: [support]}
            allow: [dont-know, not-applicable]
      - id: online
        title: Online services
        questions:
          - id: online-now
            snapshot: online
            text: Which is closest to what residents can do online today?
            allow: [dont-know]

    """

  private static let actions = """
    # yaml-language-server: $schema=schema/actions.schema.json
    # What to do when a score is low. Effort is in officer-days.
    - id: name-a-helper
      name: Name a helper in each team
      description: Each team chooses one person who has an hour a week to help the others.
      area: support
      when: {area: support, below: 3}
      workstream: engage
      effort: 10
    - id: one-form
      name: Put one form online from start to end
      description: Choose the form that most people ask for, and build it with five of them.
      area: online
      when: {area: online, below: 3}
      workstream: engage
      effort: 20

    """
}
