public import DigitalMaturity

/// Something to learn from: a webinar, a guide, an hour with a digital champion.
public struct LearningItem: Sendable, Hashable {
  /// How it is learned.
  public enum Form: String, Sendable, Hashable, CaseIterable {
    /// An online session for many.
    case webinar
    /// A time and place where people come with what they need.
    case dropIn = "drop-in"
    /// Something to read or watch alone.
    case guide
    /// A series of meetings in which people make something.
    case codingClub = "coding-club"
    /// Time with a digital champion.
    case digitalChampion = "digital-champion"
  }

  /// One thing that is taught: a competence, from a level to another.
  public struct Step: Sendable, Hashable {
    /// What is taught.
    public var competence: Identifier<Competence>
    /// The lowest level at which somebody can follow.
    public var from: Identifier<ProficiencyLevel>
    /// The level reached.
    public var to: Identifier<ProficiencyLevel>

    /// Makes a step.
    public init(
      competence: Identifier<Competence>, from: Identifier<ProficiencyLevel>, to: Identifier<ProficiencyLevel>
    ) {
      self.competence = competence
      self.from = from
      self.to = to
    }
  }

  /// The item's id.
  public var id: Identifier<LearningItem>
  /// Its name.
  public var name: LocalizedText
  /// What it is.
  public var summary: LocalizedText?
  /// How it is learned.
  public var form: Form
  /// The hours that one learner needs: above 0.
  public var hours: Double
  /// The seats of one session; nil where there are no sessions, as with a guide.
  public var seats: Int?
  /// What is taught, in the author's order.
  public var teaches: [Step]

  /// Makes an item.
  public init(
    id: Identifier<LearningItem>, name: LocalizedText, summary: LocalizedText? = nil, form: Form, hours: Double,
    seats: Int? = nil, teaches: [Step]
  ) {
    self.id = id
    self.name = name
    self.summary = summary
    self.form = form
    self.hours = hours
    self.seats = seats
    self.teaches = teaches
  }
}
