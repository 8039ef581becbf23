/// Weights by id, such as the areas that an answer is evidence of: a small list in the order of ids, each once.
///
/// Read and written like a dictionary, and with a few entries, as there nearly always are, quicker than one. A look-up is
/// O(entries).
public struct Weights<Named>: Sendable, Hashable {
  /// One id with its weight.
  public struct Entry: Sendable, Hashable {
    /// What has the weight.
    public let id: Identifier<Named>
    /// Its weight.
    public var weight: Double

    @usableFromInline
    init(id: Identifier<Named>, weight: Double) {
      self.id = id
      self.weight = weight
    }
  }

  @usableFromInline var entries: [Entry] = []

  /// No weights.
  @inlinable
  public init() {}

  /// The weight of an id; nil, when it has none. Setting nil takes the id out.
  @inlinable
  public subscript(id: Identifier<Named>) -> Double? {
    get { entries.first { $0.id == id }?.weight }
    set {
      let place = entries.firstIndex { $0.id.rawValue >= id.rawValue } ?? entries.endIndex
      let isThere = place < entries.endIndex && entries[place].id == id
      switch (newValue, isThere) {
      case (let weight?, true): entries[place].weight = weight
      case (let weight?, false) where place == entries.endIndex: entries.append(Entry(id: id, weight: weight))
      case (let weight?, false): entries.insert(Entry(id: id, weight: weight), at: place)
      case (nil, true): entries.remove(at: place)
      case (nil, false): break
      }
    }
  }

  /// The ids, in order.
  public var ids: [Identifier<Named>] { entries.map(\.id) }
}

extension Weights: RandomAccessCollection {
  /// The first position.
  @inlinable
  public var startIndex: Int { entries.startIndex }
  /// The position behind the last.
  @inlinable
  public var endIndex: Int { entries.endIndex }
  /// The id and the weight at a position.
  @inlinable
  public subscript(position: Int) -> Entry { entries[position] }
}

extension Weights: ExpressibleByDictionaryLiteral {
  /// Weights as written; of an id that stands twice the last counts.
  @inlinable
  public init(dictionaryLiteral elements: (Identifier<Named>, Double)...) {
    for (id, weight) in elements { self[id] = weight }
  }
}

extension Weights: CustomStringConvertible {
  /// The weights, such as `leadership: 1, people: 0.5`.
  public var description: String {
    entries.map { "\($0.id): \(DecimalText.exact($0.weight))" }.joined(separator: ", ")
  }
}
