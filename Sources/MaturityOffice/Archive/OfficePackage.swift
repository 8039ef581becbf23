/// A file of Office Open XML being written: a ZIP whose parts refer to each other (ECMA-376, part 2).
struct OfficePackage: ~Copyable {
  /// What a part refers to.
  struct Relationship {
    var id: String
    /// The last words of its type, such as `worksheet`.
    var type: String
    var target: String
  }

  private static let documents = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  private static let packages = "http://schemas.openxmlformats.org/package/2006"

  private var zip = ZipWriter()
  private var types: [(part: String, type: String)] = []

  /// Begins a part, to be written piece by piece.
  /// - Parameter type: Its content type, after `application/vnd.openxmlformats-officedocument.`.
  mutating func begin(_ part: String, type: String) {
    types.append((part, "application/vnd.openxmlformats-officedocument.\(type)+xml"))
    zip.begin(part)
  }

  /// Adds to the part that was begun, and empties `output`.
  mutating func write(_ output: inout XMLOutput) {
    zip.write(output.bytes.span)
    output.removeAll()
  }

  /// Ends the part.
  mutating func end() { zip.end() }

  /// Adds a whole part.
  mutating func add(_ part: String, type: String, _ content: consuming XMLOutput) {
    begin(part, type: type)
    write(&content)
    end()
  }

  /// Adds what a part refers to.
  mutating func add(_ relationships: [Relationship], of part: String) {
    if relationships.isEmpty { return }
    let slash = part.lastIndex(of: "/").map { part.index(after: $0) } ?? part.startIndex
    addRelationships(relationships, as: "\(part[..<slash])_rels/\(part[slash...]).rels")
  }

  /// Adds the properties and the list of parts, ends the file and returns it.
  /// - Parameter main: The part that the file is about.
  consuming func finish(main: String, _ properties: OfficeProperties) -> [UInt8] {
    zip.add("docProps/core.xml", properties.part().bytes)
    addRelationships(
      [
        Relationship(id: "rId1", type: "officeDocument", target: main),
        Relationship(id: "rId2", type: "metadata/core-properties", target: "docProps/core.xml"),
      ], as: "_rels/.rels")
    var output = XMLOutput.declared
    output.markup("<Types xmlns=\"\(Self.packages)/content-types\">")
    output.markup(
      "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>")
    output.markup("<Default Extension=\"xml\" ContentType=\"application/xml\"/>")
    types.append(("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"))
    for (part, type) in types {
      output.markup("<Override PartName=\"/\(part)\" ContentType=\"\(type)\"/>")
    }
    output.markup("</Types>")
    // Programs that guess what a file is look at its first part.
    zip.addFirst("[Content_Types].xml", output.bytes)
    return zip.finish()
  }

  private mutating func addRelationships(_ relationships: [Relationship], as part: String) {
    var output = XMLOutput.declared
    output.markup("<Relationships xmlns=\"\(Self.packages)/relationships\">")
    for relationship in relationships {
      // The properties are the package's, all others the document's.
      let base = relationship.type.hasPrefix("metadata/") ? "\(Self.packages)/relationships" : Self.documents
      output.markup("<Relationship")
      output.attribute("Id", relationship.id)
      output.attribute("Type", "\(base)/\(relationship.type)")
      output.attribute("Target", relationship.target)
      output.markup("/>")
    }
    output.markup("</Relationships>")
    zip.add(part, output.bytes)
  }
}
