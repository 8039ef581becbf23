/// A digital literacy: something that employees are expected to be able to do.
public struct Literacy: Sendable, Hashable {
  /// The literacy's id.
  public var id: Identifier<Literacy>
  /// A short name.
  public var name: LocalizedText
  /// What it covers.
  public var summary: LocalizedText?

  /// Makes a literacy.
  public init(id: Identifier<Literacy>, name: LocalizedText, summary: LocalizedText? = nil) {
    self.id = id
    self.name = name
    self.summary = summary
  }
}
