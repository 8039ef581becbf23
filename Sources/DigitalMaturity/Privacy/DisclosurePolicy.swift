/// How many people must stand behind a figure before it may be shown.
public struct DisclosurePolicy: Sendable, Hashable {
  /// The fewest people behind a figure that is shown.
  public let threshold: Int

  /// The least threshold there is.
  public static let minimumThreshold = 5

  /// Ten people.
  public static let standard = DisclosurePolicy(threshold: 10)

  /// Makes a policy; a threshold below ``minimumThreshold`` is raised to it.
  public init(threshold: Int) { self.threshold = max(threshold, Self.minimumThreshold) }
}
