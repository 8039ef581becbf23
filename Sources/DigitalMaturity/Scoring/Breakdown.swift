/// The attributes that groups are made of, and how a group's key is packed into a number.
struct Breakdowns: Sendable, Hashable {
  /// What was asked for: each a list of attributes, crossed.
  let requested: [[Int]]
  /// The attributes that any breakdown uses, in the questionnaire's order: together they make the finest groups.
  let finest: [Int]
  /// For each of those, the step of its value in a key.
  private let steps: [UInt32]
  /// For each of those, its number of values and one for not stated.
  private let radices: [UInt32]
  let attributes: [Attribute]
  /// The attribute whose values are resampled as clusters.
  let cluster: Int?

  /// The most finest groups there may be.
  static let limit = 65_536

  init(
    _ breakdowns: [[Identifier<Attribute>]], clusters: Identifier<Attribute>? = nil, of questionnaire: Questionnaire
  ) throws(DocumentError) {
    attributes = questionnaire.attributes
    var requested: [[Int]] = []
    var problems: [Diagnostic] = []
    func position(of id: Identifier<Attribute>) -> Int? {
      if let position = questionnaire.attributes.firstIndex(where: { $0.id == id }) { return position }
      let known = questionnaire.attributes.map(\.id.rawValue)
      problems.append(
        Diagnostic(
          .unknownReference,
          "the questionnaire “\(questionnaire.id)” has no attribute “\(DocumentNode.short(id.rawValue))”\(NearestName.hint(id.rawValue, in: known))"
        ))
      return nil
    }
    for breakdown in breakdowns {
      var positions: [Int] = []
      for id in breakdown {
        guard let position = position(of: id) else { continue }
        if !positions.contains(position) { positions.append(position) }
      }
      positions.sort()
      if !positions.isEmpty, !requested.contains(positions) { requested.append(positions) }
    }
    let cluster = clusters.flatMap(position)
    if !problems.isEmpty { throw DocumentError(problems) }
    self.requested = requested
    self.cluster = cluster
    finest = Set(requested.joined() + (cluster.map { [$0] } ?? [])).sorted()
    var steps: [UInt32] = []
    var radices: [UInt32] = []
    var groups = 1
    for position in finest {
      steps.append(UInt32(groups))
      let radix = questionnaire.attributes[position].values.count + 1
      radices.append(UInt32(radix))
      groups *= radix
      guard groups <= Self.limit else {
        throw DocumentError(
          Diagnostic(
            .limit,
            "these breakdowns make more than \(Self.limit) groups; break down by fewer attributes, or by ones with fewer values"
          ))
      }
    }
    self.steps = steps
    self.radices = radices
  }

  /// The key of each row of a sheet.
  func keys(of sheet: AnswerSheet, rows: Range<Int>) -> [UInt32] {
    var keys = Array(repeating: UInt32(0), count: rows.count)
    for (index, position) in finest.enumerated() {
      let values = sheet.attributes[position]
      let (last, step) = (radices[index] - 1, steps[index])
      var keys = keys.mutableSpan
      for row in keys.indices { keys[row] &+= min(UInt32(values[rows.lowerBound &+ row]), last) &* step }
    }
    return keys
  }

  /// A key reduced to the attributes of one breakdown: the positions of their values.
  func values(of key: UInt32, in breakdown: [Int]) -> [Int] {
    breakdown.map { position in
      guard let index = finest.firstIndex(of: position) else { return 0 }
      return Int(key / steps[index] % radices[index])
    }
  }

  /// What a group of a breakdown has in common.
  func key(_ values: [Int], in breakdown: [Int]) -> [GroupAttribute] {
    zip(values, breakdown).map { value, position in
      let attribute = attributes[position]
      let id = attribute.values.indices.contains(value) ? attribute.values[value].id : nil
      return GroupAttribute(attribute: attribute.id, value: id)
    }
  }
}
