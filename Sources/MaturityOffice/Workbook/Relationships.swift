/// What a part of a workbook refers to: other parts, by an id and a type.
struct Relationships {
  struct Relationship {
    var id: String
    /// The last word of the type, which is the same in all variants of the format: `worksheet`, `styles`.
    var type: String
    /// The name of the part; nil when it lies outside of the file, where nothing is ever fetched from.
    var part: String?
  }

  private(set) var list: [Relationship] = []

  /// Reads the relationships of a part; there may be none. An empty name stands for the file itself.
  init(of part: String, in archive: ZipArchive, limits: WorkbookLimits) throws(WorkbookProblem) {
    let slash = part.lastIndex(of: "/").map { part.index(after: $0) } ?? part.startIndex
    let folder = String(part[..<slash])
    guard let found = archive.part(named: "\(folder)_rels/\(part[slash...]).rels") else { return }
    var xml = XMLReader(try ZipPartReader(found, of: archive), limits: limits)
    while let event = try xml.next() {
      guard event.kind == .start, event.name == .relationship,
        let id = xml.attribute(.id, of: event), let target = xml.attribute(.target, of: event)
      else { continue }
      let type = xml.attribute(.type, of: event)?.split(separator: "/").last.map(String.init) ?? ""
      let isExternal = xml.attribute(.targetMode, of: event) == "External"
      list.append(Relationship(id: id, type: type, part: isExternal ? nil : Self.resolve(target, in: folder)))
    }
  }

  subscript(id: String) -> Relationship? { list.first { $0.id == id } }

  func first(ofType type: String) -> Relationship? { list.first { $0.type == type } }

  /// The name of the part that a target means; nil when it leads out of the file.
  private static func resolve(_ target: String, in folder: String) -> String? {
    var steps: [Substring] = []
    for step in (target.hasPrefix("/") ? target : folder + target).split(separator: "/") where step != "." {
      if step == ".." {
        if steps.popLast() == nil { return nil }
      } else {
        steps.append(step)
      }
    }
    return steps.joined(separator: "/")
  }
}
