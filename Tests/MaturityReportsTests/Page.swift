import Foundation
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// A page read back by an XML parser that is not ours.
final class Page: NSObject, XMLParserDelegate {
  final class Element {
    let name: String
    let attributes: [String: String]
    let parent: Element?
    var children: [Element] = []
    var text = ""

    init(_ name: String, _ attributes: [String: String], _ parent: Element?) {
      self.name = name
      self.attributes = attributes
      self.parent = parent
    }

    /// The element and everything in it, in order.
    var all: [Element] { [self] + children.flatMap(\.all) }

    /// Everything named so.
    func all(_ name: String) -> [Element] { all.filter { $0.name == name } }

    /// Everything of a class.
    func ofClass(_ name: String) -> [Element] {
      all.filter { ($0.attributes["class"] ?? "").split(separator: " ").contains(Substring(name)) }
    }
  }

  private(set) var root = Element("", [:], nil)
  private var current: Element
  private var failure: String?

  /// - Throws: When the text is not well-formed XML.
  init(_ text: String) throws {
    current = root
    super.init()
    let parser = XMLParser(data: Data(text.utf8))
    parser.delegate = self
    let isWhole = parser.parse()
    try #require(isWhole, "not well formed: \(parser.parserError.debugDescription) at line \(parser.lineNumber)")
  }

  var elements: [Element] { root.all }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
    attributes: [String: String]
  ) {
    let element = Element(name, attributes, current)
    current.children.append(element)
    current = element
  }

  func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
    current = current.parent ?? root
  }

  func parser(_ parser: XMLParser, foundCharacters text: String) {
    var element: Element? = current
    while let open = element {
      open.text += text
      element = open.parent
    }
  }
}

extension Page {
  /// What holds of every page: one language, one h1, headings that skip no level, unique ids, references that lead
  /// somewhere, no script, no link away.
  func expectSound(_ location: SourceLocation = #_sourceLocation) {
    #expect(root.children.first?.attributes["lang"] == "en", sourceLocation: location)
    #expect(root.all("h1").count == 1, sourceLocation: location)
    #expect(root.all("main").count == 1, sourceLocation: location)
    var depth = 0
    for element in elements {
      guard element.name.count == 2, element.name.first == "h", let level = Int(element.name.dropFirst()) else {
        continue
      }
      #expect(level <= depth + 1, "\(element.text) is h\(level) after h\(depth)", sourceLocation: location)
      #expect(!element.text.isEmpty, sourceLocation: location)
      depth = level
    }
    let ids = elements.compactMap { $0.attributes["id"] }
    #expect(Set(ids).count == ids.count, sourceLocation: location)
    let known = Set(ids)
    for element in elements {
      for name in ["aria-labelledby", "aria-describedby"] {
        for id in (element.attributes[name] ?? "").split(separator: " ") {
          #expect(known.contains(String(id)), sourceLocation: location)
        }
      }
      if let link = element.attributes["href"] {
        #expect(link.hasPrefix("#") && known.contains(String(link.dropFirst())), sourceLocation: location)
      }
      #expect(element.attributes["src"] == nil, sourceLocation: location)
      #expect(!element.attributes.keys.contains { $0.hasPrefix("on") }, sourceLocation: location)
    }
    #expect(root.all("script").isEmpty && root.all("link").isEmpty && root.all("img").isEmpty, sourceLocation: location)
    let style = root.all("style").map(\.text).joined()
    #expect(!style.contains("url(") && !style.contains("@import"), sourceLocation: location)
  }
}
