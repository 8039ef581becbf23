/// Whether answers to a questionnaire that groups agree (`mode: consensus`) can be what they claim to be: one row a session.
///
/// Nothing of an agreed answer is withheld, so rows of single people must never be scored as if a group had agreed them.
/// Count all rows before results are published:
///
/// ```swift
/// var agreed = AgreedAnswers(of: questionnaire)
/// agreed?.add(sheet)  // as often as there are blocks
/// if let problems = agreed?.problems, !problems.isEmpty { … }
/// ```
///
/// Sessions are told apart by the attribute `session`; without one, by all attributes together. How many took part is said by
/// the attribute `present`, where there is one.
public struct AgreedAnswers: Sendable, Hashable {
  /// The attribute that tells sessions apart.
  public static let session: Identifier<Attribute> = "session"
  /// The attribute that says how many took part.
  public static let present: Identifier<Attribute> = "present"

  private let questionnaire: Identifier<Questionnaire>
  private let attributes: [Attribute]
  /// The positions of the attributes that tell sessions apart.
  private let places: [Int]
  /// The position of the attribute that says how many took part.
  private let presence: Int?
  /// How many rows each session has, by the values of those attributes.
  private var rows: [[UInt16]: Int] = [:]
  private var withoutPresence = 0

  /// Counts nothing yet.
  /// - Returns: Nil for a questionnaire that people answer one by one.
  public init?(of questionnaire: Questionnaire) {
    guard questionnaire.mode == .consensus else { return nil }
    self.questionnaire = questionnaire.id
    attributes = questionnaire.attributes
    let session = questionnaire.attributes.firstIndex { $0.id == Self.session }
    places = session.map { [$0] } ?? Array(questionnaire.attributes.indices)
    presence = questionnaire.attributes.firstIndex { $0.id == Self.present }
  }

  /// Counts the rows of a sheet. O(rows).
  public mutating func add(_ sheet: AnswerSheet) {
    guard sheet.attributes.count == attributes.count else { return }
    for row in 0..<sheet.count {
      let key = places.map { min(sheet.attributes[$0][row], attributes[$0].notStated) }
      rows[key, default: 0] += 1
      if let presence, sheet.attributes[presence][row] >= attributes[presence].notStated { withoutPresence += 1 }
    }
  }

  /// Adds what another has counted of the same questionnaire.
  public mutating func merge(_ other: AgreedAnswers) {
    rows.merge(other.rows) { $0 + $1 }
    withoutPresence += other.withoutPresence
  }

  /// What speaks against it: an error for each session with several rows, and a warning where rows do not say how many took
  /// part. Empty where nothing does.
  public var problems: [Diagnostic] {
    let several = rows.filter { $0.value > 1 }.sorted { $0.key.lexicographicallyPrecedes($1.key) }
    var problems = several.map { key, count in
      Diagnostic(
        .severalAgreed,
        "“\(questionnaire)” has one row a session, and \(name(of: key)) has \(count): single people's answers are not scored as "
          + "agreed ones, of which nothing is withheld; score them with a questionnaire that people answer one by one")
    }
    if withoutPresence > 0 {
      let these = withoutPresence == 1 ? "1 row does" : "\(withoutPresence) rows do"
      problems.append(
        Diagnostic(
          .severalAgreed, severity: .warning,
          "\(these) not say how many took part: fill in “\(Self.present)”; it takes five or more to agree an answer that is shown"
        ))
    }
    return problems
  }

  private func name(of key: [UInt16]) -> String {
    if key.isEmpty { return "the file" }
    let values = zip(places, key).map { place, value in
      let attribute = attributes[place]
      let known = attribute.values.indices.contains(Int(value)) ? attribute.values[Int(value)].id.rawValue : nil
      return known.map { "“\($0)”" } ?? "no \(attribute.id)"
    }
    return values.joined(separator: " with ")
  }
}

extension Diagnostic.Code {
  /// Several rows that one session is said to have agreed.
  public static let severalAgreed = Self(rawValue: "several-agreed")
}
