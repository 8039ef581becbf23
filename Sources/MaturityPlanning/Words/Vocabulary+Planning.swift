public import DigitalMaturity

extension Vocabulary {
  /// Adds the phrases of planning pages, so that catalogues of other languages may hold them.
  public mutating func addPlanning() { add(messages: PlanMessage.self) }
}
