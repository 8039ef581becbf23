import DigitalMaturity

/// Where the columns, names and numbers of a slope chart have room: on a wide page names stand on both sides, on a narrow one on
/// the right alone.
struct SlopeLayout: Sendable {
  let room: Drawing.Room
  /// Where the columns stand, one an assessment.
  let columns: [Share]
  /// What the columns are called, in lines.
  let heads: [[String]]
  /// Names are smaller where one of their words would be cut.
  let nameMark: Drawing.Mark
  private let left: [[String]]
  private let right: [[String]]
  private let numberWidths: (left: Double, right: Double)

  /// From one line of a column's head to the next.
  static let headLine = 16.0
  /// A number is shortened to so many pixels.
  static let longestNumber = 72.0
  /// From a column to the numbers beside it.
  static let gap = 24.0

  init(_ room: Drawing.Room, names: [String], rows: [SlopeChart.Row]) {
    self.room = room
    let isWide = room == .wide
    let width = isWide ? Drawing.wideWidth : Drawing.narrowWidth
    let last = max(names.count - 1, 1)
    func numberWidth(_ column: Int) -> Double {
      let texts = rows.map { TextWidth.of(PlainText.clean($0.text(column)), size: Drawing.size(of: .plain)) }
      return min(texts.max() ?? 0, Self.longestNumber)
    }
    let numbers = (left: numberWidth(0), right: numberWidth(names.count - 1))
    numberWidths = numbers
    // More assessments need more room between the ends.
    let (first, end) =
      isWide
      ? (names.count > 2 ? 0.3 : 0.36, names.count > 2 ? 0.7 : 0.64)
      : (min((numbers.left + Self.gap + 2) / width, 0.4), names.count > 2 ? 0.45 : 0.42)
    columns = names.indices.map { Share(first + (max(end, first + 0.1) - first) * Double($0) / Double(last)) }
    let places = columns.map { $0.value * width }
    let start = (left: numbers.left + Self.gap + 10, right: numbers.right + Self.gap + 10)
    let beside = width - (places.last ?? 0) - start.right
    let words = rows.flatMap { PlainText.clean($0.label).split(separator: " ") }.map(String.init)
    let isCut = words.contains { TextWidth.of($0, size: Drawing.size(of: .plain)) > beside }
    nameMark = !isWide && isCut ? .small : .plain
    let size = Drawing.size(of: nameMark)
    func lines(_ room: Double) -> [[String]] {
      rows.map { TextWidth.lines(PlainText.clean($0.label), to: max(room, 60), size: size, most: 4) }
    }
    left = isWide ? lines((places.first ?? 0) - start.left) : rows.map { _ in [] }
    right = lines(beside)
    heads = names.indices.map { index in
      let room =
        index == 0
        ? places[0] + (isWide ? 0 : (places.count > 1 ? places[1] - places[0] : 0) / 2 - 4)
        : index == names.count - 1
          ? width - places[index] + (isWide ? 0 : (places[index] - places[index - 1]) / 2 - 4)
          : places[index] - places[index - 1] - 8
      let name = PlainText.clean(names[index])
      let small = Drawing.size(of: .small)
      // What would be cut within a word is left out between the ends; the table has it.
      let isCut = name.split(separator: " ").contains { TextWidth.of(String($0), size: small) > room }
      if isCut, index > 0, index < names.count - 1 { return [] }
      return TextWidth.lines(name, to: max(room, 30), size: small, most: 3)
    }
  }

  /// Whether there is room for numbers beside the columns between.
  var hasMiddleNumbers: Bool {
    guard columns.count > 2 else { return false }
    return (columns[1].value - columns[0].value) * (room == .wide ? Drawing.wideWidth : Drawing.narrowWidth) >= 56
  }

  var headHeight: Double { Double(heads.map(\.count).max() ?? 0) * Self.headLine }

  /// Where the head of a column is written.
  func headPlace(_ index: Int) -> (Share, Drawing.Side) {
    if index == 0 { return room == .wide ? (columns[0], .end) : (.start, .start) }
    if index == columns.count - 1 {
      if room == .wide { return (columns[index], .start) }
      // From the middle between the last two.
      return (Share((columns[index].value + columns[index - 1].value) / 2 + 0.012), .start)
    }
    return (columns[index], .middle)
  }

  /// The names beside the first or the last column, in lines.
  func labels(at end: Int) -> [[String]] { end == 0 ? left : right }

  /// How far from its column a name begins.
  func nameStart(at end: Int) -> Double { (end == 0 ? numberWidths.left : numberWidths.right) + Self.gap + 10 }

  func height(of label: [String]) -> Double { Double(max(label.count, 1) - 1) * RowLabel.lineHeight + 22 }

  /// The height in which all names of a side have room.
  var leastHeight: Double {
    max(left.reduce(0) { $0 + height(of: $1) }, right.reduce(0) { $0 + height(of: $1) })
  }

  /// Places moved so that nothing stands on another, each as near to where it wants to be as the others let it: those that meet
  /// stand around the middle of where they want to be. O(n log n).
  static func apart(
    _ wishes: [(place: Double, height: Double)], within range: ClosedRange<Double>
  ) -> [Double] {
    struct Cluster {
      var members: [Int]
      var height: Double
      /// The sum of where its start would be for each member to stand where it wants to.
      var sum: Double
      var start: Double
    }
    var clusters: [Cluster] = []
    for index in wishes.indices.sorted(by: { (wishes[$0].place, $0) < (wishes[$1].place, $1) }) {
      let wish = wishes[index]
      let start = wish.place - wish.height / 2
      var last = Cluster(members: [index], height: wish.height, sum: start, start: start)
      func placed(_ cluster: Cluster) -> Double {
        let mean = cluster.sum / Double(cluster.members.count)
        return max(range.lowerBound, min(mean, range.upperBound - cluster.height))
      }
      last.start = placed(last)
      while let before = clusters.last, before.start + before.height > last.start {
        clusters.removeLast()
        last = Cluster(
          members: before.members + last.members, height: before.height + last.height,
          sum: before.sum + last.sum - before.height * Double(last.members.count), start: 0)
        last.start = placed(last)
      }
      clusters.append(last)
    }
    var result = wishes.map(\.place)
    for cluster in clusters {
      var start = cluster.start
      for index in cluster.members {
        result[index] = start + wishes[index].height / 2
        start += wishes[index].height
      }
    }
    return result
  }
}
