/// The way from the root of a document or model to one of its values, such as `areas[2].levels.just-starting`.
///
/// The checks of the model speak in paths. For a model that was read, the path leads to a place in a file; for one
/// built in Swift the path itself is the place.
public struct ModelPath: Sendable, Hashable, CustomStringConvertible {
  /// One step of a path.
  public enum Step: Sendable, Hashable {
    /// The member of a mapping.
    case key(String)
    /// The element of a sequence, from 0.
    case index(Int)
  }

  /// The steps from the root.
  public var steps: [Step]

  /// The path to the root.
  public static let root = ModelPath(steps: [])

  /// Makes a path of steps.
  public init(steps: [Step]) { self.steps = steps }

  /// The path to a member of the mapping at this path.
  public subscript(_ key: String) -> ModelPath { ModelPath(steps: steps + [.key(key)]) }

  /// The path to an element of the sequence at this path.
  public subscript(_ index: Int) -> ModelPath { ModelPath(steps: steps + [.index(index)]) }

  /// The path as text, such as `areas[2].name`.
  public var description: String {
    var text = ""
    for step in steps {
      switch step {
      case .key(let key): text += text.isEmpty ? key : ".\(key)"
      case .index(let index): text += "[\(index)]"
      }
    }
    return text
  }
}
