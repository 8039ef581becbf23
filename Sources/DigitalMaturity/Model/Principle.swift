/// A statement that a council has signed up to, which questions can be evidence for.
public struct Principle: Sendable, Hashable {
  /// The principle's id.
  public var id: Identifier<Principle>
  /// The set it belongs to.
  public var set: Identifier<PrincipleSet>
  /// A short name.
  public var name: LocalizedText
  /// The statement.
  public var statement: LocalizedText

  /// Makes a principle.
  public init(
    id: Identifier<Principle>, set: Identifier<PrincipleSet>, name: LocalizedText, statement: LocalizedText
  ) {
    self.id = id
    self.set = set
    self.name = name
    self.statement = statement
  }
}

/// A set of principles that belong together, such as the commitments of a declaration.
public struct PrincipleSet: Sendable, Hashable {
  /// The set's id.
  public var id: Identifier<PrincipleSet>
  /// A short name.
  public var name: LocalizedText
  /// Where its statements come from.
  public var source: LocalizedText?

  /// Makes a set.
  public init(id: Identifier<PrincipleSet>, name: LocalizedText, source: LocalizedText? = nil) {
    self.id = id
    self.name = name
    self.source = source
  }
}
