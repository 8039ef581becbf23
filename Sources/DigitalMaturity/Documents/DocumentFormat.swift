/// A way of writing documents: how to recognise it, and how to read it.
public struct DocumentFormat: Sendable {
  /// The format's name, such as `JSON`.
  public var name: String
  /// File name endings without the dot, in lower case.
  public var fileExtensions: [String]
  /// Reads one file's bytes. Problems that leave a document to read on with, such as repeated keys, go to the log, so
  /// that one run reports them with all others; the rest is thrown.
  public var read:
    @Sendable (_ bytes: [UInt8], _ file: String, _ limits: DocumentLimits, _ log: DiagnosticLog) throws(DocumentError)
      -> Document

  /// Makes a format.
  public init(
    name: String, fileExtensions: [String],
    read: @escaping @Sendable ([UInt8], String, DocumentLimits, DiagnosticLog) throws(DocumentError) -> Document
  ) {
    self.name = name
    self.fileExtensions = fileExtensions
    self.read = read
  }

  /// JSON, by the core's own reader.
  public static let json = DocumentFormat(name: "JSON", fileExtensions: ["json"]) {
    (bytes, file, limits, log) throws(DocumentError) in
    try JSONReader.read(bytes, file: file, limits: limits, reportingTo: log)
  }
}
