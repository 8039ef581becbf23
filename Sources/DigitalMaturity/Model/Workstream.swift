/// A workstream of a programme: a kind of work that actions and projects belong to.
public struct Workstream: Sendable, Hashable {
  /// The workstream's id.
  public var id: Identifier<Workstream>
  /// A short name.
  public var name: LocalizedText
  /// What it does.
  public var summary: LocalizedText?

  /// Makes a workstream.
  public init(id: Identifier<Workstream>, name: LocalizedText, summary: LocalizedText? = nil) {
    self.id = id
    self.name = name
    self.summary = summary
  }
}

/// A body that decides about the programme, such as a scrutiny board.
public struct GovernanceBody: Sendable, Hashable {
  /// The body's id.
  public var id: Identifier<GovernanceBody>
  /// Its name.
  public var name: LocalizedText
  /// What it decides.
  public var decides: LocalizedText?

  /// Makes a body.
  public init(id: Identifier<GovernanceBody>, name: LocalizedText, decides: LocalizedText? = nil) {
    self.id = id
    self.name = name
    self.decides = decides
  }
}
